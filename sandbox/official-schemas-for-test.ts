import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { isObject, type JsonObject } from "./json.ts";

/** For tests: the schemas of the companies' own OpenAPI files, which are not part of this repository. */
const FOLDER = process.env.PROVIDER_SPECS ?? join(import.meta.dirname, "../../shared/providers/specs");
const FILES = {
  gateway: join(FOLDER, "cashfree-pg-2025-01-01.openapi.json"),
  payouts: join(FOLDER, "cashfree-payouts-2024-01-01.openapi.json"),
};

export const haveOfficialSchemas = Object.values(FILES).every((file) => existsSync(file));

export type OfficialApi = {
  /** What is wrong with a request body; empty when nothing is. */
  request(path: string, method: string, body: unknown): string[];
  /** What is wrong with an answer: its body by the schema of its status, and fields or headers nobody documented. */
  answer(path: string, method: string, answer: { status: number; body: unknown; headers: Headers }): string[];
  /** What is wrong with a value by a named component schema. */
  component(name: string, value: unknown): string[];
};

export function officialApi(name: keyof typeof FILES): OfficialApi {
  const document: unknown = JSON.parse(readFileSync(FILES[name], "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
  addFormats.default(ajv);
  const find = (...keys: string[]): unknown =>
    inlined(
      document,
      keys.reduce((inner, key) => step(document, inner, key), document),
    );
  const problems = (schema: unknown, value: unknown): string[] => {
    const validate = ajv.compile(isObject(schema) ? schema : {});
    validate(value);
    return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
  };
  return {
    request: (path, method, body) =>
      problems(tolerant(find("paths", path, method, "requestBody", "content", "application/json", "schema")), body),
    answer: (path, method, { status, body, headers }) => {
      const response = find("paths", path, method, "responses", String(status));
      if (!isObject(response)) return [`status ${status} is not documented`];
      const content = [response].map((found) =>
        step(document, step(document, found, "content"), "application/json"),
      )[0];
      const schema = step(document, content, "schema");
      const wanted = isObject(response.headers) ? Object.keys(response.headers) : [];
      return [
        ...problems(tolerant(schema), body),
        ...undocumented(schema, content, body).map((field) => `${field} is not documented`),
        ...wanted
          .filter((header) => !OPTIONAL_HEADERS.has(header) && !headers.has(header))
          .map((header) => `${header} is missing`),
      ];
    },
    component: (schema, value) => problems(tolerant(find("components", "schemas", schema)), value),
  };
}

/** Sent back only when the caller sent one. */
const OPTIONAL_HEADERS = new Set(["x-idempotency-key"]);

function step(document: unknown, inner: unknown, key: string): unknown {
  const target = isObject(inner) && typeof inner.$ref === "string" ? resolved(document, inner.$ref) : inner;
  return isObject(target) ? target[key] : undefined;
}

const resolved = (document: unknown, reference: string): unknown =>
  reference
    .slice(2)
    .split("/")
    .reduce<unknown>((inner, key) => step(document, inner, key.replaceAll("~1", "/").replaceAll("~0", "~")), document);

/** The value with every reference replaced by what it names; a reference to itself becomes "anything". */
function inlined(document: unknown, value: unknown, open: readonly string[] = []): unknown {
  if (Array.isArray(value)) return value.map((item) => inlined(document, item, open));
  if (!isObject(value)) return value;
  const { $ref: reference } = value;
  if (typeof reference === "string") {
    return open.includes(reference) ? {} : inlined(document, resolved(document, reference), [...open, reference]);
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inlined(document, inner, open)]));
}

/**
 * The schema as its own official examples use it: an optional field may be null, and a value may fit several
 * alternatives of a oneOf (the published payment examples do both, and fail the schema taken literally).
 */
function tolerant(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(tolerant);
  if (!isObject(schema)) return schema;
  const { oneOf, properties, ...rest } = schema;
  const required = Array.isArray(schema.required) ? schema.required : [];
  const fields = isObject(properties)
    ? Object.entries(properties).map(([key, field]) => {
        const inner = tolerant(field);
        return [key, required.includes(key) ? inner : { anyOf: [{ type: "null" }, inner] }];
      })
    : [];
  return {
    ...Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, isExample(key) ? inner : tolerant(inner)])),
    ...(oneOf === undefined ? {} : { anyOf: tolerant(oneOf) }),
    ...(isObject(properties) ? { properties: Object.fromEntries(fields) } : {}),
  };
}

const isExample = (key: string): boolean => ["example", "examples", "enum", "required"].includes(key);

/** Fields of the body that neither the schema nor any of its examples knows. */
function undocumented(schema: unknown, content: unknown, body: unknown): string[] {
  const item = isObject(schema) && isObject(schema.items) ? schema.items : schema;
  const bodies = (Array.isArray(body) ? body : [body]).filter(isObject);
  const known = new Set([...keysOf(item, "properties"), ...keysOf(item, "example"), ...exampleKeys(content)]);
  return bodies.flatMap((one) => Object.keys(one).filter((key) => !known.has(key)));
}

const keysOf = (holder: unknown, field: string): string[] =>
  isObject(holder) && isObject(holder[field]) ? Object.keys(holder[field]) : [];

function exampleKeys(content: unknown): string[] {
  const examples = isObject(content) && isObject(content.examples) ? Object.values(content.examples) : [];
  const values = examples.flatMap((example) => (isObject(example) ? [example.value] : [])).flat();
  return values.filter((value): value is JsonObject => isObject(value)).flatMap((value) => Object.keys(value));
}
