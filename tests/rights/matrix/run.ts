import { setTimeout as pause } from "node:timers/promises";
import type { Route } from "../../../server/runtime/http/index.ts";
import { EXPECTED, type Row } from "../expected.ts";
import type { Belongings } from "./belongings.ts";
import {
  atTheDoor,
  belongsTo,
  type Caller,
  callersOf,
  entitledTo,
  expectedOf,
  isStaff,
  mayBeLetIn,
  sideOf,
} from "./callers.ts";
import { idsOf } from "./ids.ts";
import { type Canary, type Market, SIDES, type Side } from "./market.ts";
import { type Ids, type Instance, VALID, type Valid } from "./requests.ts";
import type { MatrixServer } from "./server.ts";
import { sessionOf } from "./tokens.ts";

/** What the matrix has found; a failure is a sentence. */
export type Found = {
  readonly checks: Map<Attack, number>;
  readonly failures: Failure[];
  readonly principals: Set<string>;
};
export type Attack = (typeof ATTACKS)[number];
export type Failure = { readonly attack: Attack; readonly sentence: string };

/** Strangers' things, strangers' ids, roles, columns, words, names, and what is not for everybody at all. */
export const ATTACKS = [81, 82, 83, 84, 85, 87, 89] as const;

export const nothingFound = (): Found => ({ checks: new Map(), failures: [], principals: new Set() });

export type Ground = {
  readonly market: Market;
  readonly things: Readonly<Record<Instance, Ids>>;
  readonly found: Found;
  /** One failure of a route is enough. */
  readonly firstOnly?: true;
};

export type Heard = { readonly status: number; readonly said: string; readonly text: string };

/** The market's things as requests name them, with a quote of each pair's product. */
export async function groundOf(market: Market, belongings: Readonly<Record<Side, Belongings>>): Promise<Ground> {
  const quoteOf = async (side: "A" | "B") => (await market.world.draft({ product: market.sides[side].product })).quote;
  const quotes = { A: await quoteOf("A"), B: await quoteOf("B") };
  const made = { quotes, belongings };
  const things = {
    ...{ A: idsOf(market, "A", made), B: idsOf(market, "B", made), missing: idsOf(market, "missing", made) },
  };
  return { market, things, found: nothingFound() };
}

/** Holds one route against its row: every caller, every thing, and what the answers give away. */
export async function checkRoute(ground: Ground, server: MatrixServer, route: Route): Promise<void> {
  const [row, valid] = [EXPECTED[route.operationId], VALID[route.operationId]];
  if (!row || !valid) {
    check(ground.found, 89, false, `${route.operationId} is in no row of the table`);
    return;
  }
  for (const asked of roundsOf(route, row, valid)) {
    server.confirming.all = asked.confirmed;
    for (const caller of callersOf(row, valid)) {
      await checkCaller(ground, server, asked, caller);
      if (ground.firstOnly && ground.found.failures.length > 0) return;
    }
  }
  server.confirming.all = row.confirmed !== undefined;
  await checkForeignIds(ground, server, { route, row, valid, confirmed: row.confirmed !== undefined });
  server.confirming.all = false;
}

type Asked = { readonly route: Route; readonly row: Row; readonly valid: Valid; readonly confirmed: boolean };

/** Unconfirmed and, where that makes a difference, confirmed; below the limit of one person and, where there is one, above. */
function roundsOf(route: Route, row: Row, valid: Valid): Asked[] {
  const rounds: Asked[] = [{ route, row, valid, confirmed: false }];
  if (row.confirmed) rounds.push({ route, row, valid, confirmed: true });
  if (row.aboveLimit && valid.aboveLimit)
    rounds.push({
      ...{ route, confirmed: false },
      row: { ...row, answers: row.aboveLimit },
      valid: { ...valid, params: valid.aboveLimit },
    });
  return rounds;
}

