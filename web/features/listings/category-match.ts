import type { Text } from "../../api/types.ts";

export type CategoryChoice = { id: string; name: Text; above: Text };

/** Without what Arabic writers leave out or write in several ways, and without capitals. */
export const folded = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f\u064b-\u0655\u0640]/g, "")
    .replace(/ة/g, "ه")
    .replace(/ى/g, "ي")
    .toLowerCase()
    .trim();

const MOST_OFFERED = 10;

/** What fits what was typed, in either language: first what begins with it, then what has it inside, then what lies below such a group. */
export function matchesOf(choices: readonly CategoryChoice[], typed: string): CategoryChoice[] {
  const wanted = folded(typed);
  if (wanted === "") return choices.slice(0, MOST_OFFERED);
  const rankOf = ({ name, above }: CategoryChoice): number => {
    const own = [folded(name.en), folded(name.ar)];
    if (own.some((one) => one.startsWith(wanted))) return 0;
    if (own.some((one) => one.includes(wanted))) return 1;
    return [above.en, above.ar].some((one) => folded(one).includes(wanted)) ? 2 : 3;
  };
  return choices
    .map((choice) => ({ choice, rank: rankOf(choice) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_OFFERED)
    .map(({ choice }) => choice);
}
