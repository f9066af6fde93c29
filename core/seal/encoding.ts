import { byteAt } from "./lists.ts";

/** The version of every encoding in this folder; a change of form is a new number, and old blocks keep theirs. */
export const VERSION = 1;

/** What the bytes that follow are, so that the hash of one thing is never the hash of another (RFC 9162 for the first two). */
export const TAGS = { leaf: 0, node: 1, hidden: 2, block: 3, tag: 4, agreement: 5, document: 6 } as const;

/** A whole number must be exact; `null` is something else than an empty text. */
export type Field = string | number | null;

/** SHA-256 over bytes, as 64 lower-case hex digits. The bytes are the caller's again as soon as it returns. */
export type Sha256 = (bytes: Uint8Array) => string;

/** Bytes that are hashed or signed: a tag, the version, and fields of which each says how long it is. */
export type Writer = {
  start(tag: number): void;
  /** A tag and the version after what is there: the beginning of one encoding among many in a buffer. */
  open(tag: number): void;
  /** A netstring (its length in bytes, a colon, the bytes, a comma) or `-,` for null. */
  put(field: Field): void;
  /** A text whose bytes in UTF-8 stand in another buffer already. */
  putUtf8(source: Uint8Array, from: number, to: number): void;
  /** Fields that were encoded before. */
  copy(source: Uint8Array, from: number, to: number): void;
  length(): number;
  /** Takes back everything after that length. */
  cut(length: number): void;
  /** A view that lasts until the next field. */
  bytes(): Uint8Array;
};

const COLON = 0x3a;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
/** For the length of a field and its marks. */
const ROOM_FOR_MARKS = 16;
/** Longer encodings are rare. */
const MOST_VIEWS = 4096;

