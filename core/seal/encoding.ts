/** The version of every encoding in this folder; a change of form is a new number, and old blocks keep theirs. */
export const VERSION = 1;

/** What the bytes that follow are, so that the hash of one thing is never the hash of another (RFC 9162 for the first two). */
export const TAGS = { leaf: 0, node: 1, hidden: 2, block: 3, tag: 4 } as const;

/** A whole number must be exact; `null` is something else than an empty text. */
export type Field = string | number | null;

/** SHA-256 over bytes, as 64 lower-case hex digits. The bytes are the caller's again as soon as it returns. */
export type Sha256 = (bytes: Uint8Array) => string;

/** Bytes that are hashed or signed: a tag, the version, and fields of which each says how long it is. */
export type Writer = {
  start(tag: number): void;
  /** A netstring (its length in bytes, a colon, the bytes, a comma) or `-,` for null. */
  put(field: Field): void;
  /** A view that lasts until the next `start`. */
  bytes(): Uint8Array;
};

const COLON = 0x3a;
const COMMA = 0x2c;
const MINUS = 0x2d;
const ZERO = 0x30;
/** UTF-8 takes three bytes at most for one unit of a JavaScript string; the rest is for the length and its marks. */
const ROOM_FOR_MARKS = 16;

/** One buffer for many encodings, since a verifier makes millions. */
export function createWriter(): Writer {
  let buffer = new Uint8Array(4096);
  let length = 0;
  const makeRoom = (more: number): void => {
    if (length + more <= buffer.length) return;
    const wider = new Uint8Array((length + more) * 2);
    wider.set(buffer.subarray(0, length));
    buffer = wider;
  };
  const putText = (text: string): void => {
    makeRoom(text.length * 3 + ROOM_FOR_MARKS);
    const start = length;
    length = writeMark(buffer, length, text.length);
    const body = length;
    for (let at = 0; at < text.length; at++) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) {
        const bytes = utf8(text);
        length = writeMark(buffer, start, bytes.length);
        buffer.set(bytes, length);
        length += bytes.length;
        buffer[length++] = COMMA;
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
    const size = value < 0 ? -value : value;
    let digits = 1;
    for (let left = size; left >= 10; left = (left - (left % 10)) / 10) digits += 1;
    const width = value < 0 ? digits + 1 : digits;
    length = writeMark(buffer, length, width);
    if (value < 0) buffer[length] = MINUS;
    length += width;
    for (let at = length - 1, left = size; digits > 0; digits--, at--) {
      buffer[at] = ZERO + (left % 10);
      left = (left - (left % 10)) / 10;
    }
    buffer[length++] = COMMA;
  };
  return {
    start(tag) {
      buffer[0] = tag;
      buffer[1] = VERSION;
      length = 2;
    },
    put(field) {
      if (typeof field === "string") return putText(field);
      if (field !== null) return putNumber(field);
      makeRoom(2);
      buffer[length++] = MINUS;
      buffer[length++] = COMMA;
    },
    bytes: () => buffer.subarray(0, length),
  };
}

/** A fresh copy of one encoding. */
export function encode(tag: number, fields: readonly Field[]): Uint8Array {
  const writer = createWriter();
  writer.start(tag);
  for (const field of fields) writer.put(field);
  return writer.bytes().slice();
}

/** The length in decimal and the colon. */
function writeMark(buffer: Uint8Array, from: number, size: number): number {
  let at = from;
  let unit = 1;
  while (unit * 10 <= size) unit *= 10;
  for (let left = size; unit >= 1; unit = (unit - (unit % 10)) / 10) {
    const digit = (left - (left % unit)) / unit;
    buffer[at++] = ZERO + digit;
    left -= digit * unit;
  }
  buffer[at++] = COLON;
  return at;
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

const nibble = (unit: number): number => (unit < 0x3a ? unit - ZERO : unit - 0x57);
