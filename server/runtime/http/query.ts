import { ok, type Result, refuse } from "@amana/core/result";
import type { TObject, TSchema } from "typebox";
import { isCleanText, isPrototypeKey } from "./json.ts";
import type { FieldError } from "./problems.ts";

const MOST_PARAMETERS = 50;

/** Reads a query string: each name once, percent-encoded UTF-8, values by the schema's types. */
export function decodeQuery(schema: TObject, search: string): Result<Record<string, unknown>, FieldError[]> {
  const pairs = search === "" ? [] : search.split("&");
  if (pairs.length > MOST_PARAMETERS)
    return refuse([{ field: "query", message: `has more than ${MOST_PARAMETERS} parameters` }]);
  const texts = new Map<string, string>();
  for (const pair of pairs) {
    const read = readPair(pair);
    if (!read || isPrototypeKey(read.name)) return refuse([{ field: "query", message: "is not well-formed" }]);
    if (texts.has(read.name)) return refuse([{ field: read.name, message: "comes twice" }]);
    texts.set(read.name, read.value);
  }
  return decodeTexts(schema, texts);
}

/** Reads texts by the types that a schema gives them: integers and booleans in their one plain form, all else as text. */
export function decodeTexts(
  schema: TObject,
  texts: Iterable<readonly [string, string]>,
): Result<Record<string, unknown>, FieldError[]> {
  const values: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  for (const [name, text] of texts) {
    const field = Object.hasOwn(schema.properties, name) ? schema.properties[name] : undefined;
    const value = decodeText(field, text);
    if (value === undefined) errors.push({ field: name, message: `is not ${wordFor(field)}` });
    else values[name] = value;
  }
  return errors.length === 0 ? ok(values) : refuse(errors);
}

function readPair(pair: string): { name: string; value: string } | null {
  const cut = pair.indexOf("=");
  const [name, value] = cut < 0 ? [pair, ""] : [pair.slice(0, cut), pair.slice(cut + 1)];
  try {
    return { name: decodePart(name), value: decodePart(value) };
  } catch {
    return null;
  }
}

const decodePart = (part: string): string => decodeURIComponent(part.replaceAll("+", " "));

const WHOLE = /^(?:0|-?[1-9][0-9]{0,15})$/;

function decodeText(field: TSchema | undefined, text: string): unknown {
  switch (typeOf(field)) {
    case "integer":
      return WHOLE.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined;
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    default:
      return isCleanText(text) ? text : undefined;
  }
}

const typeOf = (field: TSchema | undefined): unknown => (field ? Reflect.get(field, "type") : undefined);

function wordFor(field: TSchema | undefined): string {
  const type = typeOf(field);
  return type === "integer" ? "a whole number" : type === "boolean" ? "true or false" : "readable text";
}
