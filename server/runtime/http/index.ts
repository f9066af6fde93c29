export { encodeCursor, readCursor } from "./cursor.ts";
export { type Authenticate, type Credentials, foreignOrigin } from "./gate.ts";
export { purgeIdempotency } from "./idempotency.ts";
export { expectedVersion, versionTag } from "./if-match.ts";
export { decodeJson, isCleanText } from "./json.ts";
export type { LoggerOptions } from "./logging.ts";
export { type DocsOptions, openApiText, ProblemJson } from "./openapi.ts";
export {
  type AnonymousPrincipal,
  anyone,
  type KeyPrincipal,
  type Policy,
  type Principal,
  ROLES,
  type Role,
  type StaffRole,
  sandboxOnly,
  signedByProvider,
  signedIn,
  staff,
  type UserPrincipal,
  withKey,
} from "./policy.ts";
export {
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
  binary,
  defineRoute,
  type Headers,
  type Input,
  nothing,
  type Reply,
  type Route,
  reply,
} from "./route.ts";
export { principalOf } from "./run.ts";
export {
  DateJson,
  DEFAULT_LIMIT,
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
