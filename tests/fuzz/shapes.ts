import fc from "fast-check";
import type { ApiDocument, Schema } from "./document.ts";
import { schemaOf } from "./document.ts";

/** A JSON document before it is written: some places are filled with what earlier answers said. */
export type Shape =
  | { readonly is: "raw"; readonly text: string }
  /** An id of a kind, of the caller's own or of a stranger. */
  | { readonly is: "id"; readonly prefix: string; readonly own: boolean; readonly nth: number }
  /** What stood in a field of this name and is among these values; `otherwise` when nothing did. */
  | {
      readonly is: "word";
      readonly name: string;
      readonly nth: number;
      readonly among?: readonly unknown[];
      readonly otherwise: Shape;
    }
  | { readonly is: "list"; readonly items: readonly Shape[] }
  | { readonly is: "fields"; readonly entries: readonly (readonly [string, Shape])[] };

type Shapes = fc.Arbitrary<Shape>;

export type ShapeMaker = (schema: Schema, name: string) => Shapes;

const ID_PATTERN = /^\^([a-z]{2,6})_\[0-9a-f\]\{32\}\$$/;
const raw = (value: unknown): Shape => ({ is: "raw", text: JSON.stringify(value) ?? "null" });
const constants = (values: readonly unknown[]): Shapes => fc.constantFrom(...values.map(raw));
const NTH = fc.nat({ max: 1_000 });

/** Makes values that fit a schema, at its boundaries as often as in between. */
export function shapeMaker({ resolve }: ApiDocument): ShapeMaker {
  const made = new Map<Schema, Map<string, Shapes>>();
  const make: ShapeMaker = (given, name) => {
    const schema = resolve(given);
    const known = made.get(schema) ?? new Map<string, Shapes>();
    made.set(schema, known);
    const shapes = known.get(name) ?? shapesOf(schema, name, make);
    known.set(name, shapes);
    return shapes;
  };
  return make;
}

function shapesOf(schema: Schema, name: string, make: ShapeMaker): Shapes {
  if ("const" in schema) return constants([schema.const]);
  if (Array.isArray(schema.enum)) {
    const [any, among] = [constants(schema.enum), schema.enum];
    return fc.oneof(
      any,
      known(name, any).map((shape) => ({ ...shape, among })),
    );
  }
  const choices = [schema.anyOf, schema.oneOf, schema.allOf].find(Array.isArray);
  if (choices) return fc.oneof(...choices.map((choice) => make(schemaOf(choice), name)));
  if (Array.isArray(schema.type)) return fc.oneof(...schema.type.map((type) => make({ ...schema, type }, name)));
  switch (schema.type) {
    case "object":
      return objects(schema, make);
    case "array":
      return lists(schema, name, make);
    case "string":
      return texts(schema, name);
    case "integer":
    case "number":
      return numbers(schema, name);
    case "boolean":
      return constants([false, true]);
    case "null":
      return constants([null]);
    default:
      return constants([{}, null, "a", 1]);
  }
}

function objects(schema: Schema, make: ShapeMaker): Shapes {
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const fields = Object.entries(schemaOf(schema.properties)).map(([key, field]) => {
    const shapes = make(schemaOf(field), key).map((shape) => [key, shape] as const);
    return required.has(key) ? shapes : fc.option(shapes, { nil: null });
  });
  return fc.tuple(...fields).map((entries) => ({ is: "fields", entries: entries.filter((entry) => entry !== null) }));
}

function lists(schema: Schema, name: string, make: ShapeMaker): Shapes {
  const least = numberOr(schema.minItems, 0);
  const most = Math.min(numberOr(schema.maxItems, 50), Math.max(50, least));
  const item = make(schemaOf(schema.items), name);
  const few = fc.array(item, { minLength: least, maxLength: Math.max(least, Math.min(most, 3)) });
  const full = fc.array(item, { minLength: most, maxLength: most });
  return fc
    .oneof({ weight: 9, arbitrary: few }, { weight: 1, arbitrary: full })
    .map((items) => ({ is: "list", items }));
}

