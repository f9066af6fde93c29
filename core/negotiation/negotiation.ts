import { ok, type Result, refuse } from "../result/index.ts";
import { after, type Duration, days, type Instant } from "../time/index.ts";
import { otherSide, type Side } from "./terms.ts";

export const NEGOTIATION_STATES = ["open", "agreement_reached", "closed", "expired"] as const;
export type NegotiationState = (typeof NEGOTIATION_STATES)[number];

export const OFFER_STATES = ["standing", "superseded", "withdrawn", "accepted", "closed", "expired"] as const;
export type OfferState = (typeof OFFER_STATES)[number];

/** An offer as far as the rules look at it; what it offers is not theirs. */
export type StandingOffer = { readonly by: Side; readonly expiresAt: Instant };

/** Two people who talk about one listing: at most one offer stands, and it is the last one made. */
export type Negotiation = {
  readonly state: NegotiationState;
  readonly standing: StandingOffer | null;
  /** When it ends by itself, unless somebody offers again. */
  readonly runsOutAt: Instant;
};

export type NegotiationRefusal = "negotiation_over" | "no_such_offer" | "own_offer" | "not_own_offer" | "offer_expired";

/** So long a negotiation rests after the last offer has run out before it ends by itself. */
export const PATIENCE: Duration = days(14);

/** Time ends a negotiation whether or not a worker has noted it. */
export const stateAt = ({ state, runsOutAt }: Negotiation, now: Instant): NegotiationState =>
  state === "open" && now >= runsOutAt ? "expired" : state;

/** What became of an offer; of the last one, while nothing else has happened to it, time decides. */
export const offerStateAt = (state: OfferState, expiresAt: Instant, now: Instant): OfferState =>
  state === "standing" && now >= expiresAt ? "expired" : state;

export const opened = (by: Side, expiresAt: Instant): Negotiation => ({
  state: "open",
  standing: { by, expiresAt },
  runsOutAt: after(expiresAt, PATIENCE),
});

/** Either side may offer at any time while it is open; whatever stood before stands no more. */
export function offer(
  negotiation: Negotiation,
  by: Side,
  expiresAt: Instant,
  now: Instant,
): Result<Negotiation, NegotiationRefusal> {
  if (stateAt(negotiation, now) !== "open") return refuse("negotiation_over");
  return ok(opened(by, expiresAt));
}

/** Only the other side accepts, and only what stands at that moment. */
export function accept(
  negotiation: Negotiation,
  by: Side,
  isTheStandingOne: boolean,
  now: Instant,
): Result<Negotiation, NegotiationRefusal> {
  const found = standingOf(negotiation, isTheStandingOne, now);
  if (!found.ok) return found;
  if (found.value.by !== otherSide(by)) return refuse("own_offer");
  return ok({ ...negotiation, state: "agreement_reached", standing: null });
}

/** Whoever made the standing offer takes it back; the talk goes on. */
export function withdraw(
  negotiation: Negotiation,
  by: Side,
  isTheStandingOne: boolean,
  now: Instant,
): Result<Negotiation, NegotiationRefusal> {
  const found = standingOf(negotiation, isTheStandingOne, now);
  if (!found.ok) return found;
  if (found.value.by !== by) return refuse("not_own_offer");
  return ok({ ...negotiation, standing: null });
}

/** Either side ends it. */
export function close(negotiation: Negotiation, now: Instant): Result<Negotiation, NegotiationRefusal> {
  if (stateAt(negotiation, now) !== "open") return refuse("negotiation_over");
  return ok({ ...negotiation, state: "closed", standing: null });
}

function standingOf(
  negotiation: Negotiation,
  isTheStandingOne: boolean,
  now: Instant,
): Result<StandingOffer, NegotiationRefusal> {
  if (stateAt(negotiation, now) !== "open") return refuse("negotiation_over");
  const { standing } = negotiation;
  if (!standing || !isTheStandingOne) return refuse("no_such_offer");
  return now >= standing.expiresAt ? refuse("offer_expired") : ok(standing);
}

export const NEGOTIATION_ACTS = ["offer", "accept", "withdraw", "close"] as const;
export type NegotiationAct = (typeof NEGOTIATION_ACTS)[number];

/** What one side may do now. */
export function actsOf(negotiation: Negotiation, side: Side, now: Instant): NegotiationAct[] {
  const may = {
    offer: stateAt(negotiation, now) === "open",
    accept: accept(negotiation, side, true, now).ok,
    withdraw: withdraw(negotiation, side, true, now).ok,
    close: close(negotiation, now).ok,
  };
  return NEGOTIATION_ACTS.filter((act) => may[act]);
}
