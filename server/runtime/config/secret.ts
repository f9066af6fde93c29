import { inspect } from "node:util";

declare const secretBrand: unique symbol;

/** A text that prints as `***` wherever it lands: in a log line, in JSON, in an error, in a template. */
export type Secret = { readonly [secretBrand]: true; reveal(): string; toString(): string; toJSON(): string };

const MASK = "***";

export function secret(text: string): Secret {
  const mask = (): string => MASK;
  const hidden = {
    reveal: () => text,
    toString: mask,
    toJSON: mask,
    [Symbol.toPrimitive]: mask,
    [inspect.custom]: mask,
  };
  // The brand exists for the compiler only: nobody else's object passes for a Secret.
  return Object.freeze(hidden) as unknown as Secret;
}
