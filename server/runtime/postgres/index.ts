export { startPostgres, stopAbandonedPostgres, type Postgres, type PostgresOptions } from "./start.ts";
export { type ProcessMark, endProcess, isSameProcess, markOf } from "./processes.ts";
