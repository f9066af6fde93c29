export type { Content } from "./content.ts";
export { hashOf, issueDocuments, type Marketplace } from "./issue.ts";
export { documentRoutes } from "./routes.ts";
export { documentsOf } from "./store.ts";
