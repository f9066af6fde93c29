import { after, hours } from "@amana/core/time";
import { type Static, Type } from "typebox";
import {
  DEFAULT_LIMIT,
  defineRoute,
  encodeCursor,
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  invalid,
  list,
  MoneyJson,
  moneyJson,
  nullable,
  oneOf,
  PAGE,
  type Route,
  readCursor,
  ref,
  reply,
  staff,
  strict,
} from "#runtime/http";
import { jobsOf } from "#runtime/work";
import type { PayoutParts } from "./parts.ts";
import { PAYOUT_KINDS, PAYOUT_STATES, type Payout, troubledPayouts } from "./store.ts";

const TroubledJson = strict(
  {
    id: IdOf("payout"),
    kind: oneOf(PAYOUT_KINDS),
    status: oneOf(PAYOUT_STATES),
    userId: IdOf("user"),
    dealId: nullable(IdOf("deal")),
    amount: ref(MoneyJson),
    bankAccountId: nullable(IdOf("bankAccount")),
    reason: nullable(Type.String()),
    tries: Type.Integer(),
    requestedAt: InstantJson,
    updatedAt: InstantJson,
    nextLookAt: nullable(InstantJson),
    lastError: nullable(Type.String()),
  },
  {
    $id: "TroubledPayout",
    description:
      "A payout that waits, came back, or has been on its way for a day. `nextLookAt` null: it waits for a person.",
  },
);

const Key = Type.Tuple([InstantJson, IdOf("payout")]);

/** What finance staff see of payouts that need them. */
export const staffRoutes = ({ db }: Pick<PayoutParts, "db">): Route[] => [
  defineRoute({
    method: "GET",
    path: "/finance/payouts",
    operationId: "listTroubledPayouts",
    summary: "Payouts that wait, came back, or do not come to an end, the longest untouched first",
    tag: "finance",
    policy: staff("finance", "admin"),
    query: strict(PAGE),
    responses: { 200: list(ref(TroubledJson)) },
    problems: [],
    async handle({ query, now }) {
      const cursor = readCursor(Key, query.cursor);
      if (!cursor.ok) return invalid("cursor", "is not a cursor of this list");
      const limit = query.limit ?? DEFAULT_LIMIT;
      const from = cursor.value && { updatedAt: instantFrom(cursor.value[0]), id: cursor.value[1] };
      const found = await troubledPayouts(db, after(now, -hours(24)), from, limit + 1);
      const page = found.slice(0, limit);
      const jobs = await jobsOf(db, page.flatMap(jobKeys));
      const last = found.length > limit ? page.at(-1) : undefined;
      const nextCursor = last ? encodeCursor([instantJson(last.updatedAt), last.id]) : null;
      return reply(200, { data: page.map((payout) => troubledJson(payout, jobs)), nextCursor });
    },
  }),
];

const jobKeys = ({ id, seller }: Payout): string[] => [
  `payout.follow:${id}`,
  `payout.retry:${id}`,
  `payout.waiting:${seller}`,
];

function troubledJson(payout: Payout, jobs: Awaited<ReturnType<typeof jobsOf>>): Static<typeof TroubledJson> {
  const job = jobKeys(payout)
    .map((key) => jobs.get(key))
    .find((found) => found !== undefined);
  return {
    id: payout.id,
    kind: payout.kind,
    status: payout.state,
    userId: payout.seller,
    dealId: payout.deal,
    amount: moneyJson(payout.amount),
    bankAccountId: payout.bankAccount ?? payout.wantedAccount,
    reason: payout.reason,
    tries: payout.tries,
    requestedAt: instantJson(payout.requestedAt),
    updatedAt: instantJson(payout.updatedAt),
    nextLookAt: job ? instantJson(job.runAt) : null,
    lastError: job?.lastError ?? null,
  };
}
