export { approve, MOVED } from "./decide.ts";
export { ApprovalJson, approvalJson } from "./json.ts";
export {
  APPROVAL_PROBLEMS,
  type ApprovalId,
  type ApprovalKind,
  type ApprovalLimit,
  type Asked,
  DEFAULT_APPROVAL_LIMIT,
  type KindRefusal,
  needsApproval,
  type Outcome,
} from "./kind.ts";
export { concernedBy, mayDecideOn, OWN_DEAL } from "./own-deals.ts";
export { propose } from "./propose.ts";
export { approvalRoutes } from "./routes.ts";
