import { createRequire } from "node:module";
import PDFDocument from "pdfkit";
import { A4, type Block, layOut, type Mark, type Measuring, type Style } from "./layout.ts";
import type { Direction, Face } from "./runs.ts";

export type { Block, Table } from "./layout.ts";

/** So that a name, a figure or an id is read in its own direction within either language. */
export const isolated = (text: string): string => `\u2068${text}\u2069`;

export type PdfRequest = {
  readonly title: string;
  readonly language: "en" | "ar";
  /** When it was made, as it says itself: the same request always gives the same bytes. */
  readonly at: number;
  /** Stands at the foot of every page. */
  readonly footer: string;
  readonly blocks: readonly Block[];
};

const require = createRequire(import.meta.url);
const PLEX = "@expo-google-fonts/ibm-plex-sans-arabic";
const NOTO = "@expo-google-fonts/noto-sans-devanagari";

/** One family for Latin and Arabic letters, and one for names in Devanagari; both are cut down to the letters that a document has. */
const FONTS = {
  text: `${PLEX}/400Regular/IBMPlexSansArabic_400Regular.ttf`,
  "text bold": `${PLEX}/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf`,
  devanagari: `${NOTO}/400Regular/NotoSansDevanagari_400Regular.ttf`,
  "devanagari bold": `${NOTO}/600SemiBold/NotoSansDevanagari_600SemiBold.ttf`,
} as const;

/** Turns pdfkit's own layout off, which puts Arabic words in the wrong order: a run is shaped as a whole. */
const WHOLE: PDFKit.Mixins.TextOptions = { features: [], lineBreak: false };

/** Draws a document. It takes some tens of milliseconds of this thread: never inside a transaction. */
export async function drawPdf({ title, language, at, footer, blocks }: PdfRequest): Promise<Uint8Array> {
  const direction: Direction = language === "ar" ? "rtl" : "ltr";
  const document = new PDFDocument({
    ...{ size: [A4.width, A4.height], margin: 0, autoFirstPage: false, bufferPages: false, lang: language },
    // Without a date of its own it would carry the moment at which it was drawn.
    info: { Title: title, Producer: "Amana", Creator: "Amana", CreationDate: new Date(at) },
  });
  for (const [name, path] of Object.entries(FONTS)) document.registerFont(name, require.resolve(path));
  const bytes = collected(document);
  const measuring = measuringBy(document);
  for (const page of layOut(blocks, { direction, footer, measuring })) {
    document.addPage();
    for (const mark of page) draw(document, mark);
  }
  document.end();
  return await bytes;
}

/** Each word is shaped once, however often a line is tried with it. */
function measuringBy(document: PDFKit.PDFDocument): Measuring {
  const known = new Map<string, number>();
  return (text, style) => {
    const key = `${style.size}${style.bold}${text}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const width = facesIn(text).reduce((sum, [part, face]) => {
      if (part === "") return sum;
      use(document, style, face);
      return sum + document.widthOfString(part, WHOLE);
    }, 0);
    known.set(key, width);
    return width;
  };
}

const DEVANAGARI_PARTS = /([\u0900-\u097f\ua8e0-\ua8ff\u200c\u200d]+)/;

const facesIn = (text: string): [string, Face][] =>
  text.split(DEVANAGARI_PARTS).map((part, index) => [part, index % 2 === 1 ? "devanagari" : "text"]);

function use(document: PDFKit.PDFDocument, { size, bold }: Style, face: Face): void {
  document.font(bold ? `${face} bold` : face).fontSize(size);
}

function draw(document: PDFKit.PDFDocument, mark: Mark): void {
  if (mark.kind === "rule") {
    document
      .moveTo(mark.x, mark.y)
      .lineTo(mark.x + mark.width, mark.y)
      .lineWidth(0.5)
      .stroke("#8a8f98");
    return;
  }
  use(document, mark.style, mark.run.face);
  document.fillColor("#16181d").text(mark.run.text, mark.x, mark.y, WHOLE);
}

function collected(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    document.on("data", (part: Uint8Array) => void parts.push(part));
    document.on("end", () => resolve(Buffer.concat(parts)));
    document.on("error", reject);
  });
}