function numbers(schema: Schema, name: string): Shapes {
  const least = numberOr(schema.minimum, numberOr(schema.exclusiveMinimum, -Number.MAX_SAFE_INTEGER - 1) + 1);
  const most = numberOr(schema.maximum, Number.MAX_SAFE_INTEGER);
  const edges = [least, least + 1, most - 1, most, 0, 1, 2 ** 31 - 1, 2 ** 31, 2 ** 32, 2 ** 53 - 1];
  const inside = edges.filter((edge) => edge >= least && edge <= most && Number.isSafeInteger(edge));
  const small = fc.integer({ min: Math.max(least, Math.min(1, most)), max: Math.min(most, Math.max(least, 5)) });
  return fc.oneof(
    { weight: 3, arbitrary: small.map(raw) },
    { weight: 2, arbitrary: constants(inside.length > 0 ? inside : [least]) },
    { weight: 3, arbitrary: known(name, fc.constant(raw(Math.min(most, Math.max(least, 1))))) },
  );
}

function texts(schema: Schema, name: string): Shapes {
  const pattern = typeof schema.pattern === "string" ? schema.pattern : null;
  const prefix = pattern === null ? undefined : ID_PATTERN.exec(pattern)?.[1];
  if (prefix !== undefined) return ids(prefix);
  const examples = Array.isArray(schema.examples) && schema.examples.length > 0 ? schema.examples : ["Demo"];
  const written = fc.oneof(constants(examples), freeTexts(schema, pattern));
  return fc.oneof({ weight: 1, arbitrary: written }, { weight: 1, arbitrary: known(name, written) });
}

const known = (name: string, otherwise: Shapes): fc.Arbitrary<Extract<Shape, { is: "word" }>> =>
  fc.record({ is: fc.constant("word" as const), name: fc.constant(name), nth: NTH, otherwise });

const ids = (prefix: string): Shapes =>
  fc.record({
    is: fc.constant("id" as const),
    prefix: fc.constant(prefix),
    own: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
    nth: NTH,
  });

const DATES = ["1970-01-01", "2024-02-29", "2026-03-02", "2026-12-31", "9999-12-31", "0001-01-01"];
const LETTERS = [..."abcXYZ019 -'.,&@+/:_ésابتيم٣क😀"];

/** Texts of a format, of a pattern, or as long and as short as they may be. */
function freeTexts(schema: Schema, pattern: string | null): Shapes {
  if (schema.format === "date") return constants(DATES);
  if (schema.format === "date-time")
    return constants(DATES.flatMap((date) => [`${date}T00:00:00Z`, `${date}T23:59:59.999Z`]));
  const least = numberOr(schema.minLength, 0);
  const most = Math.min(numberOr(schema.maxLength, 200), 30_000);
  const lengths = [least, Math.min(most, least + 1), most];
  // As long as may be, of what patterns repeat, and ended by what they do not expect.
  const stretched = [" ", "a ", "0", "a"].map((unit) => `${unit.repeat(most).slice(0, Math.max(0, most - 1))}!`);
  const units = ["a", "ب", "😀", "9"].flatMap((unit) => lengths.map((length) => unit.repeat(length)));
  const edges = most > least ? [...units, ...stretched] : units;
  const free = fc.string({
    unit: fc.constantFrom(...LETTERS),
    minLength: least,
    maxLength: Math.max(least, Math.min(most, 40)),
  });
  if (pattern === null) return fc.oneof(free.map(raw), constants(edges));
  const rule = new RegExp(pattern, "u");
  const fitting = edges.filter((edge) => rule.test(edge));
  const tidied = free.map((text) => text.trim()).map((text) => (rule.test(text) ? text : (fitting[0] ?? "Demo")));
  return fc.oneof(...matching(pattern, rule), tidied.map(raw), ...(fitting.length > 0 ? [constants(fitting)] : []));
}

/** fast-check writes texts for most patterns; those that look ahead or behind it does not know. */
function matching(pattern: string, rule: RegExp): Shapes[] {
  if (/\(\?[!=<]/.test(pattern)) return [];
  return [fc.stringMatching(rule).map(raw)];
}

const numberOr = (value: unknown, otherwise: number): number =>
  typeof value === "number" && Number.isFinite(value) ? value : otherwise;
