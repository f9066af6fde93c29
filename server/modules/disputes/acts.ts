import type { AuditAction } from "@amana/core/audit";
import { type DisputeProblem, stageOf, takesEvidence } from "@amana/core/dispute";
import type { Command } from "@amana/core/escrow";
import { shardOf, type UserId } from "@amana/core/ids";
import { money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { mayDecideOn } from "#modules/approvals";
import { doneBy, record } from "#modules/audit";
import { type AdvanceRefusal, advance, readDeal } from "#modules/escrow";
import { attachFiles, type FileId } from "#modules/files";
import type { Order } from "#modules/orders";
import { type Database, type Tx, undoing } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newIdBeside } from "#runtime/ids";
import { announce } from "#runtime/work";
import {
  addEvidence,
  addNote,
  type Decision,
  decisionsIn,
  type Evidence,
  type Finding,
  insertDecision,
  type NewEvidence,
  repeatedEvidence,
  weightOf,
} from "./file-store.ts";
import {
  type Claim,
  type Dispute,
  type DisputeId,
  insertDispute,
  lockDispute,
  openDisputeOf,
  type Side,
  saveAppeal,
  saveArbiter,
} from "./store.ts";

export type DisputeRefusal =
  | AdvanceRefusal
  | "no_such_dispute"
  | "dispute_closed"
  | "file_closed"
  | "file_full"
  | "no_such_file"
  | "no_such_claim"
  | "claims_not_answered"
  | "not_the_arbiter"
  | "own_deal"
  | "decided_before"
  | "taken_by_another";

/** How much each side may put into a file. */
const MOST = { pieces: 100, files: 50, bytes: 200 * 1024 * 1024 };

type Answer<T> = Result<T, DisputeRefusal>;

export type Raise = {
  readonly side: Side;
  readonly problem: DisputeProblem;
  readonly claims: readonly Claim[];
  readonly text: string;
  readonly files: readonly FileId[];
  readonly by: UserId;
  readonly key: string | null;
};

/** Freezes the money and opens the file, with what its side says as the first piece; once per key. */
export const raise = (db: Database, order: Order, asked: Raise, now: Instant): Promise<Answer<Dispute>> =>
  undoing(db, async (tx) => {
    const standing = await openDisputeOf(tx, order.deal);
    if (standing && (standing.raisedBy !== asked.side || asked.key === null)) return refuse("not_in_this_state");
    const dispute: Dispute = standing ?? {
      ...{ id: newIdBeside("dispute", now, order.deal), order: order.id, deal: order.deal },
      ...{ buyer: order.buyer, seller: order.seller, raisedBy: asked.side, problem: asked.problem },
      ...{ claims: asked.claims, openedAt: now, closedAt: null, closedBy: null },
      ...{ arbiter: null, takenAt: null, appealedBy: null, appealedAt: null },
    };
    if (!standing) {
      await insertDispute(tx, dispute);
      const added = await put(tx, dispute, statement(asked), asked.by, now);
      if (!added.ok) return added;
      await tell(tx, dispute, "opened", now);
    }
    return await moving(tx, dispute, { name: "dispute", by: asked.side, at: now }, asked, now);
  });

export type Said = {
  readonly side: Side;
  readonly by: UserId;
  readonly text: string;
  readonly files: readonly FileId[];
  readonly key: string | null;
};

/** The other party's answer: from now on an arbiter may decide. */
export const respond = (db: Database, id: DisputeId, said: Said, now: Instant): Promise<Answer<Dispute>> =>
  inDispute(db, id, async (tx, dispute) => {
    const added = await put(tx, dispute, statement(said), said.by, now);
    if (!added.ok) return added;
    return await moving(tx, dispute, { name: "respond", by: said.side, at: now }, said, now);
  });

/** What ends a dispute by the word of one: who raised it takes it back, or the seller gives in. */
export const end = (
  db: Database,
  id: DisputeId,
  name: "withdraw" | "concede",
  by: { readonly side: Side; readonly by: UserId; readonly key: string | null },
  now: Instant,
): Promise<Answer<Dispute>> =>
  inDispute(db, id, (tx, dispute) => moving(tx, dispute, { name, by: by.side, at: now }, by, now));

