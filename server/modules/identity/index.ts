export { identityRoutes } from "./routes.ts";
export { endSession, principalOfToken, signInDemoUser, startSession } from "./sessions.ts";
export {
  demoUsers,
  insertUser,
  type PickupAddress,
  ROLES,
  type Role,
  readUser,
  readUsers,
  type User,
} from "./store.ts";
