export { endSession, signInDemoUser, startSession, userOfToken } from "./sessions.ts";
export { demoUsers, insertUser, type PickupAddress, readUser, readUsers, type Role, ROLES, type User } from "./store.ts";
export { identityRoutes } from "./routes.ts";
