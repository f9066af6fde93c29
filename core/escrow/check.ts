import { commandsOf, type Exit, isFinal, lapseOf, type Movement, type Process, RESUME, stateOf } from "./process.ts";
import { exitOf } from "./step.ts";

/** What is wrong with a process, as sentences; an empty list is the proof that nothing is. */
export function examine(process: Process): string[] {
  const edges = edgesOf(process);
  return [
    ...unknownTargets(process, edges),
    ...deadlineFaults(process),
    ...unreachable(process, edges),
    ...freezeFaults(process),
    ...moneyFaults(process, edges),
    ...rulingFaults(process),
    ...undivided(process),
    ...silences(process, edges),
    ...deafStates(process),
  ];
}

type Edge = {
  readonly from: string;
  readonly name: string;
  readonly to: string;
  readonly money: Movement | null;
  /** Goes back to where the deal has been already. */
  readonly resumes: boolean;
};

/** Every transition of a process, those of its deadlines included. */
export function edgesOf(process: Process): Edge[] {
  const exits = exitsOf(process);
  return exits.flatMap(({ from, name, exit }) =>
    targetsOf(process, exits, from, exit).map((to) => ({
      ...{ from, name, to, money: exit.money ?? null },
      resumes: exit.to === RESUME,
    })),
  );
}

type Named = { readonly from: string; readonly name: string; readonly exit: Exit };

/** Every exit of every state; a lapse is one that only the clock may take. */
function exitsOf(process: Process): Named[] {
  const exits = Object.keys(process.states).flatMap((from) =>
    Object.entries(stateOf(process, from).exits).map(([name, exit]): Named => ({ from, name, exit })),
  );
  const lapses = process.deadlines.flatMap((form) =>
    form.span.map((from): Named => ({ from, name: lapseOf(form.kind), exit: exitOf(form) })),
  );
  return [...exits, ...lapses];
}

/** Where an exit leads: a resumption to each state from which a freeze leads here, or to where frozen deals come here from. */
function targetsOf(process: Process, exits: readonly Named[], from: string, exit: Exit): string[] {
  if (exit.to !== RESUME) return [exit.to];
  const frozen = frozenInto(process, exits, from);
  return [...new Set(exits.filter((one) => one.exit.freezes && frozen.has(one.exit.to)).map((one) => one.from))];
}

/** The states in which a deal was frozen that is now in this one. */
function frozenInto(process: Process, exits: readonly Named[], state: string): Set<string> {
  const found = new Set([state]);
  const onward = exits.filter(({ from, exit }) => !exit.freezes && isFrozen(process, from));
  for (const to of found) for (const { from, exit } of onward) if (exit.to === to) found.add(from);
  return found;
}

const isFrozen = (process: Process, state: string): boolean =>
  Object.hasOwn(process.states, state) && stateOf(process, state).frozen === true;

/** A deal comes into a frozen state by a freeze or from another frozen one, and only there is anything to resume. */
function freezeFaults(process: Process): string[] {
  const wrong = (from: string, { to, freezes }: Exit): string | null => {
    if (to === RESUME) return isFrozen(process, from) ? null : "has nothing to resume";
    if (isFrozen(process, to) === (freezes === true)) return null;
    if (freezes) return `freezes into ${to}, which is not frozen`;
    return isFrozen(process, from) ? null : `leads into ${to} without a freeze`;
  };
  return exitsOf(process).flatMap(({ from, name, exit }) => {
    const fault = wrong(from, exit);
    return fault === null ? [] : [`${from}: ${name} ${fault}`];
  });
}

function unknownTargets(process: Process, edges: readonly Edge[]): string[] {
  const known = (state: string) => Object.hasOwn(process.states, state);
  const targets = [...process.starts, ...edges.flatMap(({ from, to }) => [from, to])];
  return [...new Set(targets.filter((state) => !known(state)))].map((state) => `${state} is no state`);
}

