export { appeal, type DisputeNews, type DisputeRefusal, decide, end, putIn, raise, respond, take } from "./acts.ts";
export { hearingOf } from "./converse.ts";
export { personalDisputes } from "./erase.ts";
export { isEvidenceFor } from "./file-store.ts";
export { disputesFollowDeal } from "./follow.ts";
export { disputeRoutes } from "./routes.ts";
export { type Dispute, openDisputeOf, readDispute } from "./store.ts";
