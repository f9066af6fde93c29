/** What a run of the torture program has done and found. Sentences name the place; none is the wish. */
export type Findings = {
  races: number;
  attempts: number;
  interleavings: number;
  /** Of all schedules that there are, whether each was run; false where a pair has more than the setting allows. */
  incomplete: string[];
  kills: number;
  cuts: number;
  stops: number;
  retries: number;
  /** Commands that were acknowledged and are not there, and work that nobody follows. */
  readonly lost: string[];
  /** What happened more often than it was asked for. */
  readonly doubled: string[];
  /** Any other sentence about money or order that is not right. */
  readonly wrong: string[];
};

export const noFindings = (): Findings => ({
  races: 0,
  attempts: 0,
  interleavings: 0,
  incomplete: [],
  kills: 0,
  cuts: 0,
  stops: 0,
  retries: 0,
  lost: [],
  doubled: [],
  wrong: [],
});

export const isClean = ({ lost, doubled, wrong }: Findings): boolean =>
  lost.length === 0 && doubled.length === 0 && wrong.length === 0;

/** Sorts what the books say is wrong into what is lost and what is merely wrong. */
export function addWrongs(findings: Findings, where: string, sentences: readonly string[]): void {
  for (const sentence of sentences) {
    const lost = /^(untold|given up|nobody follows)/.test(sentence) || hasLeftUnbooked(sentence);
    (lost ? findings.lost : findings.wrong).push(`${where}: ${sentence}`);
  }
}

/** A provider has less of our money, or has sent more of it, than the ledger knows. */
function hasLeftUnbooked(sentence: string): boolean {
  const [, verb, truth = "0", booked = "0"] = PROVIDER.exec(sentence) ?? [];
  return verb === "holds" ? BigInt(truth) < BigInt(booked) : verb !== undefined && BigInt(truth) > BigInt(booked);
}

const PROVIDER = /(holds|has sent) (-?\d+), the ledger says (-?\d+)$/;

/** Something that should have happened exactly once. */
export function expectOnce(findings: Findings, what: string, times: number): void {
  if (times === 0) findings.lost.push(`${what}: did not happen`);
  if (times > 1) findings.doubled.push(`${what}: happened ${times} times`);
}

export function addAll(into: Findings, from: Findings): void {
  for (const count of ["races", "attempts", "interleavings", "kills", "cuts", "stops", "retries"] as const)
    into[count] += from[count];
  for (const list of ["lost", "doubled", "wrong", "incomplete"] as const) into[list].push(...from[list]);
}
