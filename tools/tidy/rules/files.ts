import { type FileRule, type Finding, findingAt, isScript } from "../finding.ts";

const LONGEST = 400;
const LONGEST_OVERVIEW = 100;
/** Nobody reads it from top to bottom: a program makes it of the whole API. */
const MADE = "sdk/schema.d.ts";
const NAMES_WITHOUT_MEANING = /^(.+-)?(utils?|helpers?|common|misc|base|managers?|impl)$/;
const NOTE_FOR_LATER = /\b(?:TO(?:DO)|FIX(?:ME))\b/g;

/** A file that outgrew its room has two subjects. */
export const fileLength: FileRule = (file) => {
  if (file.path === MADE) return [];
  const longest = file.path === "ARCHITECTURE.md" ? LONGEST_OVERVIEW : isScript(file.path) ? LONGEST : null;
  const lines = file.text.split("\n").length - (file.text.endsWith("\n") ? 1 : 0);
  if (longest === null || lines <= longest) return [];
  return [{ path: file.path, line: lines, message: `${lines} lines, ${longest} are allowed: split it by subject.` }];
};

/** A name such as `utils` says nothing and attracts everything. */
export const fileNames: FileRule = (file) => {
  const empty = file.path.split("/").find((part) => NAMES_WITHOUT_MEANING.test(part.split(".")[0] ?? ""));
  return empty ? [{ path: file.path, line: 1, message: `"${empty}" names nothing: call it after what is in it.` }] : [];
};

/** A note for later is never read again. */
export const nothingForLater: FileRule = (file) => {
  if (file.path === "package-lock.json") return [];
  return [...file.text.matchAll(NOTE_FOR_LATER)].map(
    (match): Finding =>
      findingAt(file, match.index, `${match[0]}: do it now, or open an issue and say there what is missing.`),
  );
};
