import type { Fields, LaterKind } from "../api/later.ts";
import type { Problem } from "../api/problem.ts";
import type { FilePurpose } from "../api/upload-path.ts";

/** What somebody wrote and what has not been answered yet, as this browser keeps it. */
export type Waiting = {
  /** The form's key: the same from the first try to the last. */
  key: string;
  /** Nobody else sends it, whoever signs in meanwhile. */
  person: string;
  kind: LaterKind;
  /** What concerns one thing is sent in the order in which it was written. */
  lane: string;
  /** The page where it was written, below that of a language. */
  page: string;
  /** What it concerns, as its reader knows it: an order's number. */
  about: string;
  fields: Fields;
  /** Files that were sent ahead, and those that go along. */
  fileIds: string[];
  files: { name: string; purpose: FilePurpose; bytes: Blob }[];
  at: string;
  state: "waiting" | "refused";
  /** Why it was refused. */
  problem: Problem | null;
};

export type Kept = Waiting & { place: number };
