import type { FileReader } from "#modules/files";

/** By what else than being its owner somebody may see a file, one line for each. */
export const FILE_READERS: readonly FileReader[] = [];
