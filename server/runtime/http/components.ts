import type { TSchema } from "typebox";

export type JsonSchema = { [keyword: string]: unknown };
export type Components = Map<string, JsonSchema>;

/**
 * A copy of a schema for the validator and the documentation: each schema inside it that has an `$id` becomes a component and is
 * referred to. Throws, at start-up, for an object that does not refuse unknown fields and for two components of one name.
 */
export function withComponents(schema: TSchema, components: Components, where: string): JsonSchema {
  const copy = copied(schema, components, where);
  const { $id: name, ...form } = copy;
  if (typeof name !== "string") return copy;
  keep(name, { $id: name, ...form }, components, where);
  return { $ref: `${name}#` };
}

/** As `withComponents`, but the outermost schema stays as it is: parameters are listed one by one. */
export function withInnerComponents(schema: TSchema, components: Components, where: string): JsonSchema {
  const { $id: _, ...form } = copied(schema, components, where);
  return form;
}

function copied(schema: object, components: Components, where: string): JsonSchema {
  assertStrict(schema, where);
  const inner = (value: unknown, step: string): unknown =>
    typeof value === "object" && value !== null ? withComponents(value, components, `${where}/${step}`) : value;
  const entries = Object.entries(schema).map(([keyword, value]): [string, unknown] => {
    if (SCHEMAS_BY_NAME.has(keyword)) return [keyword, mapValues(value, inner)];
    if (SCHEMAS.has(keyword)) {
      return [keyword, Array.isArray(value) ? value.map((item) => inner(item, keyword)) : inner(value, keyword)];
    }
    return [keyword, structuredClone(value)];
  });
  return Object.fromEntries(entries);
}

const SCHEMAS_BY_NAME = new Set(["properties", "patternProperties"]);
const SCHEMAS = new Set(["items", "prefixItems", "anyOf", "oneOf", "allOf", "not", "additionalProperties"]);

function assertStrict(schema: object, where: string): void {
  const isObject = "properties" in schema || "patternProperties" in schema || Reflect.get(schema, "type") === "object";
  if (isObject && Reflect.get(schema, "additionalProperties") !== false)
    throw new Error(`${where}: an object must refuse unknown fields (additionalProperties: false); use strict()`);
}

function keep(name: string, form: JsonSchema, components: Components, where: string): void {
  const before = components.get(name);
  if (before && JSON.stringify(before) !== JSON.stringify(form))
    throw new Error(`${where}: there is another schema with the $id ${name}`);
  components.set(name, form);
}

const mapValues = (values: unknown, map: (value: unknown, key: string) => unknown): unknown =>
  typeof values === "object" && values !== null
    ? Object.fromEntries(Object.entries(values).map(([key, value]) => [key, map(value, key)]))
    : values;
