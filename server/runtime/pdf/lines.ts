import { type Direction, paragraphOf, type Run, runsOf, withoutControls } from "./runs.ts";

/** How wide a text is drawn, in points. */
export type Measure = (text: string) => number;

/** A line that fits, as runs from left to right. */
export type Line = readonly Run[];

/** A text as lines no wider than `width`: broken at its own line breaks, then at spaces, then within words that are wider by themselves. */
export function linesOf(text: string, direction: Direction, width: number, measure: Measure): Line[] {
  return text.split("\n").flatMap((one) => {
    const paragraph = paragraphOf(one, direction);
    return breaksOf(one, width, measure).map(([start, end]) => runsOf(paragraph, start, end));
  });
}

type Span = readonly [start: number, end: number];

/** No letter joins another one across a space, so that the words of a line are as wide as they are one by one. */
function breaksOf(text: string, width: number, measure: Measure): Span[] {
  const space = measure(" ");
  const spans: Span[] = [];
  let start = 0;
  let end = 0;
  let filled = 0;
  for (const word of wordsOf(text, width, measure)) {
    const [bare, spaced] = [measure(withoutControls(word.trimEnd())), word.endsWith(" ") ? space : 0];
    if (end > start && filled + bare > width) {
      spans.push([start, trimmedEnd(text, start, end)]);
      start = end;
      filled = 0;
    }
    end += word.length;
    filled += bare + spaced;
  }
  return [...spans, [start, trimmedEnd(text, start, text.length)]];
}

/** Words with the space after them; one that fits no line is cut into its signs. */
const wordsOf = (text: string, width: number, measure: Measure): string[] =>
  text
    .split(/(?<= )/)
    .flatMap((word) =>
      measure(withoutControls(word.trimEnd())) <= width
        ? [word]
        : [...SIGNS.segment(word)].map(({ segment }) => segment),
    );

const SIGNS = new Intl.Segmenter("en", { granularity: "grapheme" });

const trimmedEnd = (text: string, start: number, end: number): number =>
  start + text.slice(start, end).trimEnd().length;
