export { endProcess, isSameProcess, markOf, type ProcessMark } from "./processes.ts";
export { type Postgres, type PostgresOptions, startPostgres, stopAbandonedPostgres } from "./start.ts";
