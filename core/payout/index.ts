export {
  type AccountStatus,
  allotShares,
  checkShares,
  type Destination,
  destinationOf,
  isUsable,
  type PayableAccount,
  type Share,
  type ShareRefusal,
  usableFrom,
} from "./accounts.ts";
export {
  available,
  type Division,
  decideWithdrawal,
  divideRelease,
  dueReserve,
  type Purse,
  recoverable,
  type Withdrawal,
  type WithdrawalLimits,
  type WithdrawalRefusal,
} from "./purse.ts";
export {
  type BatchSchedule,
  isBatch,
  isOverdue,
  nextBatch,
  type OffsetAt,
  restBeforeRetry,
  type Schedule,
} from "./schedule.ts";
