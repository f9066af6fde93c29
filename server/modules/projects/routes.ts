import type { Route } from "#runtime/http";
import { contractRoutes } from "./contract-routes.ts";
import { briefRoutes, type ProjectParts } from "./project-routes.ts";
import { proposalRoutes } from "./proposal-routes.ts";

/** Projects, proposals and contracts. */
export const projectRoutes = (parts: ProjectParts): Route[] => [
  ...briefRoutes(parts),
  ...proposalRoutes(parts),
  ...contractRoutes(parts),
];
