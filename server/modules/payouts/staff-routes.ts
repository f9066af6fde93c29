import { after, hours } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { readUsers } from "#modules/identity";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  list,
  MoneyJson,
  moneyJson,
  nullable,
  oneOf,
  PAGE,
  pageAsked,
  type Route,
  ref,
  reply,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { jobsOf } from "#runtime/work";
import type { PayoutParts } from "./parts.ts";
import { offersOf } from "./send-again.ts";
import { PAYOUT_KINDS, PAYOUT_STATES, type Payout, type PayoutState, troubledPayouts } from "./store.ts";

const TroubledJson = strict(
  {
    id: IdOf("payout"),
    kind: oneOf(PAYOUT_KINDS),
    status: oneOf(PAYOUT_STATES),
    userId: IdOf("user"),
    userName: Type.String(),
    dealId: nullable(IdOf("deal")),
    amount: ref(MoneyJson),
    bankAccountId: nullable(IdOf("bankAccount")),
    reason: nullable(Type.String()),
    tries: Type.Integer(),
    requestedAt: InstantJson,
    updatedAt: InstantJson,
    nextLookAt: nullable(InstantJson),
    lastError: nullable(Type.String()),
    sendAgain: nullable(oneOf(["offered", "left_to_owner"])),
  },
  {
    $id: "TroubledPayout",
    description:
      "A payout that waits, came back, or is on its way. `nextLookAt` null: it waits for a person. `sendAgain`: of what came back, whether staff may send it again, or its owner alone, who takes the money out by hand or has it gathered.",
  },
);

const GROUPS = {
  came_back: ["failed", "returned"],
  waiting: ["waiting_for_bank_account", "withheld"],
  on_the_way: ["requested", "pending"],
} as const satisfies Record<string, readonly PayoutState[]>;
const GROUP = oneOf(["came_back", "waiting", "on_the_way"]);

const Key = Type.Tuple([InstantJson, IdOf("payout")]);

/** What finance staff see of payouts that need them. */
export const staffRoutes = ({ db }: Pick<PayoutParts, "db">): Route[] => [
  defineRoute({
    method: "GET",
    path: "/finance/payouts",
    operationId: "listTroubledPayouts",
    summary: "Payouts that wait, came back, or do not come to an end, the longest untouched first",
    description: "Without a `group` those on their way are listed from a day on; with one, all of it.",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    query: strict({ ...PAGE, group: Type.Optional(GROUP) }),
    responses: { 200: list(ref(TroubledJson)) },
    problems: [],
    async handle({ query, now }) {
      const asked = pageAsked(Key, query);
      if ("kind" in asked) return asked;
      const from = asked.after && { updatedAt: instantFrom(asked.after[0]), id: asked.after[1] };
      const states = query.group ? GROUPS[query.group] : null;
      const found = await troubledPayouts(db, after(now, states ? 1 : -hours(24)), from, asked.rows, states);
      const { page, nextCursor } = asked.cut(found, ({ updatedAt, id }) => [instantJson(updatedAt), id]);
      const jobs = await jobsOf(db, page.flatMap(jobKeys));
      const people = await readUsers(db, [...new Set(page.map(({ seller }) => seller))]);
      const offers = await offersOf(db, page);
      const data = page.map((payout) => ({
        ...troubledJson(payout, jobs),
        userName: people.get(payout.seller)?.name ?? payout.seller,
        sendAgain: offers.get(payout.id) ?? null,
      }));
      return reply(200, { data, nextCursor });
    },
  }),
];

const jobKeys = ({ id, seller }: Payout): string[] => [
  `payout.follow:${id}`,
  `payout.retry:${id}`,
  `payout.waiting:${seller}`,
];

type Facts = Omit<Static<typeof TroubledJson>, "userName" | "sendAgain">;

function troubledJson(payout: Payout, jobs: Awaited<ReturnType<typeof jobsOf>>): Facts {
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
