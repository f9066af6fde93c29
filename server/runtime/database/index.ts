export { type ConnectOptions, connect } from "./connect.ts";
export { CommitOutcomeUnknown, constraintOf, sqlStateOf } from "./errors.ts";
export { type Migrated, type MigrateOptions, migrate } from "./migrate.ts";
export type { Database, Queryable, QueryOptions, TransactionOptions, Tx } from "./queryable.ts";
export { schemaDump } from "./schema-dump.ts";
export { json, timestamp } from "./values.ts";
