import fc from "fast-check";
import type { ApiDocument, Operation, Parameter } from "./document.ts";
import * as evil from "./evil.ts";
import { LITERALS, LONG_LITERALS, TEXTS } from "./evil-values.ts";
import { type Shape, type ShapeMaker, shapeMaker } from "./shapes.ts";

/** What is done to a request that would be valid. */
export type Twist =
  | { readonly is: "value"; readonly at: number; readonly literal: string }
  | { readonly is: "field"; readonly at: number; readonly name: string; readonly literal: string }
  | { readonly is: "drop"; readonly at: number }
  | { readonly is: "twice"; readonly at: number; readonly literal: string }
  | { readonly is: "body"; readonly named: string }
  | { readonly is: "media"; readonly type: string }
  | { readonly is: "header"; readonly name: string; readonly value: string }
  | { readonly is: "query"; readonly name: string; readonly value: string }
  | { readonly is: "step"; readonly at: number; readonly text: string; readonly encoded: boolean }
  | { readonly is: "method"; readonly method: string };

/** A call as it is drawn: the same text for the same seed, whatever the database holds. */
export type Call = {
  readonly operation: string;
  /** Somebody whom the operation lets in, or anybody. */
  readonly fitting: boolean;
  readonly who: number;
  readonly path: readonly (readonly [string, Shape])[];
  readonly query: readonly (readonly [string, Shape])[];
  readonly body: Shape | null;
  readonly key: number | null;
  readonly twists: readonly Twist[];
};

export type Calls = {
  /** One call of one operation, valid or twisted. */
  readonly one: fc.Arbitrary<Call>;
  readonly of: (operationId: string) => fc.Arbitrary<Call> | null;
};

const AT = fc.nat({ max: 60 });
const ANYBODY = fc.nat({ max: 1_000 });

/** Draws calls of every operation of the document. `columns` are names that no body may set. */
export function callsOf(document: ApiDocument, columns: readonly string[]): Calls {
  const make = shapeMaker(document);
  const each = new Map(document.operations.map((operation) => [operation.id, callOf(operation, make, columns)]));
  // Commands have more to break than readings.
  const weighted = document.operations.map(({ id, isCommand }) => ({
    weight: isCommand ? 3 : 2,
    arbitrary: each.get(id) ?? fc.constant(NO_CALL),
  }));
  return { one: fc.oneof(...weighted), of: (id) => each.get(id) ?? null };
}

const NO_CALL: Call = {
  ...{ operation: "", fitting: true, who: 0, path: [], query: [], body: null, key: null, twists: [] },
};

function callOf(operation: Operation, make: ShapeMaker, columns: readonly string[]): fc.Arbitrary<Call> {
  const parameters = (wanted: readonly Parameter[]) =>
    fc
      .tuple(
        ...wanted.map(({ name, schema, required }) => {
          const pair = make(schema, name).map((shape) => [name, shape] as const);
          return required ? pair : fc.option(pair, { nil: null });
        }),
      )
      .map((pairs) => pairs.filter((pair) => pair !== null));
  return fc.record({
    operation: fc.constant(operation.id),
    fitting: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 2, arbitrary: fc.constant(false) }),
    who: ANYBODY,
    path: parameters(operation.pathParameters.map((parameter) => ({ ...parameter, required: true }))),
    query: parameters(operation.query),
    body: bodyOf(operation, make),
    key: operation.isCommand ? fc.option(fc.nat({ max: 40 }), { nil: null, freq: 3 }) : fc.constant(null),
    twists: twistsOf(operation, columns),
  });
}

function bodyOf({ body, examples, isCommand }: Operation, make: ShapeMaker): fc.Arbitrary<Shape | null> {
  if (body === null)
    return isCommand ? fc.constantFrom<Shape | null>({ is: "fields", entries: [] }, null) : fc.constant(null);
  const drawn = make(body, "");
  if (examples.length === 0) return drawn;
  return fc.oneof({ weight: 4, arbitrary: drawn }, { weight: 1, arbitrary: fc.constantFrom(...examples.map(shapeOf)) });
}

