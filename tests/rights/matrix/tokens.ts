import { isPerson, type PersonName } from "./market.ts";

/** The sessions that the market must know, by their tokens. */
export const sessionOf = (person: PersonName): string => `session.${slug(person)}`;
export const halfOf = (person: PersonName): string => `half.${slug(person)}`;
export const expiredOf = (person: PersonName): string => `expired.${slug(person)}`;
/** A key is written out: the server of the matrix reads its owner and its scopes from it. */
export const keyOf = (person: PersonName, scopes: readonly string[]): string =>
  `key/${slug(person)}/${scopes.map((scope) => scope.replace(":", "~")).join("+")}`;
export const SCHEDULER = "the-key-of-the-scheduler";

const slug = (person: string): string => person.replace(" ", "-");
export function personOf(slugged: string): PersonName {
  const name = slugged.replace("-", " ");
  if (!isPerson(name)) throw new Error(`nobody is ${name}`);
  return name;
}
