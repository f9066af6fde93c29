import { createRequire } from "node:module";

export type Direction = "ltr" | "rtl";
export type Face = "text" | "devanagari";

/** A piece of a line that one font shapes as a whole, in the order in which its letters are read. */
export type Run = { readonly text: string; readonly face: Face };

/** A paragraph with the level of each of its letters (Unicode's bidirectional algorithm). */
export type Paragraph = {
  readonly text: string;
  readonly levels: Uint8Array;
  readonly mirrored: ReadonlyMap<number, string>;
};

/** The part of bidi-js that we use; the package brings no types. */
type Bidi = {
  getEmbeddingLevels(text: string, base: Direction): { readonly levels: Uint8Array };
  getMirroredCharactersMap(text: string, levels: Uint8Array, start: number, end: number): Map<number, string>;
};
/** Loaded with the first document: most processes never draw one. */
const loaded: { bidi?: Bidi } = {};
function bidi(): Bidi {
  loaded.bidi ??= (createRequire(import.meta.url)("bidi-js") as () => Bidi)();
  return loaded.bidi;
}

export function paragraphOf(text: string, direction: Direction): Paragraph {
  const found = bidi().getEmbeddingLevels(text, direction);
  const mirrored = bidi().getMirroredCharactersMap(text, found.levels, 0, Math.max(0, text.length - 1));
  return { text, levels: found.levels, mirrored };
}

/** Marks that say how to order and are never drawn. */
const CONTROLS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What the font's shaper tells a script by, and the scripts that it turns round: for it the Arabic digits are Arabic as well. */
const TELLING = /[\p{Letter}\u0660-\u0669\u06f0-\u06f9]/u;
const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}\u0660-\u0669]/u;
const DEVANAGARI = /[\u0900-\u097f\ua8e0-\ua8ff]/;

type Piece = { text: string; readonly level: number; readonly face: Face };

/** A line of a paragraph as runs from left to right, whichever way it is read. */
export function runsOf({ text, levels, mirrored }: Paragraph, start: number, end: number): Run[] {
  const pieces: Piece[] = [];
  for (let at = start; at < end; at++) {
    const sign = text.charAt(at);
    if (CONTROLS.test(sign)) continue;
    const level = levels[at] ?? 0;
    const last = pieces.at(-1);
    const face = faceOf(sign, last?.face);
    const drawn = mirrored.get(at) ?? sign;
    if (last && last.level === level && last.face === face) last.text += drawn;
    else pieces.push({ text: drawn, level, face });
  }
  return inVisualOrder(pieces).map(({ text: letters, level, face }) => ({ text: shapeable(letters, level), face }));
}

/** A space or a mark within a word of one script is that script's. */
const faceOf = (sign: string, before: Face | undefined): Face => {
  if (DEVANAGARI.test(sign)) return "devanagari";
  return before === "devanagari" && /[\u200c\u200d]/.test(sign) ? "devanagari" : "text";
};

/**
 * The font's shaper turns a run round that begins with a script read from the right, digits too, which are read from the left; other signs it leaves as
 * they stand. What it does wrongly is done the other way before.
 */
function shapeable(letters: string, level: number): string {
  const turned = RIGHT_TO_LEFT.test(TELLING.exec(letters)?.[0] ?? "");
  return (level % 2 === 1) === turned ? letters : [...letters].toReversed().join("");
}

/** From the highest level down, whatever is at least so deep is turned round (rule L2). */
function inVisualOrder(pieces: readonly Piece[]): Piece[] {
  let ordered = [...pieces];
  for (let level = Math.max(0, ...pieces.map((piece) => piece.level)); level > 0; level--) {
    const turned: Piece[] = [];
    for (let at = 0; at < ordered.length; ) {
      const end = endOfLevel(ordered, at, level);
      turned.push(...(end > at ? ordered.slice(at, end).toReversed() : ordered.slice(at, at + 1)));
      at = Math.max(end, at + 1);
    }
    ordered = turned;
  }
  return ordered;
}

function endOfLevel(pieces: readonly Piece[], from: number, level: number): number {
  let end = from;
  while ((pieces[end]?.level ?? -1) >= level) end += 1;
  return end;
}

/** What is drawn of a text, for measuring it. */
export const withoutControls = (text: string): string => text.replaceAll(new RegExp(CONTROLS, "g"), "");