async function checkCaller(ground: Ground, server: MatrixServer, asked: Asked, caller: Caller): Promise<void> {
  const { found } = ground;
  const { route, row, valid } = asked;
  found.principals.add(caller.name);
  const gone = new Set<string>();
  for (const params of [valid.params, ...(valid.also ?? [])])
    for (const instance of instancesOf(row, valid)) {
      const at = { ...valid, ...(params && { params }) };
      const heard = await checkThing(ground, server, { ...asked, valid: at }, caller, instance);
      if (heard.status === 404) gone.add(withoutRequestId(heard.text));
    }
  await checkUnread(ground, server, asked, caller);
  check(found, 81, gone.size <= 1, `${route.operationId} by ${caller.name}: strangers' and missing are told apart`);
}

/** Whoever is refused at the door hears so whatever he sends: nothing of it is read. */
async function checkUnread(ground: Ground, server: MatrixServer, { route, row, valid }: Asked, caller: Caller) {
  const refused = atTheDoor(row, caller);
  if (refused === null || !route.body) return;
  const { A: ids } = ground.things;
  const { said } = await ask(ground, server, { route, caller, valid, ids, body: { unheardOf: true } });
  const sentence = `${route.operationId} by ${caller.name} with a body that says nothing: ${said} instead of ${refused}`;
  check(ground.found, 83, said === refused, sentence);
}

async function checkThing(
  ground: Ground,
  server: MatrixServer,
  asked: Asked,
  caller: Caller,
  instance: Instance,
): Promise<Heard> {
  const { found, things } = ground;
  const { route, row, valid, confirmed } = asked;
  const expected = expectedOf(row, caller, valid, instance, confirmed);
  const body = valid.body?.(ownOf(caller, things), things[instance]);
  const heard = await ask(ground, server, { route, caller, valid, ids: things[instance], body });
  const where = `${route.operationId} by ${caller.name} of ${instance}${confirmed ? ", confirmed" : ""}`;
  check(
    found,
    isStaff(caller.person) ? 83 : 81,
    heard.said === expected,
    `${where}: ${heard.said} instead of ${expected}: ${heard.text.slice(0, 200)}`,
  );
  giveaways(ground, { caller, row }, heard, where);
  if (row.who === "provider") await checkForeignOrigin(ground, server, asked, caller, where);
  return heard;
}

/** What is a route's own and nobody else's is tried with both pairs' things and with none's. */
const instancesOf = ({ answers }: Row, { of }: Valid): readonly Instance[] => {
  if (of === undefined) return ["A"];
  const some = Object.keys(answers).some((relation) => relation !== "missing");
  return some ? [...SIDES, "missing"] : ["missing"];
};

/** A provider is no browser: what a page of others may not send, it may. */
async function checkForeignOrigin(ground: Ground, server: MatrixServer, asked: Asked, caller: Caller, where: string) {
  const { route, row, valid } = asked;
  const { A: ids } = ground.things;
  const headers = { origin: "https://pages.of.others.example.test" };
  const heard = await ask(ground, server, { route, caller, valid, ids, body: valid.body?.(ids, ids), headers });
  const expected = row.answers.self;
  check(ground.found, 81, heard.said === expected, `${where}, from elsewhere: ${heard.said} instead of ${expected}`);
}

