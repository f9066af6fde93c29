import type { JsonSchema } from "./components.ts";
import { textLike } from "./example-texts.ts";

/** What a schema says by itself is shown; `undefined` where nothing can be made that fits. Always the same for the same schema. */
export function exampleOf(schema: unknown, components: JsonSchema, name = ""): unknown {
  const form = objectOf(schema);
  if (typeof form.$ref === "string") {
    const component = form.$ref.split("/").at(-1) ?? "";
    return exampleOf(components[component], components, name);
  }
  const given = givenBy(form);
  if (given !== undefined) return given;
  const [first] = [form.anyOf, form.oneOf].find(Array.isArray) ?? [];
  if (first !== undefined) return exampleOf(first, components, name);
  return madeBy(form, components, name);
}

function givenBy({ example, examples, const: fixed, enum: words, default: standard }: JsonSchema): unknown {
  if (example !== undefined) return example;
  if (Array.isArray(examples) && examples.length > 0) return examples[0];
  if (fixed !== undefined) return fixed;
  if (Array.isArray(words)) return words[0];
  return standard;
}

function madeBy(form: JsonSchema, components: JsonSchema, name: string): unknown {
  switch (form.type) {
    case "object":
      return objectBy(form, components);
    case "array":
      return arrayBy(form, components, name);
    case "string":
      return textBy(form, name);
    case "integer":
    case "number":
      return numberBy(form);
    case "boolean":
      return true;
    case "null":
      return null;
    default:
      return undefined;
  }
}

function objectBy({ properties, patternProperties }: JsonSchema, components: JsonSchema): unknown {
  const made = Object.entries(objectOf(properties)).map(([name, schema]): [string, unknown] => [
    name,
    exampleOf(schema, components, name),
  ]);
  if (made.some(([, value]) => value === undefined)) return undefined;
  const [pattern] = Object.entries(objectOf(patternProperties));
  const key = pattern && textLike(pattern[0], { min: 1, max: 64 });
  if (pattern && key) made.push([key, exampleOf(pattern[1], components)]);
  return Object.fromEntries(made);
}

function arrayBy({ items, prefixItems, minItems }: JsonSchema, components: JsonSchema, name: string): unknown {
  if (Array.isArray(prefixItems)) return prefixItems.map((item) => exampleOf(item, components, name));
  const one = exampleOf(items, components, name);
  return one === undefined ? undefined : Array.from({ length: Math.max(1, sizeOf(minItems, 1)) }, () => one);
}

function textBy({ pattern, format, minLength, maxLength }: JsonSchema, name: string): string | undefined {
  const length = { min: sizeOf(minLength, 0), max: sizeOf(maxLength, 10_000) };
  const fits = (text: string): boolean =>
    text.length >= length.min &&
    text.length <= length.max &&
    (typeof pattern !== "string" || new RegExp(pattern, "u").test(text));
  const known = [BY_FORMAT[String(format)], BY_NAME[name], "demo"].find((text) => text !== undefined && fits(text));
  if (known !== undefined) return known;
  if (typeof pattern === "string") return textLike(pattern, length) ?? undefined;
  return "demo ".repeat(Math.ceil(length.min / 5)).slice(0, length.min);
}

function numberBy({ minimum, maximum }: JsonSchema): number {
  return Math.min(Math.max(1, sizeOf(minimum, 1)), sizeOf(maximum, Number.MAX_SAFE_INTEGER));
}

const sizeOf = (value: unknown, absent: number): number => (typeof value === "number" ? value : absent);

const BY_FORMAT: Readonly<Record<string, string>> = {
  date: "2026-11-21",
  "date-time": "2026-11-21T09:30:00.000Z",
  email: "asha@example.test",
  uri: "https://market.example.test/demo",
  uuid: "0199aa00-c0de-7000-a000-000000000042",
};

/** What people would write there. */
const BY_NAME: Readonly<Record<string, string>> = {
  name: "Asha (demo buyer)",
  holderName: "Asha Demo",
  email: "asha@example.test",
  phone: "+919800000000",
  line1: "14 Weavers Lane",
  line2: "Second floor",
  city: "Pune",
  reason: "As agreed with both sides",
  en: "Block-print cotton",
  ar: "قطن مطبوع",
  accountNumber: "1234567890",
  ifsc: "HDFC0000001",
  nextCursor: "WyIyMDI2LTExLTIxIl0",
  network: "198.51.100.7",
  url: "https://market.example.test/demo",
};

const objectOf = (value: unknown): JsonSchema =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
