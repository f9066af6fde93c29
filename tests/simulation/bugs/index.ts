import type { Bug } from "../world.ts";
import { CALENDAR_BUGS } from "./calendar.ts";
import { CART_BUGS } from "./carts.ts";
import { FILE_BUGS } from "./files.ts";
import { MONEY_BUGS } from "./money.ts";
import { ORDER_BUGS } from "./order.ts";
import { QUARREL_BUGS } from "./quarrels.ts";

/** Every planted mistake by its name. */
export const BUGS: ReadonlyMap<string, Bug> = new Map(
  [MONEY_BUGS, ORDER_BUGS, QUARREL_BUGS, FILE_BUGS, CART_BUGS, CALENDAR_BUGS].flatMap((bugs) => Object.entries(bugs)),
);
