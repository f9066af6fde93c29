import { parseId, type UserId } from "@amana/core/ids";
import { readProduct } from "#modules/catalog";
import type { SubjectKind } from "#modules/messaging";
import { haveDealt, orderWasPaid, readOrder } from "#modules/orders";

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

const otherOf = ([one, other]: readonly [UserId, UserId], person: UserId): UserId | null =>
  person === one ? other : person === other ? one : null;

/** Everything that people can talk about, one line for each. */
export const CONVERSATION_SUBJECTS: readonly SubjectKind[] = [listing, order];
