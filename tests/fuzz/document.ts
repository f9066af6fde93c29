import type { ValidateFunction } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

export type Schema = { readonly [keyword: string]: unknown };

export type Parameter = { readonly name: string; readonly schema: Schema; readonly required: boolean };

/** One operation of an OpenAPI 3.1 document, with what it promises of its answers. */
export type Operation = {
  readonly id: string;
  readonly method: string;
  /** With the base path, parameters as `{name}`. */
  readonly path: string;
  readonly pathParameters: readonly Parameter[];
  readonly query: readonly Parameter[];
  readonly headers: readonly Parameter[];
  /** Null when it takes no body. */
  readonly body: Schema | null;
  readonly examples: readonly unknown[];
  readonly answers: ReadonlyMap<number, Declared>;
  readonly isCommand: boolean;
};

/** Null when a value fits, else what is wrong with it. Compiled when first asked. */
export type Fits = (value: unknown) => string | null;

export type Declared = {
  /** Of each media type; none for an answer without a body. */
  readonly bodies: ReadonlyMap<string, Fits | null>;
  /** The problem codes named with this status; null where the document names none. */
  readonly codes: ReadonlySet<string> | null;
};

export type ApiDocument = {
  readonly operations: readonly Operation[];
  readonly fitsProblem: Fits;
  /** What a `$ref` leads to; every other schema as it is. */
  resolve(schema: Schema): Schema;
};

const METHODS = new Set(["get", "post", "put", "patch", "delete"]);
const ID = "https://amana.example.test/openapi";

/** Reads a document (OpenAPI 3.1); throws for one that is not ours to read. */
export function readDocument(json: unknown): ApiDocument {
  const document = schemaOf(json);
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true, inlineRefs: false });
  formats.default(ajv);
  ajv.addSchema({ ...document, $id: ID });
  const compile = (pointer: readonly string[]): Fits => {
    let validate: ValidateFunction | null = null;
    return (value) => {
      validate ??= ajv.compile({ $ref: `${ID}#/${pointer.map(pointerStep).join("/")}` });
      return validate(value) ? null : ajv.errorsText(validate.errors);
    };
  };
  const resolve = (schema: Schema): Schema => {
    if (typeof schema.$ref !== "string") return schema;
    const steps = schema.$ref.replace(/^#\//, "").split("/");
    return resolve(steps.reduce((at, step) => inside(at, step.replaceAll("~1", "/").replaceAll("~0", "~")), document));
  };
  const [server] = Array.isArray(document.servers) ? document.servers : [];
  const base = String(schemaOf(server).url ?? "");
  const operations = Object.entries(inside(document, "paths")).flatMap(([path, item]) =>
    Object.entries(schemaOf(item))
      .filter(([method]) => METHODS.has(method))
      .map(([method, raw]) => operationOf({ base, path, method, raw: schemaOf(raw) }, compile, resolve)),
  );
  return { operations, resolve, fitsProblem: compile(["components", "schemas", "Problem"]) };
}

type Found = { readonly base: string; readonly path: string; readonly method: string; readonly raw: Schema };
type Compile = (pointer: readonly string[]) => Fits;

function operationOf({ base, path, method, raw }: Found, compile: Compile, resolve: ApiDocument["resolve"]): Operation {
  const parameters = listOf(raw.parameters).map(resolve);
  const at = (place: string): Parameter[] =>
    parameters
      .filter((parameter) => parameter.in === place)
      .map(({ name, schema, required }) => ({
        name: String(name),
        schema: resolve(schemaOf(schema)),
        required: required === true,
      }));
  const json = inside(inside(resolve(schemaOf(raw.requestBody)), "content"), "application/json");
  const answers = Object.entries(inside(raw, "responses")).map(([status, answer]): [number, Declared] => [
    Number(status),
    declaredOf(["paths", path, method, "responses", status], resolve(schemaOf(answer)), compile),
  ]);
  return {
    id: String(raw.operationId),
    method: method.toUpperCase(),
    path: base + path,
    pathParameters: at("path"),
    query: at("query"),
    headers: at("header"),
    body: json.schema === undefined ? null : resolve(schemaOf(json.schema)),
    examples: [json.example, ...Object.values(inside(json, "examples")).map((one) => schemaOf(one).value)].filter(
      (example) => example !== undefined,
    ),
    answers: new Map(answers),
    isCommand: method !== "get",
  };
}

function declaredOf(pointer: readonly string[], answer: Schema, compile: Compile): Declared {
  const bodies = Object.entries(inside(answer, "content")).map(([mediaType, media]): [string, Fits | null] => [
    mediaType,
    mediaType.endsWith("json") && schemaOf(media).schema !== undefined
      ? compile([...pointer, "content", mediaType, "schema"])
      : null,
  ]);
  const codes = [...String(answer.description ?? "").matchAll(/`([A-Z][A-Z0-9_]+)`/g)].map(([, code = ""]) => code);
  return { bodies: new Map(bodies), codes: codes.length > 0 ? new Set(codes) : null };
}

/** The operation that a request line belongs to; null when it is none of the document's. HEAD is answered as GET. */
export function operationAt({ operations }: ApiDocument, method: string, url: string): Operation | null {
  const path = url.split(/[?#]/, 1)[0] ?? "";
  const given = path.split("/");
  const asked = method === "HEAD" ? "GET" : method;
  const fitting = operations.filter(
    (operation) => operation.method === asked && fits(operation.path.split("/"), given),
  );
  // A fixed step is nearer than a parameter: `/orders/preview` is not the order named preview.
  return fitting.sort((a, b) => a.pathParameters.length - b.pathParameters.length)[0] ?? null;
}

const fits = (wanted: readonly string[], given: readonly string[]): boolean =>
  wanted.length === given.length &&
  wanted.every((step, index) => (step.startsWith("{") ? given[index] !== "" : step === given[index]));

const pointerStep = (step: string): string => encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"));

export const schemaOf = (value: unknown): Schema =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
const inside = (holder: Schema, key: string): Schema => schemaOf(holder[key]);
const listOf = (value: unknown): Schema[] => (Array.isArray(value) ? value.map(schemaOf) : []);
