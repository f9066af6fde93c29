import { CommitOutcomeUnknown, isLost, sqlStateOf } from "./errors.ts";
import { NotThePrimary } from "./timeline.ts";

/** Read-only server, disk full, out of memory, too many connections: insufficient resources (class 53) pass when somebody helps. */
const NO_WRITING = /^(25006|53)/;
const NO_CONNECTION = /timeout exceeded when trying to connect|connection timeout/;

/** Nobody is there to write for us now: what was asked has happened or not, and may be asked again under the same key. */
export const isDatabaseAway = (error: unknown): boolean =>
  error instanceof CommitOutcomeUnknown ||
  error instanceof NotThePrimary ||
  isLost(error) ||
  NO_WRITING.test(sqlStateOf(error) ?? "") ||
  (error instanceof Error && NO_CONNECTION.test(error.message));
