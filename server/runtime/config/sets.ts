import type { ConfigProblem, Values } from "./problem.ts";
import type { Variable } from "./variables.ts";

/** Variables that are of use only together. */
type Together = { readonly what: string; readonly needed: readonly Variable[]; readonly besides: readonly Variable[] };

const SETS: readonly Together[] = [
  {
    what: "Cashfree payments",
    needed: ["CASHFREE_CLIENT_ID", "CASHFREE_CLIENT_SECRET"],
    besides: ["CASHFREE_PREVIOUS_SECRETS", "CASHFREE_BASE_URL", "CASHFREE_SCRIPT_URL"],
  },
  {
    what: "Cashfree payouts",
    needed: ["CASHFREE_PAYOUT_CLIENT_ID", "CASHFREE_PAYOUT_CLIENT_SECRET"],
    besides: ["CASHFREE_PAYOUT_PREVIOUS_SECRETS", "CASHFREE_PAYOUT_BASE_URL"],
  },
  {
    what: "RapidShyp",
    needed: ["RAPIDSHYP_TOKEN", "RAPIDSHYP_WEBHOOK_TOKEN"],
    besides: ["RAPIDSHYP_BASE_URL", "RAPIDSHYP_STORE_NAME", "RAPIDSHYP_WEBHOOK_HEADER"],
  },
  { what: "The owner's database address", needed: ["DATABASE_URL"], besides: ["DATABASE_OWNER_URL"] },
];

/** A half-set adapter is a mistake, and never a switched-off one. */
export function objectionsOfSets(values: Values): ConfigProblem[] {
  const half = SETS.filter(({ needed, besides }) => [...needed, ...besides].some((name) => values[name] !== undefined));
  return half.flatMap(({ what, needed, besides }) =>
    needed
      .filter((name) => values[name] === undefined)
      .map((variable) => ({
        variable,
        problem: `it is missing, while other variables of the same set are given`,
        fix: `${what} needs ${needed.join(" and ")}: set it, or remove ${[...needed, ...besides].filter((name) => values[name] !== undefined).join(", ")}.`,
      })),
  );
}

export const setsGiven = (values: Values): readonly string[] =>
  SETS.filter(({ needed }) => needed.every((name) => values[name] !== undefined)).map(({ what }) => what);
