import { isDeepStrictEqual } from "node:util";
import { isBatch, type Schedule } from "@amana/core/payout";
import { type Static, Type } from "typebox";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  MoneyJson,
  moneyFrom,
  moneyJson,
  nullable,
  oneOf,
  type ProblemAnswer,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { changeSchedule, type RefusedSchedule } from "./change-schedule.ts";
import type { PayoutParts } from "./parts.ts";
import { nextBatchOf, type Payee, readPayee } from "./payee-store.ts";

const SHARES = Type.Array(
  strict({ bankAccountId: IdOf("bankAccount"), basisPoints: Type.Integer({ minimum: 1, maximum: 10_000 }) }),
  { minItems: 1, maxItems: 10, description: "Parts of every payout in hundredths of a percent, 10,000 in all." },
);

const FIELDS = {
  kind: oneOf(["automatic", "manual", "daily", "weekly"]),
  hour: nullable(Type.Integer({ minimum: 0, maximum: 23, description: "Of the local day." })),
  weekday: nullable(Type.Integer({ minimum: 1, maximum: 7, description: "Monday is 1." })),
  timeZone: nullable(Type.String({ minLength: 1, maxLength: 64, examples: ["Asia/Kolkata"] })),
  minimum: nullable(ref(MoneyJson)),
  shares: nullable(SHARES),
};

const WantedJson = strict(FIELDS, {
  description:
    "`automatic`: with each release; `manual`: when I withdraw; `daily` and `weekly`: gathered, at an hour, from a minimum on. `shares` null: all to one account.",
});
const ScheduleJson = strict({ ...FIELDS, nextAt: nullable(InstantJson) }, { $id: "PayoutSchedule" });

type Parts = Pick<PayoutParts, "db" | "rail" | "mayPayOut" | "wake">;

/** How a seller is paid. */
export const scheduleRoutes = (parts: Parts): Route[] => [read(parts), change(parts)];

const read = ({ db }: Parts): Route =>
  defineRoute({
    method: "GET",
    path: "/seller/payout-schedule",
    operationId: "getPayoutSchedule",
    summary: "When and to which accounts I am paid",
    tag: "seller",
    policy: signedIn("wallet:read"),
    responses: { 200: ref(ScheduleJson) },
    problems: [],
    async handle({ principal }) {
      const payee = await readPayee(db, principal.id);
      return reply(200, { ...wantedJson(payee), nextAt: nextJson(await nextBatchOf(db, principal.id)) });
    },
  });

const change = (parts: Parts): Route =>
  defineRoute({
    method: "PUT",
    path: "/seller/payout-schedule",
    operationId: "setPayoutSchedule",
    summary: "Choose when and to which accounts I am paid",
    tag: "seller",
    policy: signedIn(),
    body: WantedJson,
    responses: { 200: ref(ScheduleJson) },
    problems: [],
    async stepUp({ principal, body }) {
      const payee = await readPayee(parts.db, principal.id);
      const sameAccounts = isDeepStrictEqual(wantedJson(payee).shares, body.shares);
      return sameAccounts ? null : { action: "payout_schedule.change" };
    },
    async handle({ principal, body, now, origin }) {
      const schedule = scheduleFrom(body);
      if (schedule === null)
        return invalid("kind", "needs hour and timeZone, weekly a weekday too, the others neither");
      const shares = body.shares?.map(({ bankAccountId: account, basisPoints }) => ({ account, basisPoints })) ?? null;
      const changed = await changeSchedule(parts.db, parts, { user: principal.id, origin }, { schedule, shares }, now);
      if (!changed.ok) return objection(changed.error);
      parts.wake();
      return reply(200, { ...wantedJson(changed.value), nextAt: nextJson(await nextBatchOf(parts.db, principal.id)) });
    },
  });

const nextJson = (next: Parameters<typeof instantJson>[0] | null): string | null => next && instantJson(next);

/** Null when the fields do not fit the kind. */
function scheduleFrom({ kind, hour, weekday, timeZone, minimum }: Static<typeof WantedJson>): Schedule | null {
  const given = [hour, timeZone, minimum, weekday].some((field) => field !== null);
  if (kind === "automatic" || kind === "manual") return given ? null : { kind };
  if (hour === null || timeZone === null || (weekday === null) !== (kind === "daily")) return null;
  const batch = { hour, timeZone, minimum: minimum && minimum.amount > 0 ? moneyFrom(minimum) : null };
  return weekday === null ? { kind: "daily", ...batch } : { kind: "weekly", weekday, ...batch };
}

function wantedJson({ schedule, shares }: Payee): Static<typeof WantedJson> {
  const batch = isBatch(schedule) ? schedule : null;
  return {
    kind: schedule.kind,
    hour: batch?.hour ?? null,
    weekday: schedule.kind === "weekly" ? schedule.weekday : null,
    timeZone: batch?.timeZone ?? null,
    minimum: batch?.minimum ? moneyJson(batch.minimum) : null,
    shares: shares?.map(({ account, basisPoints }) => ({ bankAccountId: account, basisPoints })) ?? null,
  };
}

const OBJECTIONS: Readonly<Record<RefusedSchedule, readonly [field: string, message: string]>> = {
  no_shares: ["shares", "must name an account"],
  not_a_share: ["shares", "must be whole hundredths of a percent above zero"],
  account_twice: ["shares", "names an account twice"],
  not_the_whole: ["shares", "must add up to 10000"],
  share_of_an_account_that_is_not_verified: ["shares", "must name verified accounts of yours"],
  no_such_time_zone: ["timeZone", "is not a time zone of the IANA database"],
};

function objection(refusal: RefusedSchedule): ProblemAnswer<"VALIDATION_FAILED"> {
  const [field, message] = OBJECTIONS[refusal];
  return invalid(field, message);
}
