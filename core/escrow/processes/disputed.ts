import { type DeadlineForm, type Exit, RESUME, type StateForm } from "../process.ts";

type Ends = "completed" | "refunded" | "settled";
export type DisputeState =
  | "disputed"
  | "investigating"
  | "delivered_disputed"
  | "delivered_investigating"
  | "ruled_release"
  | "ruled_refund"
  | "ruled_split"
  | "appealed_release"
  | "appealed_refund"
  | "appealed_split"
  | "chargeback_pending";

/** What may happen while money is held, whatever else goes on: both agree, staff decide, or the buyer's bank takes its money back. */
export const whileHeld = {
  agree_release: { by: ["parties"], to: "completed", money: "release", reason: "AGREED" },
  agree_refund: { by: ["parties"], to: "refunded", money: "refund", reason: "AGREED" },
  agree_split: { by: ["parties"], to: "settled", money: "settle", reason: "AGREED" },
  admin_release: { by: ["finance"], to: "completed", money: "release", reason: "BY_STAFF" },
  admin_refund: { by: ["finance"], to: "refunded", money: "refund", reason: "BY_STAFF" },
  admin_settle: { by: ["finance"], to: "settled", money: "settle", reason: "BY_STAFF" },
  chargeback_opened: { by: ["gateway"], to: "chargeback_pending", freezes: true },
} as const;

/** What either may do who sees something wrong. What silence then brings depends on whether the seller has delivered. */
export const beforeDelivery = {
  ...whileHeld,
  dispute: { by: ["buyer", "seller"], to: "disputed", freezes: true },
} as const;
export const afterDelivery = {
  ...whileHeld,
  dispute: { by: ["buyer", "seller"], to: "delivered_disputed", freezes: true },
} as const;

const release = { by: ["buyer"], to: "completed", money: "release" } as const;

/** As long as nobody has decided, each may give in to the other, and who raised the dispute may take it back. */
const undecided = {
  ...whileHeld,
  withdraw: { by: ["raiser"], to: RESUME },
  concede: { by: ["seller"], to: "refunded", money: "refund", reason: "CONCEDED" },
  confirm_receipt: release,
} as const;

const rulings = {
  decide_release: { by: ["arbiter"], to: "ruled_release" },
  decide_refund: { by: ["arbiter"], to: "ruled_refund" },
  decide_split: { by: ["arbiter"], to: "ruled_split", rules: true },
} as const;

/** Upon appeal somebody else decides, and for good. */
const lastWord = {
  ...whileHeld,
  decide_release: { by: ["arbiter"], to: "completed", money: "release", reason: "DECIDED" },
  decide_refund: { by: ["arbiter"], to: "refunded", money: "refund", reason: "DECIDED" },
  decide_split: { by: ["arbiter"], to: "settled", money: "settle", reason: "DECIDED" },
} as const;

const CARRIED_OUT = {
  release: { to: "completed", money: "release", reason: "DECIDED" },
  refund: { to: "refunded", money: "refund", reason: "DECIDED" },
  split: { to: "settled", money: "settle", division: "ruling", reason: "DECIDED" },
} as const;

type Ruling = keyof typeof CARRIED_OUT;
type Exits = { readonly [command: string]: Exit<DisputeState | Ends> };

const frozen = <const Form extends Omit<StateForm<DisputeState | Ends>, "status" | "frozen">>(form: Form) =>
  ({ status: "disputed", frozen: true, ...form }) as const;

const ruled = (ruling: Ruling) =>
  frozen({
    waitsFor: "nobody",
    exits: {
      ...whileHeld,
      accept_ruling: { by: ["parties"], ...CARRIED_OUT[ruling] },
      appeal: { by: ["buyer", "seller"], to: `appealed_${ruling}` },
    } satisfies Exits,
  });
const appealed = () => frozen({ waitsFor: "arbiter", exits: lastWord });

/**
 * A dispute, the same in every process: the other party answers or lets the time for it go by, an arbiter decides, either may appeal
 * once, and silence ends each step. `remedies` are what the parties may agree on besides money, `oldNews` what may still be heard of a
 * carrier.
 */
export function disputeStates<const Remedies extends { readonly [command: string]: Exit }>(
  remedies: Remedies,
  oldNews: readonly string[] = [],
) {
  const raised = { waitsFor: "respondent", oldNews } as const;
  const studied = { waitsFor: "arbiter", oldNews } as const;
  const study = { ...undecided, ...rulings, ...remedies };
  return {
    disputed: {
      ...frozen({ ...raised, exits: {} }),
      exits: { ...undecided, ...remedies, respond: { by: ["respondent"], to: "investigating" } },
    },
    investigating: { ...frozen({ ...studied, exits: {} }), exits: study },
    delivered_disputed: {
      ...frozen({ ...raised, exits: {} }),
      exits: { ...undecided, ...remedies, respond: { by: ["respondent"], to: "delivered_investigating" } },
    },
    delivered_investigating: { ...frozen({ ...studied, exits: {} }), exits: study },
    ruled_release: { ...ruled("release"), oldNews },
    ruled_refund: { ...ruled("refund"), oldNews },
    ruled_split: { ...ruled("split"), oldNews },
    appealed_release: { ...appealed(), oldNews },
    appealed_refund: { ...appealed(), oldNews },
    appealed_split: { ...appealed(), oldNews },
    chargeback_pending: {
      ...frozen({ waitsFor: "gateway", exits: {} }),
      exits: {
        chargeback_won: { by: ["gateway"], to: RESUME },
        chargeback_lost: { by: ["gateway"], to: "refunded", money: "chargeback", reason: "CHARGEBACK" },
      },
      oldNews,
    },
  } as const;
}

/** An arbiter who says nothing of what was never delivered lets the buyer have the money back. */
export const UNDELIVERED_DEADLINES: readonly DeadlineForm<"disputed" | "investigating" | Ends>[] = [
  { kind: "response", span: ["disputed"], window: "response", to: "investigating" },
  {
    kind: "decision",
    span: ["investigating"],
    window: "decision",
    to: "refunded",
    money: "refund",
    reason: "NO_DECISION",
    fixed: true,
  },
];

/** What silence brings at each step. */
export const DISPUTE_DEADLINES: readonly DeadlineForm<Exclude<DisputeState, "disputed" | "investigating"> | Ends>[] = [
  { kind: "response", span: ["delivered_disputed"], window: "response", to: "delivered_investigating" },
  {
    kind: "decision",
    span: ["delivered_investigating"],
    window: "decision",
    to: "settled",
    money: "settle",
    division: "half",
    reason: "NO_DECISION",
    fixed: true,
  },
  ...(["release", "refund", "split"] as const).flatMap(
    (ruling): DeadlineForm<Exclude<DisputeState, "disputed" | "investigating"> | Ends>[] => [
      { kind: "appeal", span: [`ruled_${ruling}`], window: "appeal", ...CARRIED_OUT[ruling], fixed: true },
      // Who appealed is heard; where nobody hears him the first decision stands.
      { kind: "decision", span: [`appealed_${ruling}`], window: "decision", ...CARRIED_OUT[ruling], fixed: true },
    ],
  ),
  {
    kind: "chargeback",
    span: ["chargeback_pending"],
    window: "chargeback",
    to: "refunded",
    money: "chargeback",
    reason: "CHARGEBACK",
    asks: "gateway",
    fixed: true,
  },
];
