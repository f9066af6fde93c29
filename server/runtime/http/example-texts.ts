/** A text that fits a pattern, by the first way through it; null where the pattern uses what is not read here. */
export function textLike(pattern: string, length: { readonly min: number; readonly max: number }): string | null {
  const reader: Reader = { text: pattern, at: 0 };
  const text = alternatives(reader);
  const fits = (candidate: string): boolean =>
    candidate.length >= length.min && candidate.length <= length.max && new RegExp(pattern, "u").test(candidate);
  return [text, WORDS.slice(0, length.max).trim()].find((candidate) => candidate !== null && fits(candidate)) ?? null;
}

const WORDS = "As agreed with the other side (demo)";

type Reader = { readonly text: string; at: number };

/** The first alternative of a group, or of the whole pattern. */
function alternatives(reader: Reader): string | null {
  let first: string | null = null;
  for (;;) {
    const one = sequence(reader);
    if (one === null) return null;
    first ??= one;
    if (reader.text[reader.at] !== "|") return first;
    reader.at += 1;
  }
}

function sequence(reader: Reader): string | null {
  let text = "";
  while (reader.at < reader.text.length && !"|)".includes(reader.text[reader.at] ?? "")) {
    const piece = atom(reader);
    if (piece === null) return null;
    text += repeated(piece, timesOf(reader));
  }
  return text;
}

/** Text, or the characters of a class, of which as many are taken as are wanted. */
type Piece = { readonly text: string; readonly isClass: boolean };

const literal = (text: string): Piece => ({ text, isClass: false });

function atom(reader: Reader): Piece | null {
  const character = reader.text[reader.at] ?? "";
  reader.at += 1;
  switch (character) {
    case "^":
    case "$":
      return literal("");
    case "(":
      return group(reader);
    case "[":
      return characterClass(reader);
    case "\\":
      return escaped(reader);
    case ".":
      return literal("x");
    default:
      return literal(character);
  }
}

function group(reader: Reader): Piece | null {
  const kind = /^\?(?::|<?[!=])/.exec(reader.text.slice(reader.at, reader.at + 3))?.[0] ?? "";
  reader.at += kind.length;
  const inner = alternatives(reader);
  reader.at += 1;
  if (inner === null) return null;
  return literal(kind === "" || kind === "?:" ? inner : "");
}

/** The first character that a class names, or a letter that it does not exclude. Digits of a hexadecimal class are those of an id. */
function characterClass(reader: Reader): Piece | null {
  const end = reader.text.indexOf("]", reader.at);
  const inside = reader.text.slice(reader.at, end);
  if (end < 0) return null;
  reader.at = end + 1;
  const allowed = new RegExp(`[${inside}]`, "u");
  const known = [HEX, "aA0 ._-+/"].map((some) => [...some].filter((one) => allowed.test(one)).join(""));
  const text = known.find((some) => some.length === HEX.length) ?? known.find((some) => some !== "");
  return text === undefined ? null : { text, isClass: true };
}

const HEX = "0199aa00c0de7000a000000000000042";

function escaped(reader: Reader): Piece | null {
  const character = reader.text[reader.at] ?? "";
  reader.at += 1;
  if (character === "d") return { text: "2026", isClass: true };
  if (character === "s") return literal(" ");
  return /[A-Za-z]/.test(character) ? null : literal(character);
}

const QUANTIFIER = /^(?:[?*+]|\{(\d+)(?:,\d*)?\})/;

function timesOf(reader: Reader): number | null {
  const found = QUANTIFIER.exec(reader.text.slice(reader.at, reader.at + 12));
  if (!found) return null;
  reader.at += found[0].length;
  if (found[1] !== undefined) return Number(found[1]);
  return found[0] === "+" ? 1 : 0;
}

function repeated({ text, isClass }: Piece, times: number | null): string {
  if (!isClass) return text.repeat(times ?? 1);
  return text.repeat(Math.ceil((times ?? 1) / text.length)).slice(0, times ?? 1);
}
