import { CLAIM_KINDS, DISPUTE_PROBLEMS, type DisputeProblem } from "@amana/core/dispute";
import { type Static, Type } from "typebox";
import { readDeal } from "#modules/escrow";
import { readOrder } from "#modules/orders";
import type { Queryable } from "#runtime/database";
import {
  anyone,
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  nullable,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  staff,
  strict,
} from "#runtime/http";
import { countOutcomes, decidedLike, type Past } from "./past-store.ts";
import type { DisputeParts } from "./problems.ts";
import { type Dispute, readDispute } from "./store.ts";

/** What was decided before: for whoever decides now, and for whoever wonders what a dispute would bring. */
export const pastRoutes = (parts: DisputeParts): Route[] => [outcomes(parts), similar(parts)];

/** Fewer cases than these say nothing of a rule, and something of people. */
const ENOUGH = 5;
const MOST_SHOWN = 5;
/** So many with the same problem are looked at for such of the same kind of order. */
const MOST_LOOKED_AT = 50;

/** It changes with each decision, and nobody waits for it. */
const KEPT = { "cache-control": "public, max-age=3600" };

const Count = Type.Integer({ minimum: 0 });
const OutcomesJson = strict(
  {
    problem: oneOf(DISPUTE_PROBLEMS),
    decided: nullable(strict({ refund: Count, split: Count, release: Count })),
  },
  {
    $id: "DisputeOutcomes",
    description: `How many cases with one problem ended in which way; null where fewer than ${ENOUGH} have been decided.`,
  },
);

const PastJson = strict(
  {
    claims: Type.Array(oneOf(CLAIM_KINDS)),
    outcome: oneOf(["release", "refund", "split"]),
    toBuyerPercent: Type.Integer({ description: "Of what was held." }),
    appealed: Type.Boolean(),
    decidedAt: InstantJson,
  },
  { $id: "PastDispute", description: "A decided dispute, without whoever was in it." },
);

const outcomes = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "GET",
    path: "/disputes/outcomes",
    operationId: "listDisputeOutcomes",
    summary: "How disputes were decided, by what was wrong",
    tag: "disputes",
    policy: anyone(),
    responses: { 200: strict({ data: Type.Array(ref(OutcomesJson)) }) },
    problems: [],
    async handle() {
      const counted = await countOutcomes(db);
      const data = DISPUTE_PROBLEMS.map((problem) => ({ problem, decided: decidedOf(problem, counted) }));
      return reply(200, { data }, KEPT);
    },
  });

function decidedOf(problem: DisputeProblem, counted: Awaited<ReturnType<typeof countOutcomes>>) {
  const ends = { refund: 0, split: 0, release: 0 };
  for (const one of counted) if (one.problem === problem) ends[one.outcome] += one.count;
  return ends.refund + ends.split + ends.release < ENOUGH ? null : ends;
}

const similar = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/disputes/:id/similar",
    operationId: "listSimilarDisputes",
    summary: "The last decided disputes with the same problem and the same kind of order, without names",
    tag: "disputes",
    policy: staff("arbiter", "support", "admin"),
    params: strict({ id: IdOf("dispute") }),
    responses: { 200: strict({ data: Type.Array(ref(PastJson)) }) },
    problems: ["NOT_FOUND"],
    async handle({ params }) {
      const dispute = await readDispute(db, params.id);
      return dispute ? reply(200, { data: await alike(db, dispute) }) : problem("NOT_FOUND");
    },
  });

async function alike(db: Queryable, dispute: Dispute): Promise<Static<typeof PastJson>[]> {
  const kind = (await readOrder(db, dispute.order))?.kind;
  const found: Static<typeof PastJson>[] = [];
  for (const past of await decidedLike(db, dispute, MOST_LOOKED_AT)) {
    if ((await readOrder(db, past.order))?.kind !== kind) continue;
    found.push(await pastJson(db, past));
    if (found.length === MOST_SHOWN) break;
  }
  return found;
}

async function pastJson(
  db: Queryable,
  { claims, outcome, refund, appealed, decidedAt, deal }: Past,
): Promise<Static<typeof PastJson>> {
  const whole = { refund: 100, release: 0, split: null }[outcome];
  const total = (await readDeal(db, deal))?.total.minor ?? 1n;
  const toBuyerPercent = whole ?? Number(((refund ?? 0n) * 100n) / total);
  return { claims: [...claims], outcome, toBuyerPercent, appealed, decidedAt: instantJson(decidedAt) };
}
