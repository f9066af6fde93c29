import { type Line, linesOf } from "./lines.ts";
import type { Direction, Run } from "./runs.ts";

/** What a document consists of, from top to bottom. */
export type Block =
  | { readonly kind: "title" | "heading" | "text" | "small"; readonly text: string }
  | { readonly kind: "pairs"; readonly pairs: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: "table"; readonly table: Table }
  | { readonly kind: "rule" };

/** The first row is the head. Shares are parts of the width; figures stand at the end of their column. */
export type Table = {
  readonly columns: readonly { readonly share: number; readonly figures?: true }[];
  readonly rows: readonly (readonly string[])[];
  /** So many rows at the end are sums. */
  readonly sums: number;
};

export type Style = { readonly size: number; readonly bold: boolean };
/** How wide a text is drawn in a style. */
export type Measuring = (text: string, style: Style) => number;

/** Something at its place on a page, in points from its upper left corner. */
export type Mark =
  | { readonly kind: "run"; readonly x: number; readonly y: number; readonly run: Run; readonly style: Style }
  | { readonly kind: "rule"; readonly x: number; readonly y: number; readonly width: number };
export type Page = readonly Mark[];

export const A4 = { width: 595.28, height: 841.89 } as const;
const MARGIN = { side: 50, top: 52, bottom: 70 } as const;
const FOOTER_Y = A4.height - 46;
const WIDTH = A4.width - 2 * MARGIN.side;
/** From one line's top to the next one's, in sizes: Arabic letters with their marks need the room. */
const LEADING = 1.55;
const GAP = 12;

const STYLES = {
  title: { size: 18, bold: true },
  heading: { size: 11, bold: true },
  text: { size: 9.5, bold: false },
  label: { size: 9.5, bold: true },
  small: { size: 7.5, bold: false },
} as const satisfies Record<string, Style>;

type Layout = {
  readonly direction: Direction;
  readonly measuring: Measuring;
  readonly pages: Mark[][];
  y: number;
};

/** Places blocks on as many pages as they need; each page carries the footer. */
export function layOut(
  blocks: readonly Block[],
  { direction, footer, measuring }: { direction: Direction; footer: string; measuring: Measuring },
): Page[] {
  const layout: Layout = { direction, measuring, pages: [[]], y: MARGIN.top };
  for (const block of blocks) place(layout, block);
  const count = layout.pages.length;
  return layout.pages.map((page, index) => [
    ...page,
    ...footed(layout, `\u2068${footer}\u2069 · \u2068${index + 1}/${count}\u2069`),
  ]);
}

function place(layout: Layout, block: Block): void {
  if (block.kind === "pairs") placePairs(layout, block.pairs);
  else if (block.kind === "table") placeTable(layout, block.table);
  else if (block.kind === "rule") placeRule(layout);
  else placeText(layout, block.text, block.kind);
}

function placeText(layout: Layout, text: string, kind: "title" | "heading" | "text" | "small"): void {
  const style = STYLES[kind];
  if (kind === "heading") {
    // Never alone at the foot of a page.
    makeRoom(layout, GAP + 3 * style.size * LEADING);
    layout.y += GAP * 0.7;
  }
  placeCells(layout, [{ text, style, start: 0, width: WIDTH, figures: false }]);
  if (kind === "title") layout.y += GAP / 2;
}

function placeRule(layout: Layout): void {
  makeRoom(layout, GAP);
  pageOf(layout).push({ kind: "rule", x: MARGIN.side, y: layout.y + GAP / 2, width: WIDTH });
  layout.y += GAP;
}

function placePairs(layout: Layout, pairs: readonly (readonly [string, string])[]): void {
  const labels = WIDTH * 0.3;
  for (const [label, value] of pairs)
    placeCells(layout, [
      { text: label, style: STYLES.label, start: 0, width: labels - GAP, figures: false },
      { text: value, style: STYLES.text, start: labels, width: WIDTH - labels, figures: false },
    ]);
}

function placeTable(layout: Layout, { columns, rows, sums }: Table): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0);
  for (const [index, row] of rows.entries()) {
    const bold = index === 0 || index >= rows.length - sums;
    let start = 0;
    const cells = columns.map(({ share, figures = false }, column) => {
      const width = (WIDTH * share) / whole;
      const cell = { text: row[column] ?? "", style: bold ? STYLES.label : STYLES.text, start, figures };
      start += width;
      return { ...cell, width: width - (column === columns.length - 1 ? 0 : GAP / 2) };
    });
    placeCells(layout, cells);
    if (index === 0 || index === rows.length - sums - 1) placeRule(layout);
  }
}

/** A part of a row: `start` is the distance from where the row begins, which is its right end where that is how it is read. */
type Cell = {
  readonly text: string;
  readonly style: Style;
  readonly start: number;
  readonly width: number;
  readonly figures: boolean;
};

/** Cells beside each other, each of as many lines as it needs; a row is not torn unless it is longer than a page. */
function placeCells(layout: Layout, cells: readonly Cell[]): void {
  const { direction, measuring } = layout;
  const columns = cells.map((cell) => ({
    cell,
    lines: linesOf(cell.text, direction, cell.width, (text) => measuring(text, cell.style)),
  }));
  const height = Math.max(...cells.map(({ style }) => style.size)) * LEADING;
  const rows = Math.max(...columns.map(({ lines }) => lines.length));
  if (rows * height < A4.height - MARGIN.top - MARGIN.bottom) makeRoom(layout, rows * height);
  for (let row = 0; row < rows; row++) {
    makeRoom(layout, height);
    for (const { cell, lines } of columns) {
      const line = lines[row];
      if (line) pageOf(layout).push(...marksOf(layout, cell, line, layout.y));
    }
    layout.y += height;
  }
}

/** A line's runs at their places: at the beginning of the cell as it is read, or at its end for figures. */
function marksOf({ direction, measuring }: Layout, cell: Cell, line: Line, y: number): Mark[] {
  const { style, start, width, figures } = cell;
  const atLeft = (direction === "ltr") !== figures;
  const left = direction === "ltr" ? MARGIN.side + start : MARGIN.side + WIDTH - start - width;
  const widths = line.map((run) => measuring(run.text, style));
  let x = atLeft ? left : left + width - widths.reduce((sum, one) => sum + one, 0);
  return line.map((run, index) => {
    const mark: Mark = { kind: "run", x, y, run, style };
    x += widths[index] ?? 0;
    return mark;
  });
}

function footed(layout: Layout, text: string): Mark[] {
  const cell = { text, style: STYLES.small, start: 0, width: WIDTH, figures: false };
  const [line] = linesOf(text, layout.direction, WIDTH, (part) => layout.measuring(part, STYLES.small));
  return line ? marksOf(layout, cell, line, FOOTER_Y) : [];
}

function makeRoom(layout: Layout, height: number): void {
  if (layout.y + height <= A4.height - MARGIN.bottom) return;
  layout.pages.push([]);
  layout.y = MARGIN.top;
}

function pageOf({ pages }: Layout): Mark[] {
  const page = pages.at(-1);
  if (!page) throw new Error("a document has a page");
  return page;
}
