export { type Outlook, outlook } from "./outlook.ts";
export * from "./process.ts";
export { PROCESSES, processOf, shippedGoods } from "./processes/index.ts";
export {
  type Command,
  type Deadline,
  type Deal,
  lapse,
  type Opening,
  open,
  type Refusal,
  type Step,
  type Suspension,
  step,
  WALLET,
} from "./step.ts";
