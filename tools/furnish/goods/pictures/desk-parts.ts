import { move, NIGHT, ROSE, rect, shape, stroke, TEAL, times } from "./parts.ts";

export const FAINT = "#c9c2b2";
export const pencil = (x: number, y: number, turn: number, colour: string): string =>
  move(
    x,
    y,
    turn,
    rect(-9, -200, 18, 170, colour),
    rect(-3, -200, 6, 170, "#ffffff40"),
    shape("M-9 -30h18L0 0z", "#e7cfa4"),
    shape("M-3 -10h6L0 0z", NIGHT),
    rect(-9, -214, 18, 16, ROSE, 5),
  );
export const wave = (x: number, y: number, w: number, colour: string): string =>
  times(Math.floor(w / 14), (n) => {
    const high = 12 + ((n * 37) % 23) * (2.6 - Math.abs(n - w / 28) / (w / 56));
    return stroke(`M${x + n * 14} ${y - high / 2}v${high}`, colour, 7);
  });
export const bars = (x: number, y: number, heights: readonly number[], colour: string): string =>
  heights.map((high, n) => rect(x + n * 38, y - high, 24, high, n % 2 ? colour : TEAL, 3)).join("");
