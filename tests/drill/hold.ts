import { installedPrograms } from "./debian.ts";
import type { Drill, Figures } from "./drill-form.ts";
import { type Bare, openGround, withUndos } from "./ground.ts";

export type Outcome = {
  readonly name: string;
  readonly rule: string;
  readonly passed: boolean;
  readonly seconds: number;
  /** Why it was not held on this machine; then it has not passed. */
  readonly skipped?: string;
  readonly failure?: string;
  readonly figures?: Figures;
};

export const NO_PROGRAMS = "PostgreSQL's own programs are missing (Debian: postgresql-15)";

/** Holds drills one after the other, each with about so many acknowledged commands of load. */
export async function holdDrills(
  drills: readonly Drill[],
  commands: number,
  tell: (outcome: Outcome) => void = () => {},
): Promise<Outcome[]> {
  const bin = installedPrograms();
  const outcomes: Outcome[] = [];
  const keep = (outcome: Outcome): void => {
    outcomes.push(outcome);
    tell(outcome);
  };
  if (!bin) {
    for (const drill of drills) keep(notHeld(drill, NO_PROGRAMS));
    return outcomes;
  }
  const { bare, clear } = await openGround(bin, commands);
  try {
    for (const drill of drills) keep(await holdOne(drill, bare));
  } finally {
    clear();
  }
  return outcomes;
}

/** Holds one drill; what it started has ended when this answers. */
export async function holdOne(drill: Drill, bare: Bare): Promise<Outcome> {
  const lacks = await drill.lacks?.();
  if (lacks) return notHeld(drill, lacks);
  const { name, rule } = drill;
  const start = performance.now();
  const seconds = (): number => Math.round((performance.now() - start) / 10) / 100;
  try {
    const figures = await withUndos(bare, drill.hold);
    return { name, rule, passed: true, seconds: seconds(), figures };
  } catch (error) {
    const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { name, rule, passed: false, seconds: seconds(), failure };
  }
}

const notHeld = ({ name, rule }: Drill, reason: string): Outcome => ({
  ...{ name, rule },
  passed: false,
  seconds: 0,
  skipped: reason,
});