/** Half of the calls are left as they are, most others get one twist. */
function twistsOf(operation: Operation, columns: readonly string[]): fc.Arbitrary<readonly Twist[]> {
  const some = fc.oneof(...arbitraryTwists(operation, columns));
  return fc.oneof(
    { weight: 4, arbitrary: fc.constant<readonly Twist[]>([]) },
    { weight: 5, arbitrary: fc.tuple(some) },
    { weight: 1, arbitrary: fc.array(some, { minLength: 2, maxLength: 4 }) },
  );
}

type Weighted = { readonly weight: number; readonly arbitrary: fc.Arbitrary<Twist> };

function arbitraryTwists(operation: Operation, columns: readonly string[]): Weighted[] {
  return [
    ...(operation.isCommand ? bodyTwists(columns, operation.body !== null) : []),
    ...(operation.pathParameters.length > 0 ? [{ weight: 3, arbitrary: STEPS }] : []),
    { weight: operation.query.length > 0 ? 8 : 2, arbitrary: queryTwists(operation, columns) },
    { weight: 3, arbitrary: HEADER_TWISTS },
    { weight: 1, arbitrary: METHOD_TWISTS },
  ];
}

const LITERAL = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...LITERALS) },
  { weight: 1, arbitrary: fc.constantFrom(...LONG_LITERALS) },
);

function bodyTwists(columns: readonly string[], hasBody: boolean): Weighted[] {
  const names = fc.constantFrom(...evil.FIELDS, ...columns);
  return [
    ...(hasBody
      ? [
          { weight: 10, arbitrary: fc.record({ is: fc.constant("value" as const), at: AT, literal: LITERAL }) },
          { weight: 2, arbitrary: fc.record({ is: fc.constant("drop" as const), at: AT }) },
        ]
      : []),
    {
      weight: 3,
      arbitrary: fc.record({ is: fc.constant("field" as const), at: AT, name: names, literal: LITERAL }),
    },
    { weight: 1, arbitrary: fc.record({ is: fc.constant("twice" as const), at: AT, literal: LITERAL }) },
    {
      weight: 1,
      arbitrary: fc.record({
        is: fc.constant("body" as const),
        named: fc.constantFrom(...evil.BODY_NAMES),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ is: fc.constant("media" as const), type: fc.constantFrom(...evil.MEDIA_TYPES) }),
    },
  ];
}

const STEPS: fc.Arbitrary<Twist> = fc.oneof(
  fc.record({
    is: fc.constant("step" as const),
    at: fc.nat({ max: 3 }),
    text: fc.constantFrom(...TEXTS),
    encoded: fc.constant(true),
  }),
  fc.record({
    is: fc.constant("step" as const),
    at: fc.nat({ max: 3 }),
    text: fc.constantFrom(...evil.RAW_STEPS),
    encoded: fc.constant(false),
  }),
);

function queryTwists({ query }: Operation, columns: readonly string[]): fc.Arbitrary<Twist> {
  const own = query.map(({ name }) => name);
  const names =
    own.length > 0
      ? fc.oneof(
          { weight: 5, arbitrary: fc.constantFrom(...own) },
          { weight: 1, arbitrary: fc.constantFrom(...evil.QUERY_NAMES, ...columns) },
        )
      : fc.constantFrom(...evil.QUERY_NAMES, ...columns);
  const values = fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...TEXTS, ...evil.RAW_STEPS) },
    { weight: 2, arbitrary: fc.constantFrom(...evil.CURSORS) },
    {
      weight: 2,
      arbitrary: fc.constantFrom("0", "-1", "101", "1000000000", "9007199254740992", "9223372036854775808"),
    },
  );
  return fc.record({ is: fc.constant("query" as const), name: names, value: values });
}

const HEADER_TWISTS: fc.Arbitrary<Twist> = fc
  .constantFrom(...evil.HEADERS)
  .map(([name, value]) => ({ is: "header", name, value }));

const METHOD_TWISTS: fc.Arbitrary<Twist> = fc.record({
  is: fc.constant("method" as const),
  method: fc.constantFrom("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"),
});

/** A JSON value as a shape. */
export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return { is: "list", items: value.map(shapeOf) };
  if (typeof value === "object" && value !== null)
    return { is: "fields", entries: Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)] as const) };
  return { is: "raw", text: JSON.stringify(value) ?? "null" };
}
