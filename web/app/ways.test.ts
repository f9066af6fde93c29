import { expect, test } from "vitest";
import ar from "../i18n/ar.json";
import en from "../i18n/en.json";
import routes from "./routes.ts";
import { wayHere } from "./way-here.ts";
import { homeOf, SIDES, sideIn, sideOf, sidesFor, standsOn, WAYS, waysFor, withoutLanguage } from "./ways.ts";

type Node = { path?: string | undefined; children?: Node[] | undefined };

/** The paths of all pages below the language. */
function pathsOf(nodes: readonly Node[], above = ""): string[] {
  return nodes.flatMap(({ path, children }) => {
    const here = path === undefined ? above : `${above}/${path}`;
    return children ? pathsOf(children, here) : [here];
  });
}

const buyer = { roles: ["user"] };
const arbiter = { roles: ["arbiter"] };
const admin = { roles: ["user", "admin"] };

test("every way leads to a page that there is", () => {
  const pages = new Set(pathsOf(routes));
  const nowhere = SIDES.flatMap((side) => WAYS[side].filter(({ path }) => !pages.has(`/:lang${path}`)));
  expect(nowhere).toEqual([]);
});

test("every way has a name in both languages", () => {
  const nameless = SIDES.flatMap((side) => WAYS[side].filter(({ name }) => !(name in en.ways) || !(name in ar.ways)));
  expect(nameless).toEqual([]);
});

test.each([
  ["/selling", "selling"],
  ["/selling/bank-account", "selling"],
  ["/selling/orders", "selling"],
  ["/projects/mine", "buying"],
  ["/projects/prj_1", null],
  ["/proposals/prp_1", null],
  ["/contracts/ctr_1", null],
  ["/orders", "buying"],
  ["/library/ent_1/download", "buying"],
  ["/finance/payouts", "staff"],
  ["/disputes-desk/dsp_1", "staff"],
  ["/dashboard/seller/services", "selling"],
  ["/dashboard/buyer/products", "buying"],
  // Seen from both sides.
  ["/dashboard", null],
  ["/orders/ord_1", null],
  ["/wallet/statement", null],
  ["/disputes/dsp_1", null],
  ["/", null],
  ["/sellings", null],
])("%s is a page of %s", (path, side) => {
  expect(sideOf(path)).toBe(side);
});

test("an order belongs to the orders of the side that its reader stands on", () => {
  const pathOf = (side: (typeof SIDES)[number], path: string) => wayHere(side, path, waysFor(side, admin))?.path;
  expect(SIDES.map((side) => pathOf(side, "/orders/ord_1"))).toEqual(["/orders", "/selling/orders", "/staff/orders"]);
  expect(pathOf("selling", "/selling/orders")).toBe("/selling/orders");
  expect([pathOf("selling", "/orders"), pathOf("selling", "/browse")]).toEqual([undefined, undefined]);
});

test("who has which sides", () => {
  expect(sidesFor(null)).toEqual(["buying", "selling"]);
  expect(sidesFor(buyer)).toEqual(["buying", "selling"]);
  expect(sidesFor(arbiter)).toEqual(["staff"]);
  expect(sidesFor(admin)).toEqual(["buying", "selling", "staff"]);
  expect(waysFor("staff", arbiter).map(({ path }) => path)).not.toContain("/finance");
  expect(homeOf("staff", { roles: ["finance"] })).not.toBe("/disputes-desk");
  expect(homeOf("staff", buyer)).toBe("/");
});

test("every side begins on a page of its own", () => {
  expect(homeOf("buying", buyer)).toBe("/orders");
  for (const side of SIDES) expect(sideOf(homeOf(side, admin))).toBe(side);
});

test("one stands where the page is, else where one was, else where one's roles are", () => {
  expect(standsOn("/selling", "buying", buyer)).toBe("selling");
  expect(standsOn("/wallet", "selling", buyer)).toBe("selling");
  expect(standsOn("/wallet", null, buyer)).toBe("buying");
  // Neither an address nor a cookie puts anybody where they have nothing.
  expect(standsOn("/finance", "staff", buyer)).toBe("buying");
  expect(standsOn("/wallet", "buying", arbiter)).toBe("staff");
  expect(standsOn("/wallet", null, { roles: [] })).toBe(null);
});

test("the cookie is read, and believed only where it names a side", () => {
  expect(sideIn("a=b; amana_side=selling; c=d")).toBe("selling");
  expect(sideIn("amana_side=throne")).toBe(null);
  expect(sideIn("xamana_side=selling")).toBe(null);
  expect(sideIn(null)).toBe(null);
});

test.each([
  ["/en/orders", "/orders"],
  ["/ar", "/"],
  ["/ar/", "/"],
  ["/en/selling/", "/selling"],
  ["/", "/"],
])("%s without its language is %s", (pathname, path) => {
  expect(withoutLanguage(pathname)).toBe(path);
});
