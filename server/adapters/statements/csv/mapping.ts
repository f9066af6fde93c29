import { isCurrency } from "@amana/core/money";
import { LINE_KINDS, type LineKind } from "@amana/core/reconciliation";
import { ok, type Result, refuse } from "@amana/core/result";
import { type Static, Type } from "typebox";
import { Value } from "typebox/value";

const Column = Type.String({ minLength: 1, maxLength: 200 });

/** How a provider's file is read, declared by the operator in a JSON file of its own. */
export const Mapping = Type.Object(
  {
    /** The provider, as its ledger account is named. */
    name: Type.String({ pattern: "^[a-z][a-z0-9-]{1,30}$" }),
    delimiter: Type.Optional(Type.String({ minLength: 1, maxLength: 1 })),
    columns: Type.Object(
      {
        reference: Column,
        kind: Column,
        amount: Column,
        at: Column,
        ourId: Type.Optional(Column),
        currency: Type.Optional(Column),
        fee: Type.Optional(Column),
        tax: Type.Optional(Column),
        settledAt: Type.Optional(Column),
        bankReference: Type.Optional(Column),
      },
      { additionalProperties: false },
    ),
    /** The currency of every line, where no column says it. */
    currency: Type.Optional(Type.String()),
    /** What stands in the column of the kind, and what it means; `in` and `out` say how the amount counts. */
    kinds: Type.Record(
      Type.String({ minLength: 1 }),
      Type.Union([
        Type.Literal("skip"),
        Type.Object(
          {
            kind: Type.Unsafe<LineKind>({ type: "string", enum: [...LINE_KINDS] }),
            counts: Type.Union([Type.Literal("in"), Type.Literal("out"), Type.Literal("as_written")]),
          },
          { additionalProperties: false },
        ),
      ]),
    ),
    /** The offset from UTC of times that are written without one. */
    offset: Type.Optional(Type.String({ pattern: "^[+-][0-2][0-9]:[0-5][0-9]$" })),
  },
  { additionalProperties: false },
);
export type Mapping = Static<typeof Mapping>;

/** Reads a mapping, or says in one sentence why it cannot be used. */
export function readMapping(text: string): Result<Mapping, string> {
  const json = parsed(text);
  if (json === undefined) return refuse("the mapping is not JSON");
  if (!Value.Check(Mapping, json))
    return refuse(`the mapping is wrong at ${Value.Errors(Mapping, json)[0]?.instancePath || "its root"}`);
  if (json.currency !== undefined && !isCurrency(json.currency)) return refuse("the mapping's currency is not known");
  if (json.currency === undefined && json.columns.currency === undefined)
    return refuse("the mapping needs a currency, or a column that says it");
  return ok(json);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