/** Against the first decision, once; another arbiter looks at it. */
export const appeal = (db: Database, id: DisputeId, said: Said, now: Instant): Promise<Answer<Dispute>> =>
  inDispute(db, id, async (tx, dispute) => {
    const added = await put(tx, dispute, statement(said), said.by, now);
    if (!added.ok) return added;
    if (dispute.appealedAt === null) await saveAppeal(tx, dispute, said.side, now);
    return await moving(tx, dispute, { name: "appeal", by: said.side, at: now }, said, now);
  });

/** Evidence as it is asked for: its files are still their owner's alone. */
export type Piece = Omit<NewEvidence, "files"> & { readonly files: readonly FileId[] };

export const putIn = (
  db: Database,
  id: DisputeId,
  evidence: Piece,
  by: UserId,
  now: Instant,
): Promise<Answer<Evidence>> =>
  inDispute(db, id, async (tx, dispute) => {
    const deal = await readDeal(tx, dispute.deal);
    if (!deal || !takesEvidence(stageOf(deal.state))) return refuse("file_closed");
    if (evidence.claim !== null && !dispute.claims[evidence.claim]) return refuse("no_such_claim");
    const repeated = await repeatedEvidence(tx, dispute, evidence);
    if (repeated) return ok(repeated);
    const added = await put(tx, dispute, evidence, by, now);
    if (added.ok) await tell(tx, dispute, "evidence_added", now, { seq: added.value.seq, side: added.value.side });
    return added;
  });

/** Its files stay from now on, and the other side sees them. */
async function put(tx: Tx, dispute: Dispute, piece: Piece, by: UserId, now: Instant): Promise<Answer<Evidence>> {
  const repeated = await repeatedEvidence(tx, dispute, piece);
  if (repeated) return ok(repeated);
  const held = await attachFiles(tx, by, "evidence", piece.files, now);
  if (!held.ok) return held;
  const byId = new Map(held.value.map((file) => [file.id, file]));
  const files = piece.files.flatMap((id) => byId.get(id) ?? []);
  const { pieces, files: before, bytes } = await weightOf(tx, dispute.id, piece.side);
  const size = files.reduce((sum, file) => sum + file.size, bytes);
  if (pieces >= MOST.pieces || before + files.length > MOST.files || size > MOST.bytes) return refuse("file_full");
  return ok(await addEvidence(tx, dispute, { ...piece, files }, now));
}

/** An arbiter takes a case: nobody judges their own matter, and upon appeal nobody judges twice. */
export const take = (db: Database, id: DisputeId, arbiter: Asker, now: Instant): Promise<Answer<Dispute>> =>
  inDispute(db, id, async (tx, dispute) => {
    if (!(await mayDecideOn(tx, arbiter.user, { deal: dispute.deal }))) return refuse("own_deal");
    if (dispute.arbiter === arbiter.user) return ok(dispute);
    if (dispute.arbiter !== null) return refuse("taken_by_another");
    const before = await decisionsIn(tx, id);
    if (before.some((decision) => decision.arbiter === arbiter.user)) return refuse("decided_before");
    await saveArbiter(tx, dispute, arbiter.user, now);
    await record(tx, now, { ...doneBy("staff", arbiter), ...acted("dispute.taken", dispute) });
    await tell(tx, dispute, "taken", now);
    return ok({ ...dispute, arbiter: arbiter.user, takenAt: now });
  });

/** Gives a case back, so that somebody else may take it. */
export const leave = (db: Database, id: DisputeId, arbiter: Asker, now: Instant): Promise<Answer<Dispute>> =>
  inDispute(db, id, async (tx, dispute) => {
    if (dispute.arbiter !== arbiter.user) return refuse("not_the_arbiter");
    await saveArbiter(tx, dispute, null, now);
    await record(tx, now, { ...doneBy("staff", arbiter), ...acted("dispute.left", dispute) });
    return ok({ ...dispute, arbiter: null, takenAt: null });
  });

export type Judgement = {
  readonly outcome: Decision["outcome"];
  readonly refund: bigint | null;
  readonly findings: readonly Finding[];
  readonly reasons: string;
};

