import { readFileSync } from "node:fs";
import { FIRST_SECTIONS } from "./sections.ts";

const PART = /^(.*\/(?:en|ar)\.json)\?part=(first|rest)$/;

/** Gives the words of a language in two parts: `en.json?part=first` is what the public pages say, `?part=rest` all else. */
export const splitWords = () => ({
  name: "split-words",
  enforce: "pre" as const,
  load(id: string): string | null {
    const [, file, part] = PART.exec(id) ?? [];
    if (!file) return null;
    const words: Record<string, unknown> = JSON.parse(readFileSync(file, "utf8"));
    const kept = Object.entries(words).filter(([section]) => FIRST_SECTIONS.has(section) === (part === "first"));
    return `export default ${JSON.stringify(Object.fromEntries(kept))};`;
  },
});
