import { consentsFor, stageOf } from "@amana/core/dispute";
import { type Actor, type Deal, outlook, processOf } from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import { money } from "@amana/core/money";
import { days, type Instant } from "@amana/core/time";
import type { Static } from "typebox";
import { consentsOf, readDeal } from "#modules/escrow";
import { type FileId, fileJson, readFiles, type StoredFile } from "#modules/files";
import { readUsers, type User } from "#modules/identity";
import { downloadJson, downloadsOfOrder } from "#modules/library";
import { consentJson, type Order, readOrder } from "#modules/orders";
import type { Queryable } from "#runtime/database";
import { instantJson, moneyJson } from "#runtime/http";
import { type Decision, decisionsIn, type Evidence, evidenceIn } from "./file-store.ts";
import type { DecisionJson, DisputeJson, DisputeSummaryJson, EvidenceJson, StaffDisputeJson } from "./schemas.ts";
import type { Dispute } from "./store.ts";

export type Role = "buyer" | "seller" | "staff";
type Names = ReadonlyMap<UserId, User>;
type Whole = { readonly dispute: Dispute; readonly deal: Deal; readonly order: Order };

/** More offers than these are not shown. */
const MOST_OFFERS = 100;
const ALARM = days(7);

/** What a party may do in a dispute, of all that the process lets it do. */
const ACTIONS = ["respond", "withdraw", "concede", "confirm_receipt", "appeal"];

async function whole(db: Queryable, dispute: Dispute): Promise<Whole> {
  const deal = await readDeal(db, dispute.deal);
  const order = await readOrder(db, dispute.order);
  if (!deal || !order) throw new Error(`${dispute.id} has no order`);
  return { dispute, deal, order };
}

const partyJson = (names: Names, id: UserId) => ({ id, name: names.get(id)?.name ?? "" });

function commonJson({ dispute, deal, order }: Whole, names: Names): Static<typeof DisputeSummaryJson> {
  return {
    ...{ id: dispute.id, orderId: dispute.order, orderNumber: order.number, problem: dispute.problem },
    stage: dispute.closedAt === null ? stageOf(deal.state) : "closed",
    raisedBy: dispute.raisedBy,
    ...{ buyer: partyJson(names, dispute.buyer), seller: partyJson(names, dispute.seller) },
    amount: moneyJson(deal.total),
    openedAt: instantJson(dispute.openedAt),
    closedAt: dispute.closedAt && instantJson(dispute.closedAt),
    closedBy: dispute.closedBy,
    deadline:
      dispute.closedAt === null && deal.deadline
        ? { kind: deal.deadline.kind, dueAt: instantJson(deal.deadline.dueAt) }
        : null,
  };
}

export async function summariesJson(
  db: Queryable,
  disputes: readonly Dispute[],
): Promise<Static<typeof DisputeSummaryJson>[]> {
  const names = await readUsers(
    db,
    disputes.flatMap(({ buyer, seller }) => [buyer, seller]),
  );
  return await Promise.all(disputes.map(async (dispute) => commonJson(await whole(db, dispute), names)));
}

export async function staffDisputesJson(
  db: Queryable,
  disputes: readonly Dispute[],
  now: Instant,
): Promise<Static<typeof StaffDisputeJson>[]> {
  const names = await readUsers(
    db,
    disputes.flatMap(({ buyer, seller, arbiter }) => [buyer, seller, ...(arbiter ? [arbiter] : [])]),
  );
  return await Promise.all(
    disputes.map(async (dispute) => {
      const found = await whole(db, dispute);
      const waited = waitedFor(found.deal, now);
      return {
        ...commonJson(found, names),
        arbiter: dispute.arbiter && partyJson(names, dispute.arbiter),
        waitingDays: Math.floor(waited / days(1)),
        alarmed: waited >= ALARM,
      };
    }),
  );
}

/** How long an arbiter's word has been waited for. */
const waitedFor = ({ state, deadline }: Deal, now: Instant): number =>
  deadline && ["decision", "appeal"].includes(stageOf(state)) ? Math.max(0, now - deadline.openedAt) : 0;

export async function disputeJson(
  db: Queryable,
  dispute: Dispute,
  role: Role,
  now: Instant,
): Promise<Static<typeof DisputeJson>> {
  const found = await whole(db, dispute);
  const { deal } = found;
  const decisions = await decisionsIn(db, dispute.id);
  const people = [dispute.buyer, dispute.seller, ...decisions.map(({ arbiter }) => arbiter)];
  const names = await readUsers(db, [...people, ...(dispute.arbiter ? [dispute.arbiter] : [])]);
  const viewer: Actor | null = role === "staff" ? null : role;
  const seen = outlook(processOf(deal.process, deal.processVersion), deal, viewer, now);
  const open = dispute.closedAt === null;
  const offers = await consentsOf(db, deal.id, MOST_OFFERS);
  const evidence = await evidenceIn(db, dispute.id);
  const shown = await readFiles(
    db,
    evidence.flatMap(({ files }) => files),
  );
  return {
    ...commonJson(found, names),
    role,
    claims: dispute.claims.map(({ amount, ...claim }) => ({
      ...claim,
      amount: amount === null ? null : { amount, currency: deal.total.currency },
    })),
    arbiter: dispute.arbiter && partyJson(names, dispute.arbiter),
    appealedBy: dispute.appealedBy,
    evidence: evidence.map((piece) => evidenceJson(piece, shown)),
    decisions: decisions.map((decision) => decisionJson(decision, deal, names)),
    offers: offers
      .filter(({ askedAt }) => askedAt >= dispute.openedAt && askedAt <= (dispute.closedAt ?? now))
      .map((offer) => consentJson(offer, deal, role)),
    downloads: (await downloadsOfOrder(db, dispute.order)).map(downloadJson),
    actions: open ? seen.actions.filter((action) => ACTIONS.includes(action)) : [],
    consents: open ? consentsFor(seen.consents, seen.extendable) : [],
  };
}

export const evidenceJson = (
  { datedAt, recordedAt, files, ...evidence }: Evidence,
  shown: ReadonlyMap<FileId, StoredFile>,
): Static<typeof EvidenceJson> => ({
  ...evidence,
  files: files.flatMap((id) => {
    const file = shown.get(id);
    return file ? [fileJson(file)] : [];
  }),
  datedAt: datedAt && instantJson(datedAt),
  recordedAt: instantJson(recordedAt),
});

const decisionJson = (decision: Decision, { total }: Deal, names: Names): Static<typeof DecisionJson> => ({
  instance: decision.instance,
  arbiter: partyJson(names, decision.arbiter),
  outcome: decision.outcome,
  refund: decision.refund === null ? null : moneyJson(money(decision.refund, total.currency)),
  findings: decision.findings.map((finding) => ({ ...finding })),
  reasons: decision.reasons,
  decidedAt: instantJson(decision.decidedAt),
});