/** Decides with reasons for every claim. The first time money waits for the appeal window; upon appeal it moves at once. */
export const decide = (
  db: Database,
  id: DisputeId,
  judgement: Judgement,
  arbiter: Asker,
  now: Instant,
): Promise<Answer<Dispute>> =>
  inDispute(db, id, async (tx, dispute) => {
    const instance = dispute.appealedAt === null ? 1 : 2;
    const objection = await objectionTo(tx, dispute, judgement, instance, arbiter.user);
    if (objection) return refuse(objection);
    const deal = await readDeal(tx, dispute.deal);
    if (!deal) return refuse("no_such_deal");
    await insertDecision(tx, dispute, { ...judgement, instance, arbiter: arbiter.user, decidedAt: now });
    await record(tx, now, {
      ...doneBy("staff", arbiter),
      ...acted("dispute.decided", dispute),
      detail: { instance, outcome: judgement.outcome, refund: judgement.refund?.toString() ?? null },
    });
    const refund = judgement.refund === null ? null : money(judgement.refund, deal.total.currency);
    const command: Command = {
      ...{ name: `decide_${judgement.outcome}`, by: "arbiter", at: now },
      ...(refund && { settlement: { refund } }),
    };
    // The same outcome upon appeal is another command.
    return await moving(tx, dispute, command, { by: arbiter.user, key: `decision:${id}:${instance}` }, now);
  });

/** Who decides has taken the case, is nobody's friend in it, answers every claim once, and has the last word once. */
async function objectionTo(
  tx: Tx,
  dispute: Dispute,
  { findings }: Judgement,
  instance: 1 | 2,
  arbiter: UserId,
): Promise<DisputeRefusal | null> {
  if (dispute.arbiter !== arbiter) return "not_the_arbiter";
  if (!(await mayDecideOn(tx, arbiter, { deal: dispute.deal }))) return "own_deal";
  const places = findings.map(({ claim }) => claim).sort((a, b) => a - b);
  if (places.join() !== dispute.claims.map((_, at) => at).join()) return "claims_not_answered";
  const before = await decisionsIn(tx, dispute.id);
  return before.some((decision) => decision.instance === instance) ? "not_in_this_state" : null;
}

export const note = (db: Database, id: DisputeId, text: string, by: UserId, now: Instant): Promise<Answer<Dispute>> =>
  undoing(db, async (tx) => {
    const dispute = await lockDispute(tx, id);
    if (!dispute) return refuse("no_such_dispute");
    await addNote(tx, dispute, { author: by, text, notedAt: now });
    return ok(dispute);
  });

const acted = (action: AuditAction, { id, deal }: Dispute) => ({ action, subject: id, reason: null, detail: { deal } });

const statement = ({ side, text, files, key }: Pick<Said, "side" | "text" | "files" | "key">): Piece => ({
  ...{ side, type: "statement", text, claim: null, datedAt: null, origin: null, files, key },
});

/** The deal moves last, for that is what takes its lock. */
async function moving(
  tx: Tx,
  dispute: Dispute,
  command: Command,
  { by, key }: { readonly by: UserId; readonly key: string | null },
  now: Instant,
): Promise<Answer<Dispute>> {
  const given = { actorId: by, ...(key !== null && { key: `${by}:${command.name}:${key}` }) };
  const moved = await advance(tx, dispute.deal, command, now, given);
  return moved.ok ? ok(dispute) : moved;
}

const inDispute = <T>(
  db: Database,
  id: DisputeId,
  act: (tx: Tx, dispute: Dispute) => Promise<Answer<T>>,
): Promise<Answer<T>> =>
  undoing(db, async (tx) => {
    const dispute = await lockDispute(tx, id);
    if (!dispute) return refuse("no_such_dispute");
    return dispute.closedAt === null ? await act(tx, dispute) : refuse("dispute_closed");
  });

/** What `dispute.changed` may say. */
export type DisputeNews = "opened" | "evidence_added" | "taken";

const tell = (
  tx: Tx,
  { id, deal, order }: Dispute,
  what: DisputeNews,
  now: Instant,
  more: Readonly<Record<string, unknown>> = {},
): Promise<void> =>
  announce(tx, now, {
    shard: shardOf(deal),
    topic: "dispute.changed",
    payload: { dispute: id, deal, order, what, at: now, ...more },
  });