/** One buffer for many encodings, since a verifier makes millions. */
export function createWriter(): Writer {
  let buffer = new Uint8Array(4096);
  let length = 0;
  // A view made anew makes an encoding of one number cost 235 ns, and 74 when it is kept; encodings have few lengths.
  let views: (Uint8Array | undefined)[] = [];
  const makeRoom = (more: number): void => {
    if (length + more <= buffer.length) return;
    const wider = new Uint8Array((length + more) * 2);
    wider.set(buffer.subarray(0, length));
    buffer = wider;
    views = [];
  };
  const putBytes = (source: Uint8Array, from: number, to: number): void => {
    makeRoom(to - from + ROOM_FOR_MARKS);
    length = copied(source, from, to, buffer, writeMark(buffer, length, to - from));
    buffer[length++] = COMMA;
  };
  const putText = (text: string): void => {
    makeRoom(text.length + ROOM_FOR_MARKS);
    const body = writeMark(buffer, length, text.length);
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) {
        const bytes = utf8(text);
        putBytes(bytes, 0, bytes.length);
        return;
      }
      buffer[body + at] = unit;
    }
    length = body + text.length;
    buffer[length++] = COMMA;
  };
  const putNumber = (value: number): void => {
    if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number that is exact: ${value}`);
    makeRoom(ROOM_FOR_MARKS * 2);
    length = writeNumber(buffer, length, value);
    buffer[length++] = COMMA;
  };
  const open = (tag: number): void => {
    makeRoom(2);
    buffer[length++] = tag;
    buffer[length++] = VERSION;
  };
  return {
    start(tag) {
      length = 0;
      open(tag);
    },
    open,
    put(field) {
      if (typeof field === "string") return putText(field);
      if (field !== null) return putNumber(field);
      makeRoom(2);
      buffer[length++] = MINUS;
      buffer[length++] = COMMA;
    },
    putUtf8: putBytes,
    copy(source, from, to) {
      makeRoom(to - from);
      length = copied(source, from, to, buffer, length);
    },
    length: () => length,
    cut(to) {
      length = to;
    },
    bytes() {
      if (length >= MOST_VIEWS) return buffer.subarray(0, length);
      const view = views[length] ?? buffer.subarray(0, length);
      views[length] = view;
      return view;
    },
  };
}

/** Below this many bytes a loop is faster than `set` with a view made for it: 53 and 90 ns for 40 bytes, 273 and 70 ns for 215. */
const WORTH_A_VIEW = 64;

/** Copies bytes, and answers where they end. */
function copied(source: Uint8Array, from: number, to: number, into: Uint8Array, start: number): number {
  if (to - from >= WORTH_A_VIEW) {
    into.set(source.subarray(from, to), start);
    return start + to - from;
  }
  let end = start;
  for (let at = from; at < to; at++) into[end++] = byteAt(source, at);
  return end;
}

/** A fresh copy of one encoding. */
export function encode(tag: number, fields: readonly Field[]): Uint8Array {
  const writer = createWriter();
  writer.start(tag);
  for (const field of fields) writer.put(field);
  return writer.bytes().slice();
}

/** A whole number with its length before it. Answers where it ends. */
function writeNumber(buffer: Uint8Array, from: number, value: number): number {
  const size = value < 0 ? -value : value;
  const width = digitsOf(size) + (value < 0 ? 1 : 0);
  const body = writeMark(buffer, from, width);
  if (value < 0) buffer[body] = MINUS;
  writeDigits(buffer, body + width, size);
  return body + width;
}

/** The length in decimal and the colon. */
function writeMark(buffer: Uint8Array, from: number, size: number): number {
  const end = from + digitsOf(size);
  writeDigits(buffer, end, size);
  buffer[end] = COLON;
  return end + 1;
}

function digitsOf(size: number): number {
  let digits = 1;
  for (let over = 10; size >= over; over *= 10) digits += 1;
  return digits;
}

const PART = 1_000_000_000;

/** The digits before `end`, nine at a time: small integers divide faster than doubles, which makes a time cost 101 ns and not 859. */
function writeDigits(buffer: Uint8Array, end: number, size: number): void {
  let at = end;
  let left = size;
  for (; left >= PART; left = (left - (left % PART)) / PART) {
    writeSmall(buffer, at, left % PART, at - PART_DIGITS);
    at -= PART_DIGITS;
  }
  writeSmall(buffer, at, left, at - 1);
}

const PART_DIGITS = 9;

/** Digits before `end`, at least down to `least`, with zeros where there are none. */
function writeSmall(buffer: Uint8Array, end: number, size: number, least: number): void {
  let at = end;
  for (let left = size | 0; left > 0 || at > least; ) {
    const tens = (left / 10) | 0;
    buffer[--at] = ZERO + left - tens * 10;
    left = tens;
  }
}

const SURROGATE = 0xd800;
const AFTER_SURROGATES = 0xe000;

/** Core has no TextEncoder. A half of a pair, which PostgreSQL cannot hold, is refused. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = Number(character.codePointAt(0));
    if (point >= SURROGATE && point < AFTER_SURROGATES) throw new RangeError("half a character");
    if (point < 0x80) bytes.push(point);
    else if (point < 0x800) bytes.push(0xc0 | (point >> 6), 0x80 | (point & 0x3f));
    else if (point < 0x10000) bytes.push(0xe0 | (point >> 12), 0x80 | ((point >> 6) & 0x3f), 0x80 | (point & 0x3f));
    else
      bytes.push(
        0xf0 | (point >> 18),
        0x80 | ((point >> 12) & 0x3f),
        0x80 | ((point >> 6) & 0x3f),
        0x80 | (point & 0x3f),
      );
  }
  return Uint8Array.from(bytes);
}

const HEX = /^(?:[0-9a-f]{2})*$/;

/** The bytes that lower-case hex digits stand for; throws for anything else. */
export function bytesOfHex(hex: string): Uint8Array {
  if (!HEX.test(hex)) throw new RangeError("not hex digits");
  const bytes = new Uint8Array(hex.length / 2);
  writeHex(bytes, 0, hex);
  return bytes;
}

/** Puts the bytes of hex digits into a buffer. */
export function writeHex(into: Uint8Array, from: number, hex: string): void {
  for (let at = 0; at < hex.length; at += 2) {
    into[from + at / 2] = (nibble(hex.charCodeAt(at)) << 4) | nibble(hex.charCodeAt(at + 1));
  }
}

/** Without a branch, which half of all digits would take: letters have bit 6, digits do not. */
const nibble = (unit: number): number => (unit & 15) + 9 * (unit >> 6);
