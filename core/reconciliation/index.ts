export {
  atStakeIn,
  COUNTERPARTS,
  type Counterpart,
  type ExplainRefusal,
  effectOf,
  explanationOf,
} from "./explain.ts";
export {
  type Charges,
  type FeeSchedule,
  type Finding,
  type FindingClass,
  type FindingReason,
  LINE_KINDS,
  type LineKind,
  type MatchRules,
  type Movement,
  type StatementLine,
  type Sums,
} from "./lines.ts";
export { chargesBy, isDifference, match } from "./match.ts";
