export { principalOf, principalOfToken } from "./door.ts";
export { Email } from "./email.ts";
export { lockUser, personalIdentity } from "./erase.ts";
export { clientsOf as programsOf } from "./grants/client-store.ts";
export { createClient } from "./grants/clients.ts";
export { purgeGrants } from "./grants/issue.ts";
export { authorizationServer } from "./grants/metadata.ts";
export { type GrantParts, grantRoutes } from "./grants/routes.ts";
export { keyRoutes } from "./keys/routes.ts";
export { type Reader, readReader } from "./mail/reader.ts";
export { tellUser } from "./mail/request.ts";
export { mailJob } from "./mail/send.ts";
export type { OidcParts } from "./oidc/return.ts";
export { oidcRoutes } from "./oidc/routes.ts";
export type { IdentityParts } from "./parts.ts";
export { argon2Passwords, type Passwords } from "./passwords/argon2.ts";
export { grantAdmin } from "./people/change.ts";
export { purgeIdentity } from "./purge.ts";
export { identityRoutes } from "./routes.ts";
export { endSession, signInDemoUser, startSession } from "./sessions.ts";
export { stepUpGate } from "./step-up/gate.ts";
export { mailStepUpCode } from "./step-up/mail.ts";
export { stepUpRoutes, waitingCodes } from "./step-up/routes.ts";
export {
  anybodyThere,
  demoUsers,
  insertUser,
  type PickupAddress,
  ROLES,
  type Role,
  readUser,
  readUsers,
  type User,
} from "./store.ts";
export { AUTHENTICATOR_SECRETS, ENROLMENT_SECRETS } from "./two-factor/store.ts";
