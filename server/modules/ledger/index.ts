export {
  type AccountEntry,
  type AccountOf,
  balanceBefore,
  balancesIn,
  entriesBefore,
  entriesFrom,
  firstEntryAt,
} from "./account-entries.ts";
export { type Account, accountsOf, isAccount } from "./accounts.ts";
export { accountsBelowZero } from "./below-zero.ts";
export { type Custody, custody, type Family, isBalanced } from "./custody.ts";
export { type AccountMovement, movementsOn } from "./movements.ts";
export { type Prepared, postingArrays, prepare } from "./post.ts";
export {
  type Balance,
  balances,
  dealOfPosting,
  faults,
  type Posted,
  type PostingVerdict,
  post,
  postingsOfDeal,
} from "./store.ts";
