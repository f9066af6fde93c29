export { postgresSearch } from "./find.ts";
export { searchRoutes } from "./routes.ts";
export { followListings } from "./take-in.ts";
