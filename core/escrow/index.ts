export { type Deadline, type Deal, type Suspension, WALLET } from "./deal.ts";
export { type Outlook, outlook } from "./outlook.ts";
export * from "./process.ts";
export { PROCESSES, processOf, shippedGoods } from "./processes/index.ts";
export {
  type Command,
  lapse,
  type Opening,
  open,
  type Refusal,
  type Step,
  step,
} from "./step.ts";
