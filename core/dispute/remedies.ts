/** What takes the word of both parties, as they ask each other for it. */
export type ConsentName = "settle" | "extend" | "reship" | "send_back" | "accept_ruling";

/** The questions that the parties may put to each other, by what the process lets both do together. */
export function consentsFor(together: readonly string[], extendable: boolean): ConsentName[] {
  const named = (["reship", "send_back", "accept_ruling"] as const).filter((name) => together.includes(name));
  return [
    ...(together.includes("agree_split") ? (["settle"] as const) : []),
    ...(extendable ? (["extend"] as const) : []),
    ...named,
  ];
}
