export type { CorsOrigin } from "./cors.ts";
export { type Authenticate, type Credentials, foreignOrigin } from "./gate.ts";
export { purgeIdempotency } from "./idempotency.ts";
export { expectedVersion, versionTag } from "./if-match.ts";
export { decodeJson, isCleanText } from "./json.ts";
export type { RequestLimits } from "./limits.ts";
export type { LoggerOptions } from "./logging.ts";
export { type DocsOptions, openApiText, ProblemJson } from "./openapi.ts";
export { pageAsked } from "./page.ts";
export {
  type Access,
  type AnonymousPrincipal,
  anyone,
  type KeyPrincipal,
  type PendingPrincipal,
  type Policy,
  type Principal,
  ROLES,
  type Role,
  rolesShown,
  SCOPES,
  type Scope,
  type StaffRole,
  sandboxOnly,
  secondFactorPending,
  sessionOf,
  signedByProvider,
  signedIn,
  staff,
  staffOrProgram,
  type UserPrincipal,
  withKey,
  withSession,
} from "./policy.ts";
export {
  type Challenge,
  DEAL_PROBLEMS,
  type FieldError,
  invalid,
  PROBLEMS,
  type ProblemAnswer,
  type ProblemCode,
  problem,
  problemOfRefusal,
} from "./problems.ts";
export {
  type Answer,
  type Asker,
  binary,
  defineRoute,
  type Headers,
  type Input,
  nothing,
  type Origin,
  type Reply,
  type Route,
  reply,
} from "./route.ts";
export { principalOf } from "./run.ts";
export {
  DateJson,
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  line,
  list,
  MoneyJson,
  moneyFrom,
  moneyJson,
  nullable,
  oneOf,
  PAGE,
  Phone,
  Postcode,
  paragraph,
  Quantity,
  ref,
  strict,
  Text,
} from "./schemas.ts";
export { BODY_LIMIT, buildServer, type ServerOptions, underPolicy } from "./server.ts";
export { endedSessionCookie, sessionCookie, sessionCookieName } from "./session-cookie.ts";
export type { StepUpGate, StepUpNeed, StepUpRequest } from "./step-up.ts";
