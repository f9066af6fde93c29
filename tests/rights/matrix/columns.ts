import type { Route } from "../../../server/runtime/http/index.ts";
import { EXPECTED, type Row } from "../expected.ts";
import { type Caller, entitledTo } from "./callers.ts";
import type { PersonName } from "./market.ts";
import { VALID } from "./requests.ts";
import { ask, check, type Ground } from "./run.ts";
import type { MatrixServer } from "./server.ts";
import { halfOf, SCHEDULER, sessionOf } from "./tokens.ts";

/** As many wrong fields as one answer names. */
const AT_ONCE = 20;

/** The name of every column of the database, as it is there and as JSON would write it. */
export async function columnNames({ market }: Ground): Promise<string[]> {
  const rows = await market.world.owner.query<{ name: string }>(
    "select distinct column_name as name from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema')",
  );
  const camel = (name: string): string => name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  return [...new Set(rows.flatMap(({ name }) => [name, camel(name)]))].toSorted();
}

/** Case 84: no object of a body takes a field that it does not name, whatever the column is called. */
export async function checkColumns(
  ground: Ground,
  server: MatrixServer,
  route: Route,
  names: readonly string[],
): Promise<void> {
  const [row, valid] = [EXPECTED[route.operationId], VALID[route.operationId]];
  if (!row || !valid || route.rawBody || route.method === "GET") return;
  const { A: ids } = ground.things;
  const body = valid.body?.(ids, ids) ?? {};
  const caller: Pick<Caller, "token"> = { token: tokenFor(row.who, entitledTo(row, valid.by)) };
  for (const path of objectsIn(body)) {
    const known = Object.keys(Object(at(body, path)));
    const others = optionalIn(route, path);
    const foreign = names.filter((name) => !known.includes(name) && !others.includes(name));
    for (let start = 0; start < foreign.length; start += AT_ONCE) {
      const some = foreign.slice(start, start + AT_ONCE);
      const heard = await ask(ground, server, { route, caller, valid, ids, body: withFields(body, path, some) });
      const taken =
        path.length > 0 || route.body ? some.filter((name) => !heard.text.includes(fieldOf(path, name))) : [];
      const where = `${route.operationId} at ${path.join(".") || "the body"}`;
      check(
        ground.found,
        84,
        heard.said === "400 VALIDATION_FAILED",
        `${where}: ${heard.said} for ${some.slice(0, 3)}…`,
      );
      check(ground.found, 84, taken.length === 0, `${where}: takes ${taken}`);
    }
  }
}

function tokenFor(who: Row["who"], person: PersonName): string | null {
  if (who === "everybody") return null;
  if (who === "scheduler") return SCHEDULER;
  return who === "half signed in" ? halfOf(person) : sessionOf(person);
}

const fieldOf = (path: readonly string[], name: string): string => `"field":"${[...path, name].join(".")}"`;

/** The paths of all objects in a body, its own first. */
function objectsIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([name, field]) => objectsIn(field, [...path, name]));
  return Array.isArray(value) ? inner : [path, ...inner];
}

const at = (body: unknown, path: readonly string[]): unknown =>
  path.reduce(
    (value, step) => (typeof value === "object" && value !== null ? Reflect.get(value, step) : undefined),
    body,
  );

/** Fields that the schema names and the valid body left out; deeper than the body itself none are optional but by name. */
function optionalIn({ body }: Route, path: readonly string[]): readonly string[] {
  let schema: unknown = body;
  for (const step of path) {
    const inner = /^\d+$/.test(step) ? inside(schema, "items") : inside(inside(schema, "properties"), step);
    schema = inner;
  }
  return Object.keys(Object(inside(schema, "properties")));
}

const inside = (schema: unknown, name: string): unknown =>
  typeof schema === "object" && schema !== null ? Reflect.get(schema, name) : undefined;

function withFields(body: unknown, path: readonly string[], names: readonly string[]): unknown {
  const copy = structuredClone(body);
  const object = at(copy, path);
  if (typeof object === "object" && object !== null) for (const name of names) Reflect.set(object, name, "x");
  return copy;
}
