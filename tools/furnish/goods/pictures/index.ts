import { CLOTH } from "./cloth.ts";
import { DOWNLOADS } from "./downloads.ts";
import { TABLE } from "./table.ts";
import { THINGS } from "./things.ts";
import { WORK } from "./work.ts";

const DRAWN = new Map(Object.entries({ ...CLOTH, ...TABLE, ...THINGS, ...DOWNLOADS, ...WORK }));

/** The drawing of a listing, 800 × 600, as the text of an SVG. */
export function pictureOf(name: string): string {
  const drawn = DRAWN.get(name);
  if (!drawn) throw new Error(`nobody has drawn ${name}`);
  return drawn;
}

export const pictureNames = (): readonly string[] => [...DRAWN.keys()];
