import { type Duration, days, hours, minutes } from "../time/index.ts";

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
  commissionBasisPoints: 300,
  commissionTax: null,
  reserve: null,
};
