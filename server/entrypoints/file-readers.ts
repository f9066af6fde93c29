import { parseId, type UserId } from "@amana/core/ids";
import { hearingOf, isEvidenceFor } from "#modules/disputes";
import type { FileId, FileReader } from "#modules/files";
import { subjectsShowing, wasShown } from "#modules/messaging";
import { wasDelivered } from "#modules/orders";
import type { Queryable } from "#runtime/database";

/** By what else than being its owner somebody may see a file, one line for each. */
export const FILE_READERS: readonly FileReader[] = [
  (db, file, person) => wasShown(db, file.id, person),
  (db, file, person) => wasShownToArbiter(db, file.id, person),
  (db, file, person) => wasDelivered(db, file.id, person),
  (db, file, person) => isEvidenceFor(db, file.id, person),
];

/** Whoever has taken a dispute sees what its parties show each other about it. */
async function wasShownToArbiter(db: Queryable, file: FileId, person: UserId): Promise<boolean> {
  for (const { kind, id } of await subjectsShowing(db, file)) {
    const dispute = kind === "dispute" ? parseId("dispute", id) : null;
    if (dispute && (await hearingOf(db, dispute))?.arbiter === person) return true;
  }
  return false;
}
