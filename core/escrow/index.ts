export { type Deadline, type Deal, type Suspension, WALLET } from "./deal.ts";
export { sellerShare } from "./movements.ts";
export { type Outlook, outlook } from "./outlook.ts";
export { DEFAULT_POLICY, type Policy, type WindowName, withAgreed, withCalendar } from "./policy.ts";
export * from "./process.ts";
export { digitalGoods, milestone, PROCESSES, processOf, service, shippedGoods } from "./processes/index.ts";
export {
  type Command,
  EXTEND,
  isEntitled,
  isExtendable,
  LONGEST_EXTENSION,
  lapse,
  type Opening,
  open,
  type Refusal,
  type Step,
  step,
} from "./step.ts";
