export { endSession, signInDemoUser, startSession, userOfToken } from "./sessions.ts";
export { demoUsers, insertUser, type PickupAddress, readUser, readUsers, type Role, type User } from "./store.ts";
