import { makeId } from "../ids/index.ts";
import { type Money, money } from "../money/index.ts";
import { expectOk } from "../result/index.ts";
import { at, type Instant } from "../time/index.ts";
import type { Deadline, Deal, Suspension } from "./deal.ts";
import { DEFAULT_POLICY } from "./policy.ts";
import { type Actor, deadlineOf, isFinal, type Process, stateOf } from "./process.ts";
import { PROCESSES } from "./processes/index.ts";
import { type Command, type Step, step } from "./step.ts";

export const OPENED = at(1_800_000_000_000);
const nine = new Uint8Array(9);
export const inr = (minor: bigint): Money => money(minor, "INR");

export const PARTS = {
  ...{ total: inr(34_800n), commission: inr(1_044n), commissionTax: inr(0n), sellerReceives: inr(33_756n) },
  ...{ policy: DEFAULT_POLICY, revisionsLeft: 1 },
};

export const OPENING = {
  id: makeId("deal", OPENED, nine, 7),
  buyer: makeId("user", OPENED, nine, 1),
  seller: makeId("user", OPENED, nine, 2),
  ...PARTS,
};

const isUnpaid = (state: string): boolean => state.endsWith("payment_pending");

/** A deal of this process in this state, with its whole time left; a frozen one was frozen by the buyer where money is held. */
export function dealAt(process: Process, state: string): Deal {
  const form = deadlineOf(process, state);
  const { frozen } = stateOf(process, state);
  return {
    ...OPENING,
    ...{ process: process.name, processVersion: process.version, state, revision: 3 },
    escrow: isUnpaid(state) ? "pending" : frozen ? "disputed" : "held",
    gateway: isUnpaid(state) ? null : "demo",
    ruling: state.endsWith("_split") ? inr(14_800n) : null,
    deadline: form
      ? { kind: form.kind, openedAt: OPENED, dueAt: at(OPENED + longer(DEFAULT_POLICY.windows[form.window], 2)) }
      : null,
    suspended: frozen ? frozenIn(process) : null,
  };
}

/** Every state of every process. */
export const EVERYWHERE = PROCESSES.flatMap((process) =>
  Object.keys(process.states).map((state) => ({ process, name: process.name, state })),
);
export const WAITING = EVERYWHERE.filter(({ process, state }) => !isFinal(process, state));

export type Said = readonly [name: string, by: Actor];

/** All that may be said in a state by somebody, where the buyer has raised the dispute. */
export const sayingsIn = (process: Process, state: string): Said[] =>
  Object.entries(stateOf(process, state).exits).flatMap(([name, { by }]) =>
    by.map((one): Said => [name, one === "raiser" ? "buyer" : one === "respondent" ? "seller" : one]),
  );

/** The command with all that any command says besides: who paid what, and how the money is divided. */
export const commandAt = ([name, by]: Said, when: Instant): Command => ({
  ...{ name, by, at: when, settlement: { refund: inr(14_800n) } },
  payment: { gateway: "demo", amount: PARTS.total },
});

export const ask = (process: Process, deal: Deal, said: Said, when: Instant): ReturnType<typeof step> =>
  step(process, deal, commandAt(said, when), when);

export const say = (process: Process, deal: Deal, said: Said, when: Instant): Step =>
  expectOk(ask(process, deal, said, when), said[0]);

/** The deal after all of this was said at one time. */
export const told = (process: Process, deal: Deal, sayings: readonly Said[], when: Instant): Deal =>
  sayings.reduce((now, said) => say(process, now, said, when).deal, deal);

export function due({ deadline, state }: Deal): Deadline {
  if (!deadline) throw new Error(`nothing is due in ${state}`);
  return deadline;
}

const longer = (a: number, b: number): number => (a > b ? a : b);

function frozenIn(process: Process): Suspension {
  const state = Object.keys(process.states).find((one) => !isUnpaid(one) && !isFinal(process, one));
  const form = state === undefined ? undefined : deadlineOf(process, state);
  if (state === undefined || !form) throw new Error(`${process.name} holds no money`);
  return { by: "buyer", state, kind: form.kind, elapsed: 1, left: 1, beneath: null };
}
