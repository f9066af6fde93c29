/** A part of a picture that is hidden, in thousandths of its width and height: the same on a phone and in the full picture. */
export type Patch = { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
type Point = { readonly x: number; readonly y: number };

export const WHOLE = 1000;
/** Smaller than this hides nothing that could be read, and could not be taken hold of again. */
const LEAST = 10;
/** So many pixels a browser surely draws; more are made fewer. */
const MOST_PIXELS = 16_000_000;

const within = (value: number, most: number): number => Math.min(Math.max(Math.round(value), 0), most);

/** What lies between two corners; null for what is no more than a click. */
export function between(one: Point, other: Point): Patch | null {
  const x = within(Math.min(one.x, other.x), WHOLE);
  const y = within(Math.min(one.y, other.y), WHOLE);
  const w = within(Math.max(one.x, other.x), WHOLE) - x;
  const h = within(Math.max(one.y, other.y), WHOLE) - y;
  const patch = { x, y, w, h };
  return patch.w < LEAST || patch.h < LEAST ? null : patch;
}

/** In the middle, to be moved from there by keys. */
export const FRESH: Patch = { x: 350, y: 425, w: 300, h: 150 };

const STEP = 20;
const STEPS: ReadonlyMap<string, Point> = new Map([
  ["ArrowUp", { x: 0, y: -STEP }],
  ["ArrowDown", { x: 0, y: STEP }],
  ["ArrowLeft", { x: -STEP, y: 0 }],
  ["ArrowRight", { x: STEP, y: 0 }],
]);

/** An arrow moves it, with Shift it makes it larger or smaller; null for any other key. It never leaves the picture. */
export function byKey(patch: Patch, key: string, shift: boolean): Patch | null {
  const step = STEPS.get(key);
  if (!step) return null;
  if (!shift)
    return { ...patch, x: within(patch.x + step.x, WHOLE - patch.w), y: within(patch.y + step.y, WHOLE - patch.h) };
  const { x, y, w, h } = patch;
  return { x, y, w: Math.max(LEAST, within(w + step.x, WHOLE - x)), h: Math.max(LEAST, within(h + step.y, WHOLE - y)) };
}

/** In pixels of a picture, never a pixel less than what was marked. */
export function pixelsOf({ x, y, w, h }: Patch, width: number, height: number): Patch {
  const [left, top] = [Math.floor((x * width) / WHOLE), Math.floor((y * height) / WHOLE)];
  const [right, bottom] = [Math.ceil(((x + w) * width) / WHOLE), Math.ceil(((y + h) * height) / WHOLE)];
  return { x: left, y: top, w: right - left, h: bottom - top };
}

/** The largest size of the same shape with at most so many pixels. */
export function fitted(width: number, height: number, most = MOST_PIXELS): { width: number; height: number } {
  const shrink = Math.min(1, Math.sqrt(most / (width * height)));
  return { width: Math.max(1, Math.floor(width * shrink)), height: Math.max(1, Math.floor(height * shrink)) };
}

/** What a picture is after it was drawn anew, and what it is called: nobody takes it for the one from the camera. */
export function drawnAs(name: string, mediaType: string): { name: string; mediaType: string } {
  const png = mediaType === "image/png";
  const stem = name.replace(/\.[^.]*$/, "").replace(/-redacted$/, "") || "picture";
  return { name: `${stem}-redacted.${png ? "png" : "jpg"}`, mediaType: png ? "image/png" : "image/jpeg" };
}

/** Pictures that a browser can draw and give back. A moving one would stand still: it is not among them. */
export const canBeDrawn = ({ type }: { type: string }): boolean => /^image\/(jpeg|png|webp)$/.test(type);
