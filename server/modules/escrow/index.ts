export { type AdvanceRefusal, advance, advanceFrom, advanceTogether, type Given, openDeal } from "./advance.ts";
export {
  CONSENTS,
  type Consent,
  type ConsentId,
  type ConsentKind,
  type ConsentState,
  consentsOf,
  readConsent,
} from "./consent-store.ts";
export {
  askConsent,
  type ConsentRefusal,
  consentsFollowDeal,
  giveConsent,
  refuseConsent,
  withdrawConsent,
} from "./consents.ts";
export { deadlineSweep, lapseDeadline, type Sweeping, sweepDeadlines } from "./deadlines.ts";
export { type DealMoved, readMoved } from "./moved.ts";
export { type DealEvent, eventsOf, nextWake, readDeal } from "./store.ts";
