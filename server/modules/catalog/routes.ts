import type { Route } from "#runtime/http";
import type { CatalogParts } from "./parts.ts";
import { pictureRoutes } from "./picture-routes.ts";
import { publicRoutes } from "./public-routes.ts";
import { reviewFilesRoute } from "./review-files-route.ts";
import { ownRoutes } from "./seller-routes.ts";
import { reviewRoutes } from "./staff-routes.ts";

/** Categories, what is for sale, what sellers do with it, and the staff's look at it. */
export const catalogRoutes = (parts: CatalogParts): Route[] => [
  ...publicRoutes(parts),
  ...ownRoutes(parts),
  ...reviewRoutes(parts),
  ...(parts.links ? [reviewFilesRoute(parts.db, parts.links)] : []),
  ...(parts.store ? pictureRoutes({ db: parts.db, store: parts.store }) : []),
];
