import { number, paragraphs, table } from "./page.ts";

/** What a program wrote: its figures, and what it ran on. */
export type Found = Readonly<Record<string, unknown>> & {
  readonly commit?: string;
  readonly machine?: unknown;
  readonly startedAt?: string;
};

type Facts = {
  readonly found: (name: string) => Found | null;
  readonly cases: Readonly<Record<number, string>>;
  readonly open: Readonly<Record<number, string>>;
  readonly notHeld: Readonly<Record<number, string>>;
  readonly held: ReadonlyMap<number, readonly string[]>;
};

type Program = {
  readonly name: string;
  readonly what: string;
  readonly short: string;
  readonly long: string;
  readonly keys: readonly string[];
};

const PROGRAMS: readonly Program[] = [
  {
    name: "explore",
    what: "Breadth-first over process, ledger and money in flight: every action, news twice, timers, crashes. Every command has an answer in every state, and no money is stuck.",
    short: "npm run explore",
    long: "npm run explore -- --deep",
    keys: ["states", "transitions", "unanswered", "violations"],
  },
  {
    name: "simulate",
    what: "The real handlers on a simulated clock, with providers that lie, repeat, forget and time out, processes that die: goods, files, services, milestones and whole carts, with disputes, chargebacks and business days, and eleven oracles that look after every commit and at rest.",
    short: "npm run simulate -- --seed 1 --histories 100000",
    long: "npm run simulate -- --seed 1 --histories 10000000",
    keys: ["seed", "histories", "violations"],
  },
  {
    name: "planted",
    what: "Bugs planted into the simulated system from outside; each must be found within 1,000 seeds.",
    short: "npm run planted",
    long: "npm run planted",
    keys: ["planted", "found"],
  },
  {
    name: "torture",
    what: "Real PostgreSQL: all pairs of money operations racing, two processes stepped through every order of their fault points, kills of worker, server and database, commits that are cut.",
    short: "npm run torture -- --seed 1",
    long: "npm run torture -- --seed 1 --long",
    keys: ["seed", "races", "interleavings", "kills", "lost", "doubled"],
  },
  {
    name: "matrix",
    what: "Every route, asked by every kind of caller about things of their own, of the other side, of strangers and of nobody, held against a table of who may do what that was written apart from the policies; strangers' ids, columns and private words beside it.",
    short: "npm run matrix",
    long: "npm run matrix",
    keys: ["routes", "principals", "checks", "failures"],
  },
  {
    name: "fuzz",
    what: "Requests drawn from the OpenAPI document, valid and evil, alone, in chains and in whole sales, against a server with its worker; every answer is judged, and the books after them.",
    short: "npm run fuzz -- --requests 100000 --seed 7",
    long: "npm run fuzz -- --requests 1000000 --seed 7",
    keys: ["seed", "requests", "findings", "seconds"],
  },
];

export function reliabilityPage(facts: Facts): string {
  return paragraphs(
    "# Reliability",
    "Written by `npm run reports` from what the programs found; every figure can be had again by the command beside it. A short setting of each program runs in `npm test`.",
    ...PROGRAMS.flatMap((program) => programPart(program, facts.found(program.name))),
    ...drills(facts.found("drill")),
    ...coverage(facts),
    ...catalogue(facts),
  );
}

function programPart({ name, what, short, long, keys }: Program, found: Found | null): string[] {
  const commands = short === long ? `\`${short}\`` : `\`${short}\`, long: \`${long}\``;
  if (!found) return [`## ${name}`, `${what} ${commands}. No result is kept.`];
  const figures = table(keys, [keys.map((key) => shown(found[key]))]);
  return [`## ${name}`, `${what} ${commands}.`, figures, ranOn(found)];
}

const shown = (value: unknown): string => (typeof value === "number" ? number(value) : String(value ?? "–"));

function ranOn({ commit, machine, startedAt }: Found): string {
  const where = typeof machine === "string" ? machine : JSON.stringify(machine ?? "unknown machine");
  return `Commit ${String(commit ?? "unknown")}, ${String(startedAt ?? "at an unknown time")}, on ${where}.`;
}

type Drill = { readonly name: string; readonly passed: boolean; readonly seconds: number; readonly skipped?: string };

function drills(found: Found | null): string[] {
  const heading = "## drill";
  const what =
    "What operators hope never to need: `npm run drill`. A drill whose tools a machine lacks is skipped, never passed.";
  if (!found) return [heading, what, "No result is kept."];
  const rows = (found.drills as readonly Drill[]).map(({ name, passed, seconds, skipped }) => [
    name,
    skipped === undefined ? (passed ? "passed" : "FAILED") : `skipped: ${skipped}`,
    number(seconds),
  ]);
  return [heading, what, table(["drill", "result", "seconds"], rows), ranOn(found)];
}

function coverage({ found }: Facts): string[] {
  const covered = found("coverage");
  const mutants = found("mutants-summary");
  const rows = [
    ...(covered ? [["branches of core covered, percent", shown(covered.branches), "npm run coverage"]] : []),
    ...(mutants ? [["mutants killed, percent", shown(mutants.score), "npm run mutants"]] : []),
  ];
  return rows.length === 0 ? [] : ["## Tests of the tests", table(["what", "figure", "command"], rows)];
}

function catalogue({ cases, open, notHeld, held }: Facts): string[] {
  const rows = Object.entries(cases).map(([key, name]) => {
    const files = held.get(Number(key)) ?? [];
    const rest = notHeld[Number(key)];
    const by = [files.map((file) => `\`${file}\``).join(", "), ...(rest === undefined ? [] : [`not held: ${rest}`])];
    return [key, name, files.length > 0 ? by.join("; ") : `open: ${open[Number(key)]}`];
  });
  return [
    "## The catalogue of faults",
    "Faults and attacks that concern money, time, values, infrastructure, rights and secrets, with the tests that name them. A test keeps the list whole.",
    table(["case", "fault", "held by"], rows),
  ];
}
