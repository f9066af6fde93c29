import { parseId, type UserId } from "@amana/core/ids";
import { readProduct } from "#modules/catalog";
import { hearingOf } from "#modules/disputes";
import type { SubjectKind } from "#modules/messaging";
import { negotiators } from "#modules/negotiations";
import { haveDealt, orderWasPaid, readOrder } from "#modules/orders";
import { proposers } from "#modules/projects";

/** About a listing, whoever sees it talks to its seller. */
const listing: SubjectKind = {
  kind: "listing",
  async counterpart(db, id, person) {
    const product = parseId("product", id);
    const found = product && (await readProduct(db, product));
    if (!found) return null;
    return found.seller === person ? "own" : found.seller;
  },
  haveDealt: (db, _id, one, other) => haveDealt(db, one, other),
};

/** About an order, its two talk to each other. */
const order: SubjectKind = {
  kind: "order",
  async counterpart(db, id, person) {
    const known = parseId("order", id);
    const found = known && (await readOrder(db, known));
    return found ? otherOf([found.buyer, found.seller], person) : null;
  },
  async haveDealt(db, id) {
    const known = parseId("order", id);
    return known !== null && (await orderWasPaid(db, known));
  },
};

/** About a negotiation, its two talk to each other; being before any payment, it opens nothing between them by itself. */
const negotiation: SubjectKind = {
  kind: "negotiation",
  async counterpart(db, id, person) {
    const known = parseId("negotiation", id);
    const two = known && (await negotiators(db, known));
    return two ? otherOf(two, person) : null;
  },
  haveDealt: (db, _id, one, other) => haveDealt(db, one, other),
};

/** About a proposal, client and freelancer talk to each other, and go on when it has become a contract. */
const proposal: SubjectKind = {
  kind: "proposal",
  async counterpart(db, id, person) {
    const known = parseId("proposal", id);
    const two = known && (await proposers(db, known));
    return two ? otherOf(two, person) : null;
  },
  haveDealt: (db, _id, one, other) => haveDealt(db, one, other),
};

/** About a dispute, its two talk to each other, and the arbiter who has taken it talks to both. */
const dispute: SubjectKind = {
  kind: "dispute",
  async counterpart(db, id, person) {
    const known = parseId("dispute", id);
    const hearing = known && (await hearingOf(db, known));
    return hearing ? otherOf(hearing.people, person) : null;
  },
  async haveDealt(db, id) {
    const known = parseId("dispute", id);
    const hearing = known && (await hearingOf(db, known));
    return hearing !== null && (await orderWasPaid(db, hearing.order));
  },
  async heard(db, id) {
    const known = parseId("dispute", id);
    return known && (await hearingOf(db, known));
  },
};

const otherOf = ([one, other]: readonly [UserId, UserId], person: UserId): UserId | null =>
  person === one ? other : person === other ? one : null;

/** Everything that people can talk about, one line for each. */
export const CONVERSATION_SUBJECTS: readonly SubjectKind[] = [listing, order, negotiation, proposal, dispute];
