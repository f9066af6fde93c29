export { type Archive, archiveOf, restoreArchive } from "./archive.ts";
export { isDatabaseAway } from "./away.ts";
export { type ConnectOptions, connect } from "./connect.ts";
export { CommitOutcomeUnknown, constraintOf, isLost, isWorthAnotherTry, sqlStateOf } from "./errors.ts";
export { type Migrated, type MigrateOptions, migrate } from "./migrate.ts";
export {
  type Database,
  isDatabase,
  type Queryable,
  type TransactionOptions,
  type Tx,
} from "./queryable.ts";
export { schemaDump } from "./schema-dump.ts";
export { NotThePrimary } from "./timeline.ts";
export { undoing } from "./undoing.ts";
export { json, plainArray, textArray, timestamp } from "./values.ts";
