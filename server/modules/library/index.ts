export { type DownloadRefusal, download, linkTo } from "./download.ts";
export { DEFAULT_DOWNLOADS, type DownloadRules, entitle, libraryFollowsDeal } from "./entitle.ts";
export { DownloadJson, downloadJson } from "./json.ts";
export { type LibraryParts, libraryRoutes } from "./routes.ts";
export { downloadsOfOrder, type Entitlement, entitlementOfOrder, wasSold } from "./store.ts";
