import { parseId } from "@amana/core/ids";
import { hearingOf } from "#modules/disputes";
import type { FileReader } from "#modules/files";
import { subjectsShowing, wasShown } from "#modules/messaging";
import { wasDelivered } from "#modules/orders";

/** By what else than being its owner somebody may see a file, one line for each. */
export const FILE_READERS: readonly FileReader[] = [
  (db, file, person) => wasShown(db, file.id, person),
  async (db, file, person) => {
    const subjects = await subjectsShowing(db, file.id);
    for (const { kind, id } of subjects) {
      const known = kind === "dispute" ? parseId("dispute", id) : null;
      if (known && (await hearingOf(db, known))?.arbiter === person) return true;
    }
    return false;
  },
  (db, file, person) => wasDelivered(db, file.id, person),
];