/** Money cannot be stranded: each state that waits has a deadline, exactly one, and an end has none. */
function deadlineFaults(process: Process): string[] {
  return Object.keys(process.states).flatMap((state) => {
    const count = process.deadlines.filter((deadline) => deadline.span.includes(state)).length;
    if (isFinal(process, state)) return count === 0 ? [] : [`${state} is final and has a deadline`];
    return count === 1 ? [] : [`${state} waits with ${count} deadlines`];
  });
}

function unreachable(process: Process, edges: readonly Edge[]): string[] {
  const onward = edges.filter(({ resumes }) => !resumes);
  const reached = reachable(process, process.starts, onward);
  return Object.keys(process.states)
    .filter((state) => !reached.has(state))
    .map((state) => `${state} cannot be reached`);
}

/** Walks every (state, escrow full or empty): no path overdraws, funds twice, or ends with money inside. */
function moneyFaults(process: Process, all: readonly Edge[]): string[] {
  const faults = new Set<string>();
  const seen = new Set<string>();
  const edges = all.filter(({ to }) => Object.hasOwn(process.states, to));
  const walk = (state: string, full: boolean): void => {
    const place = `${state} ${full}`;
    if (seen.has(place)) return;
    seen.add(place);
    if (full && isFinal(process, state)) faults.add(`${state} ends with money in escrow`);
    for (const edge of edges.filter(({ from }) => from === state)) {
      const fault = moneyFault(edge, full);
      if (fault) faults.add(`${state}: ${edge.name} ${fault}`);
      walk(edge.to, fullAfter(edge, full));
    }
  };
  for (const start of process.starts) walk(start, false);
  return [...faults];
}

const fullAfter = ({ money }: Edge, full: boolean): boolean => (money === null ? full : money === "fund");

function moneyFault({ money }: Edge, full: boolean): string | null {
  if (money === "fund") return full ? "funds twice" : null;
  return money !== null && !full ? "pays out of an empty escrow" : null;
}

/** What is divided as the ruling says comes only after a ruling, however the deal gets there. */
function rulingFaults(process: Process): string[] {
  const divided = new Set([
    ...process.deadlines.flatMap(({ span, division }) => (division === "ruling" ? span : [])),
    ...Object.keys(process.states).filter((state) =>
      Object.values(stateOf(process, state).exits).some(({ division }) => division === "ruling"),
    ),
  ]);
  return exitsOf(process)
    .filter(({ from, exit }) => divided.has(exit.to) && !divided.has(from) && !exit.rules)
    .map(({ from, name, exit }) => `${from}: ${name} leads into ${exit.to} without a ruling`);
}

/** What divides must know how: a deadline has no command that could say it. */
const undivided = ({ deadlines }: Process): string[] =>
  deadlines
    .filter(({ money, division }) => money === "settle" && !division)
    .map(({ span, kind }) => `${span[0]}: ${lapseOf(kind)} does not say how it divides`);

/** If nobody ever says a word, time alone brings every state to an end. */
function silences(process: Process, edges: readonly Edge[]): string[] {
  const lapses = edges.filter(({ name }) => name.startsWith("lapse_"));
  return Object.keys(process.states)
    .filter((state) => ![...reachable(process, [state], lapses)].some((end) => isFinal(process, end)))
    .map((state) => `${state} never ends by itself`);
}

/** News that a state calls old must be a command of the process. */
function deafStates(process: Process): string[] {
  const commands = commandsOf(process);
  return Object.keys(process.states).flatMap((state) =>
    (stateOf(process, state).oldNews ?? [])
      .filter((name) => !commands.includes(name) || Object.hasOwn(stateOf(process, state).exits, name))
      .map((name) => `${state} cannot call ${name} old news`),
  );
}

function reachable(process: Process, from: readonly string[], edges: readonly Edge[]): Set<string> {
  const reached = new Set(from);
  for (const state of reached) {
    for (const edge of edges) if (edge.from === state && Object.hasOwn(process.states, edge.to)) reached.add(edge.to);
  }
  return reached;
}
