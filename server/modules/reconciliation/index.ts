export { payoutsBlocked, unexplained } from "./blocked.ts";
export { type CannotExplain, explainDifference, previewExplanation } from "./explain.ts";
export { type CustodyView, custodyView } from "./position.ts";
export {
  fetchAndReconcile,
  nextReading,
  readDaily,
  type StatementSources,
  scheduleReadings,
} from "./read-statement.ts";
export { differenceJson, reconciliationRoutes, runJson } from "./routes.ts";
export { DEFAULT_RECONCILIATION, type ReconciliationSettings } from "./settings.ts";
export { type Difference, latestRuns, openDifferences, openMoney, type RunRecord } from "./store.ts";
