/** What a history is about. */
export type Kind = "goods" | "files" | "service" | "cart" | "milestone";

const KINDS: Readonly<Record<number, Kind>> = {
  5: "files",
  7: "milestone",
  9: "cart",
  11: "service",
  13: "cart",
  15: "milestone",
};

/** By the seed and not by the dice: histories about goods stay what they were. */
export const kindOf = (seed: number): Kind => KINDS[seed % 16] ?? "goods";

export const PROCESS_OF = {
  physical: "shipped_goods",
  digital: "digital_goods",
  service: "service",
  milestone: "milestone",
} as const;

const DAY = 24 * 3_600_000;

/** How long files that were paid for can be looked at before their seller is paid, where that is not at once. */
const LOOKING = 3 * DAY;
export const lookingAt = (seed: number): number => (kindOf(seed) === "files" && seed % 64 > 5 ? LOOKING : 0);

/** What was agreed about work, as its buyer knows it. */
export type Agreed = {
  readonly price: bigint;
  /** How long the seller has, and has again after each revision. */
  readonly lasts: number;
  readonly revisions: number;
};
