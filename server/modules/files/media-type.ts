import { isUtf8 } from "node:buffer";

/** A kind of file that is taken: what its bytes say, and by which endings of a name people know it. */
export type MediaType = { readonly mediaType: string; readonly endings: readonly string[] };

type Form = MediaType & { readonly fits: (bytes: Uint8Array) => boolean };

const ZIP_ENTRY = [0x50, 0x4b, 0x03, 0x04];
const WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** What is taken, by its bytes alone; the first that fits. Nothing that a browser would run is among them. */
const FORMS: readonly Form[] = [
  { mediaType: "image/jpeg", endings: ["jpg", "jpeg"], fits: (bytes) => starts(bytes, [0xff, 0xd8, 0xff]) },
  {
    mediaType: "image/png",
    endings: ["png"],
    fits: (bytes) => starts(bytes, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  },
  { mediaType: "image/gif", endings: ["gif"], fits: (bytes) => says(bytes, "GIF87a") || says(bytes, "GIF89a") },
  { mediaType: "image/webp", endings: ["webp"], fits: (bytes) => says(bytes, "RIFF") && says(bytes, "WEBP", 8) },
  { mediaType: "application/pdf", endings: ["pdf"], fits: (bytes) => says(bytes, "%PDF-") },
  { mediaType: "video/mp4", endings: ["mp4", "m4v"], fits: isFilm },
  { mediaType: WORD, endings: ["docx"], fits: (bytes) => isOffice(bytes, "word/document.xml") },
  { mediaType: SHEET, endings: ["xlsx"], fits: (bytes) => isOffice(bytes, "xl/workbook.xml") },
  { mediaType: "application/zip", endings: ["zip"], fits: (bytes) => starts(bytes, ZIP_ENTRY) },
  { mediaType: "text/plain", endings: ["txt", "md", "log"], fits: isPlainText },
  { mediaType: "text/csv", endings: ["csv"], fits: isPlainText },
];

export type NotTaken = "empty" | "kind_not_taken" | "name_differs";

/** What a file is by its bytes, where its name does not say otherwise. A name that says more than the bytes is refused. */
export function mediaTypeOf(bytes: Uint8Array, name: string): MediaType | NotTaken {
  if (bytes.length === 0) return "empty";
  const fitting = FORMS.filter(({ fits }) => fits(bytes));
  if (fitting.length === 0) return "kind_not_taken";
  const ending = /\.([a-z0-9]{1,8})$/.exec(name.toLowerCase())?.[1] ?? "";
  const named = fitting.find(({ endings }) => endings.includes(ending));
  return named ? { mediaType: named.mediaType, endings: named.endings } : "name_differs";
}

/** Everything that is taken, for the documentation. */
export const TAKEN: readonly string[] = FORMS.map(({ mediaType }) => mediaType);

const starts = (bytes: Uint8Array, with_: readonly number[], at = 0): boolean =>
  with_.every((byte, index) => bytes[at + index] === byte);

const says = (bytes: Uint8Array, text: string, at = 0): boolean => starts(bytes, [...Buffer.from(text, "latin1")], at);

const BRANDS = ["isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "M4VH", "dash"];

/** ISO/IEC 14496-12: the first box names the brands. */
function isFilm(bytes: Uint8Array): boolean {
  return says(bytes, "ftyp", 4) && BRANDS.some((brand) => says(bytes, brand, 8));
}

/** A document of an office suite, without programs in it. Names of entries stand in a ZIP as they are. */
function isOffice(bytes: Uint8Array, part: string): boolean {
  if (!starts(bytes, ZIP_ENTRY)) return false;
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return all.includes("[Content_Types].xml") && all.includes(part) && !all.includes("vbaProject.bin");
}

const CONTROLS_BUT_BREAKS = /[^\P{Cc}\t\n\r]/u;
/** How what a browser or a shell would run begins. */
const PROGRAM = /^\s*(?:#!|<\?|<!doctype|<!--|<(?:html|head|body|svg|script|style|iframe|x?ml)\b)/i;
const MARKUP = /<(?:script|svg|html|iframe|object|embed)\b/i;
const LOOKED_AT = 4096;

/** Valid UTF-8 that is no page and no program. */
function isPlainText(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes)) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("utf8");
  const start = text.slice(0, LOOKED_AT).replace(/^\ufeff/, "");
  return !CONTROLS_BUT_BREAKS.test(text) && !PROGRAM.test(start) && !MARKUP.test(start);
}
