import type { Problem } from "../../api/problem.ts";
import type { Fields } from "./fields.ts";

/** What became of a form of the editor. */
export type EditorAnswer = {
  form: "content" | "pictures" | "files" | "state" | "stock";
  /** Of the content: what stands in it from now on. */
  fields: Fields | null;
  /** What is wrong, by the name of the input. */
  wrong: Record<string, string>;
  problem: Problem | null;
  key: string;
  /** The version that was written down. */
  saved: number | null;
};
