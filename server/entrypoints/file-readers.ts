import type { FileReader } from "#modules/files";
import { wasShown } from "#modules/messaging";
import { wasDelivered } from "#modules/orders";

/** By what else than being its owner somebody may see a file, one line for each. */
export const FILE_READERS: readonly FileReader[] = [
  (db, file, person) => wasShown(db, file.id, person),
  (db, file, person) => wasDelivered(db, file.id, person),
];
