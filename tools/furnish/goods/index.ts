import type { Listing, Shop } from "./offer.ts";
import { CLEAR_MARGIN } from "./shops/clear-margin.ts";
import { COASTLINE_CRAFTS } from "./shops/coastline-crafts.ts";
import { COURTYARD_WORKSHOP } from "./shops/courtyard-workshop.ts";
import { DECCAN_LOOMS } from "./shops/deccan-looms.ts";
import { LANTERN_LANE } from "./shops/lantern-lane.ts";
import { MONSOON_PANTRY } from "./shops/monsoon-pantry.ts";
import { PAPER_KITE } from "./shops/paper-kite.ts";
import { PLUMB_LINE } from "./shops/plumb-line.ts";
import { QUIET_PAGES } from "./shops/quiet-pages.ts";
import { SAFFRON_DOOR } from "./shops/saffron-door.ts";
import { SECOND_SUN } from "./shops/second-sun.ts";
import { TILE_AND_TYPE } from "./shops/tile-and-type.ts";
import { TWO_SCRIPTS } from "./shops/two-scripts.ts";

export type { Listing, ProductBody, ServiceBody, Shop, Words } from "./offer.ts";
export { pictureOf } from "./pictures/index.ts";

/** The shops of the furnished sandbox; `seller` and `seller-b` are there from the beginning, with eight listings of their own. */
export const SHOPS: readonly Shop[] = [
  ...[DECCAN_LOOMS, COASTLINE_CRAFTS, MONSOON_PANTRY, LANTERN_LANE, SAFFRON_DOOR, PAPER_KITE, COURTYARD_WORKSHOP],
  ...[SECOND_SUN, TILE_AND_TYPE, QUIET_PAGES, TWO_SCRIPTS, PLUMB_LINE, CLEAR_MARGIN],
];

/** What they offer besides: one listing of each shop in turn, so that no page shows a single shop. */
export const LISTINGS: readonly Listing[] = inTurn(SHOPS.map(({ listings }) => listings));

function inTurn(shelves: readonly (readonly Listing[])[]): Listing[] {
  const longest = Math.max(...shelves.map(({ length }) => length));
  return Array.from({ length: longest }, (_, row) => shelves.flatMap((shelf) => shelf[row] ?? [])).flat();
}
