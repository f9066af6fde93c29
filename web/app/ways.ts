/** The sides of the marketplace that somebody may be on: what they buy, what they sell, and what staff look after. */
export const SIDES = ["buying", "selling", "staff"] as const;
export type Side = (typeof SIDES)[number];

/**
 * A page of a workspace, by the key of its name. `staff` are the roles that may open it; `alone` says that only the page itself
 * tells the side: what lies below it is seen from both. `also` is another path whose pages belong to it, and to this side alone.
 */
export type Way = {
  readonly path: string;
  readonly name: string;
  readonly staff?: readonly string[];
  readonly alone?: true;
  readonly also?: string;
};

/** In the order of the row; a phone shows the first four in its bar. */
export const WAYS: Record<Side, readonly Way[]> = {
  buying: [
    { path: "/dashboard", name: "overview", also: "/dashboard/buyer" },
    { path: "/orders", name: "orders", alone: true },
    { path: "/messages", name: "messages" },
    { path: "/wallet", name: "wallet" },
    { path: "/library", name: "library" },
    { path: "/negotiations", name: "negotiations" },
    { path: "/agreements", name: "agreements" },
    { path: "/projects/mine", name: "myProjects" },
    { path: "/contracts", name: "contracts" },
    { path: "/disputes", name: "disputes" },
  ],
  selling: [
    { path: "/selling", name: "toDo" },
    { path: "/dashboard", name: "overview", also: "/dashboard/seller" },
    { path: "/selling/orders", name: "orders" },
    { path: "/messages", name: "messages" },
    { path: "/selling/listings", name: "listings" },
    { path: "/proposals", name: "proposals", alone: true },
    { path: "/contracts", name: "contracts" },
    { path: "/negotiations", name: "negotiations" },
    { path: "/agreements", name: "agreements" },
    { path: "/selling/payments", name: "payments" },
    { path: "/wallet", name: "wallet" },
    { path: "/disputes", name: "disputes" },
  ],
  staff: [
    { path: "/operations", name: "operations", staff: ["support", "finance", "admin"] },
    { path: "/disputes-desk", name: "disputesDesk", staff: ["arbiter", "support", "admin"] },
    { path: "/finance", name: "books", staff: ["finance", "admin"] },
    { path: "/finance/payouts", name: "payouts", staff: ["finance", "admin"] },
    { path: "/finance/approvals", name: "approvals", staff: ["finance", "admin"] },
    { path: "/staff/listings", name: "reviews", staff: ["support", "admin"] },
    { path: "/staff/users", name: "users", staff: ["support", "admin"] },
    { path: "/staff/orders", name: "allOrders", staff: ["support", "arbiter", "finance", "admin"] },
    { path: "/staff/commission", name: "commission", staff: ["finance", "admin"] },
    { path: "/staff/audit", name: "audit", staff: ["finance", "admin"] },
  ],
};

type Reader = { readonly roles: readonly string[] } | null;

export type WorkspaceGiven = { readonly side: Side; readonly path: string; readonly me: Reader };

/** The pages of a side that a reader may open. */
export const waysFor = (side: Side, me: Reader): readonly Way[] =>
  WAYS[side].filter(({ staff }) => !staff || staff.some((role) => me?.roles.includes(role)));

/** Whoever is not signed in may look at where buying and selling lead. */
export const sidesFor = (me: Reader): readonly Side[] =>
  SIDES.filter((side) => (side === "staff" ? me !== null && waysFor("staff", me).length > 0 : isTrader(me)));

const isTrader = (me: Reader): boolean => me === null || me.roles.includes("user");

/** Where a side begins: with a page that is of this side alone, so that one stands there afterwards. */
export const homeOf = (side: Side, me: Reader): string =>
  waysFor(side, me).find(({ path }) => sideOf(path) === side)?.path ?? "/";

/** The way of a side that a page (without its language) belongs to: the closest one above it. */
export const wayOf = (side: Side, path: string): Way | null => closest([side], path)[0]?.way ?? null;

/** The side that a page belongs to alone; null where both sides have it. */
export function sideOf(path: string): Side | null {
  const [found, ...others] = closest(SIDES, path);
  if (!found || others.length > 0 || (found.way.alone && found.above !== path)) return null;
  return found.side;
}

/** Where a reader stands: by the page, else where they last were, else where their roles put them. */
export function standsOn(path: string, last: Side | null, me: Reader): Side | null {
  const open = sidesFor(me);
  const wanted = [sideOf(path), last].find((side) => side && open.includes(side));
  return wanted ?? open[0] ?? null;
}

export const isSide = (text: string | null | undefined): text is Side => SIDES.some((side) => side === text);

/** Kept in a cookie that pages without script set too; it opens nothing. */
export const SIDE_COOKIE = "amana_side";

export function sideIn(cookie: string | null): Side | null {
  const kept = new RegExp(`(?:^|;\\s*)${SIDE_COOKIE}=(\\w+)`).exec(cookie ?? "")?.[1];
  return isSide(kept) ? kept : null;
}

export const sideKept = (side: Side): string => `${SIDE_COOKIE}=${side}; path=/; max-age=31536000; samesite=lax`;

/** `/en/orders` → `/orders`. */
export const withoutLanguage = (pathname: string): string =>
  pathname.replace(/^\/[a-z]{2}(?=\/|$)/, "").replace(/\/$/, "") || "/";

type Found = { readonly side: Side; readonly way: Way; readonly above: string };

/** Of some sides, those with the longest path at or above a page. */
function closest(sides: readonly Side[], path: string): Found[] {
  const found = sides.flatMap((side) =>
    WAYS[side].flatMap((way) =>
      [way.path, ...(way.also ? [way.also] : [])]
        .filter((above) => path === above || path.startsWith(`${above}/`))
        .map((above) => ({ side, way, above })),
    ),
  );
  const longest = Math.max(...found.map(({ above }) => above.length));
  return found.filter(({ above }) => above.length === longest);
}
