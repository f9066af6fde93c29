export type { PersonalPlace } from "./erase.ts";
export { privacyRoutes } from "./routes.ts";