type Call = {
  readonly route: Route;
  readonly caller: Pick<Caller, "token">;
  readonly valid: Valid;
  readonly ids: Ids;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Asks, hears, and takes back whatever it did. */
export async function ask({ market }: Ground, { app }: MatrixServer, call: Call): Promise<Heard> {
  const { route, caller, valid, ids, body, headers = {} } = call;
  const path = Object.entries(valid.params?.(ids) ?? {}).reduce(
    (pattern, [name, value]) => pattern.replace(`:${name}`, value),
    route.path as string,
  );
  const query = new URLSearchParams(valid.query?.(ids) ?? {}).toString();
  const answer = await market.undo(() =>
    app.inject({
      method: route.method,
      url: `/api/v1${path}${query && `?${query}`}`,
      headers: { ...headers, ...(caller.token !== null && { authorization: `Bearer ${caller.token}` }) },
      ...(body !== undefined && route.method !== "GET" && { payload: Object(body) }),
    }),
  );
  // Work that the handler has left for later must not fall into the next request's transaction.
  await pause(0);
  return { status: answer.statusCode, said: saidIn(answer.statusCode, answer.body), text: answer.body };
}

function saidIn(status: number, text: string): string {
  const code = /"code":"([A-Z_]+)"/.exec(text)?.[1];
  return status >= 400 && code ? `${status} ${code}` : String(status);
}

/** Something that must hold; the number is that of the attack which it holds against. */
export function check(found: Found, attack: Attack, holds: boolean, sentence: string): void {
  found.checks.set(attack, (found.checks.get(attack) ?? 0) + 1);
  if (!holds) found.failures.push({ attack, sentence });
}

const withoutRequestId = (text: string): string => text.replace(/,?"requestId":"[^"]*"/, "");

/** What the caller names as his own: his pair's, as far as he has any. */
function ownOf({ person }: Caller, things: Ground["things"]): Ids {
  const side = sideOf(person);
  return side
    ? things[side]
    : { ...things.missing, product: things.A.product, quote: things.A.quote, client: things.A.client };
}

type Reader = { readonly caller: Caller; readonly row: Row };

/** Secret and private words, and the names of what belongs to others, are in nobody else's answers. */
function giveaways({ market, found }: Ground, { caller, row }: Reader, { text }: Heard, where: string): void {
  const { person } = caller;
  const mayRead = ({ seenBy, contact }: Canary): boolean =>
    (contact === true && row.contacts === true && mayBeLetIn(row.who, caller)) ||
    (person !== null && (seenBy.includes(person) || (seenBy.includes("staff") && isStaff(person))));
  const said = market.canaries.filter((canary) => text.includes(canary.word) && !mayRead(canary));
  check(found, 85, said.length === 0, `${where}: says ${said.map(({ word }) => word).join(", ")}`);
  for (const side of SIDES) {
    if (belongsTo(caller, side)) continue;
    const known = market.sides[side].secrets.filter((id) => text.includes(id));
    check(found, 87, known.length === 0, `${where}: names what belongs to ${side}: ${known.slice(0, 3)}`);
  }
}

/** Case 82: each id in a valid body replaced by a stranger's of the same kind. */
async function checkForeignIds(ground: Ground, server: MatrixServer, asked: Asked): Promise<void> {
  const { found, things } = ground;
  const { route, row, valid } = asked;
  if (!valid.body || route.rawBody) return;
  const mine = valid.body(things.A, things.A);
  const theirs = valid.body(things.B, things.A);
  const person = entitledTo(row, valid.by);
  for (const [path, id] of idsIn(theirs)) {
    if (idsIn(mine).some(([at, own]) => at === path && own === id)) continue;
    const expected = row.foreign?.[path];
    const body = replaced(mine, path.split("."), id);
    const heard = await ask(ground, server, {
      route,
      caller: { token: sessionOf(person) },
      valid,
      ids: things.A,
      body,
    });
    check(
      found,
      82,
      heard.said === expected,
      `${route.operationId} with a stranger's ${path}: ${heard.said} instead of ${expected}`,
    );
  }
}

function idsIn(body: unknown, path: readonly string[] = []): [string, string][] {
  if (typeof body === "string") return /^[a-z]+_[0-9a-f]{32}$/.test(body) ? [[path.join("."), body]] : [];
  if (typeof body !== "object" || body === null) return [];
  return Object.entries(body).flatMap(([name, value]) => idsIn(value, [...path, name]));
}

function replaced(body: unknown, [step, ...rest]: readonly string[], id: string): unknown {
  if (step === undefined) return id;
  const copy = structuredClone(body);
  if (typeof copy !== "object" || copy === null) throw new Error(`no ${step} in the body`);
  Reflect.set(copy, step, replaced(Reflect.get(copy, step), rest, id));
  return copy;
}
