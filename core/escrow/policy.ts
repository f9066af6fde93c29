import { type Calendar, type Counting, due, leftOf } from "../calendar/index.ts";
import { after, type Duration, days, hours, type Instant, minutes } from "../time/index.ts";

export type Windows = Policy["windows"];
export type WindowName = keyof Windows;
type Counts = { readonly [name in WindowName]?: Counting };

/** How long each span may last, and what a sale costs; a copy is frozen into each deal. */
export type Policy = {
  readonly windows: {
    readonly payment: Duration;
    /** Where the sale was negotiated and signed for. */
    readonly paymentAgreed: Duration;
    readonly signatures: Duration;
    /** How long work that was paid for ahead may wait until it is its turn. */
    readonly start: Duration;
    /** How long a seller has to send the goods, or to accept the work. */
    readonly dispatch: Duration;
    readonly delivery: Duration;
    /** How long work may be late before it is refunded. */
    readonly lateness: Duration;
    readonly inspection: Duration;
    /** Where no carrier tracks the parcel and the seller's word is all there is. */
    readonly inspectionUntracked: Duration;
    /** Files can be looked at as soon as they are paid for. */
    readonly inspectionDigital: Duration;
    readonly inspectionWork: Duration;
    /** How long a buyer has to send goods back, and the seller then to look at them. */
    readonly return: Duration;
    /** How long the other party has to answer a dispute. */
    readonly response: Duration;
    /** How long an arbiter may be silent before the case is decided without one. */
    readonly decision: Duration;
    readonly appeal: Duration;
    /** How long a gateway may take to decide a chargeback before it counts as lost. */
    readonly chargeback: Duration;
  };
  /** Which days are business days, and how windows are counted by them; one that is not named runs by the clock. Null: all do. */
  readonly calendar: (Calendar & { readonly counts: Counts }) | null;
  readonly commissionBasisPoints: number;
  /** Tax on the commission; null where none is due. */
  readonly commissionTax: { readonly code: string; readonly basisPoints: number } | null;
  /** Part of each release that is held back against chargebacks; null where nothing is. */
  readonly reserve: { readonly basisPoints: number; readonly hold: Duration } | null;
};

export const DEFAULT_POLICY: Policy = {
  windows: {
    payment: minutes(30),
    paymentAgreed: hours(24),
    signatures: hours(72),
    start: days(90),
    dispatch: hours(48),
    delivery: days(7),
    lateness: days(7),
    inspection: hours(24),
    inspectionUntracked: days(7),
    inspectionDigital: 0,
    inspectionWork: days(7),
    return: days(7),
    response: hours(72),
    decision: days(30),
    appeal: hours(72),
    chargeback: days(120),
  },
  calendar: null,
  commissionBasisPoints: 300,
  commissionTax: null,
  reserve: null,
};

/**
 * Where people have a day or a few to act, only business days count; a week or more runs by the clock, and still never ends on a day
 * off. By the clock alone run the windows that wait for a payment, a gateway, a contract or an arbiter.
 */
const COUNTS: Counts = {
  signatures: "business_days",
  dispatch: "business_days",
  inspection: "business_days",
  response: "business_days",
  appeal: "business_days",
  delivery: "ends_on_business_day",
  lateness: "ends_on_business_day",
  inspectionUntracked: "ends_on_business_day",
  inspectionWork: "ends_on_business_day",
  return: "ends_on_business_day",
};

/** The policy of a marketplace that has business days. */
export const withCalendar = (policy: Policy, { week, country }: Calendar): Policy => ({
  ...policy,
  calendar: { week, country, counts: COUNTS },
});

/** The policy with windows that two people have agreed upon: what they have said in days and hours is meant by the clock. */
export function withAgreed(policy: Policy, agreed: Partial<Windows>): Policy {
  const windows = { ...policy.windows, ...agreed };
  if (!policy.calendar) return { ...policy, windows };
  const named = Object.entries(policy.calendar.counts).filter(([name]) => !Object.hasOwn(agreed, name));
  return { ...policy, windows, calendar: { ...policy.calendar, counts: Object.fromEntries(named) } };
}

/** When so much time of a window is over. */
export function dueBy({ calendar }: Policy, window: WindowName, from: Instant, length: Duration): Instant {
  const counting = calendar?.counts[window];
  return calendar && counting ? due(from, length, counting, calendar) : after(from, length);
}

/** How much of a window is left, to be given to `dueBy` again. */
export function leftBy({ calendar }: Policy, window: WindowName, now: Instant, dueAt: Instant): Duration {
  const counting = calendar?.counts[window];
  return calendar && counting ? leftOf(now, dueAt, counting, calendar) : dueAt - now;
}
