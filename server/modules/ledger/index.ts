export { type PostingArrays, postingArrays } from "./post.ts";
export { type Balance, balances, faults, post, type Posted, type PostingVerdict, postingsOfDeal } from "./store.ts";
