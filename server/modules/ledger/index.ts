export { type PostingArrays, postingArrays } from "./post.ts";
export { type Balance, balances, faults, type Posted, type PostingVerdict, post, postingsOfDeal } from "./store.ts";
