/** Files that people bring: sent ahead by the page's script, or with the form where there is none. */
import type { Problem } from "./problem.ts";
import { type Args, sendFile } from "./server.ts";
import { type FilePurpose, uploadPath } from "./upload-path.ts";

export type StoredFile = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  uploadedAt: string;
  /** What is known of viruses in it: nobody gets what is still being checked. */
  scan: "waiting" | "clean" | "infected" | "unscanned";
};

export const LARGEST_FILE = 25 * 1024 * 1024;
/** The form's fields: ids of what was sent ahead, and files that come along. */
export const FILE_IDS = "fileIds";
export const FILES = "files";

/** The ids of a form's files; those that came along are uploaded now, under keys that follow from the form's. */
export async function filesOf(
  args: Args,
  form: FormData,
  purpose: FilePurpose,
  key: string,
): Promise<{ ok: true; ids: string[] } | { ok: false; problem: Problem }> {
  const ids = form.getAll(FILE_IDS).filter((id): id is string => typeof id === "string" && id !== "");
  for (const [place, file] of form.getAll(FILES).entries()) {
    if (typeof file === "string" || file.size === 0) continue;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const sent = await sendFile(args, uploadPath(file.name, purpose), bytes, `${key}:file:${place}`);
    if (!sent.ok) return sent;
    ids.push(sent.value.id);
  }
  return { ok: true, ids };
}
