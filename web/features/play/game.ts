import {
  DEFAULT_POLICY,
  type Deal,
  isEntitled,
  isFinal,
  lapse,
  type Outlook,
  open,
  outlook,
  PROCESSES,
  type Process,
  type Step,
  stateOf,
  step,
} from "@amana/core/escrow";
import { idOf } from "@amana/core/ids";
import { money, subtract } from "@amana/core/money";
import { after, at, days, hours, type Instant } from "@amana/core/time";

/** Who can be played, in the order in which their moves are shown. */
export const PLAYERS = ["gateway", "buyer", "seller", "carrier", "contract", "parties", "arbiter"] as const;
export type Player = (typeof PLAYERS)[number];

export const WAITS = ["hour", "day", "due"] as const;
export type Wait = (typeof WAITS)[number];

export type Move = { readonly by: Player; readonly name: string } | { readonly wait: Wait };

export type Game = {
  readonly process: Process;
  readonly deal: Deal;
  readonly now: Instant;
  /** What has happened, counted from 1. */
  readonly events: readonly (Step["event"] & { readonly number: number })[];
  /** What was moved; a move that the rules refuse ends it, and is not among them. */
  readonly moves: readonly Move[];
  readonly offered: readonly { readonly by: Player; readonly name: string }[];
  readonly outlook: Outlook;
};

export const PLAYED = PROCESSES.map(({ name }) => name);
const MOST_MOVES = 60;
const START = at(Date.UTC(2026, 0, 4, 6, 30));
const TOTAL = money(34_800n, "INR");
const COMMISSION = money(1_044n, "INR");
/** A marketplace may give the buyer of a file time to look at it; without, there would be nothing to play. */
const POLICY = { ...DEFAULT_POLICY, windows: { ...DEFAULT_POLICY.windows, inspectionDigital: hours(24) } };
/** What staff do by hand is not for guests. */
const KEPT_BACK = /^(admin_|payment_failed$)/;

const someone = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;

/** `seller.dispatch~wait.day`: what a page's address says of the moves so far. Whatever else it says is left out. */
export const movesIn = (text: string | null): Move[] =>
  (text ?? "").split("~", MOST_MOVES).flatMap((part): Move[] => {
    const [by = "", name = ""] = part.split(".");
    const wait = WAITS.find((one) => one === name);
    if (by === "wait") return wait ? [{ wait }] : [];
    const player = PLAYERS.find((one) => one === by);
    return player && /^[a-z_]{1,40}$/.test(name) ? [{ by: player, name }] : [];
  });

export const textOf = (moves: readonly Move[]): string =>
  moves.map((move) => ("wait" in move ? `wait.${move.wait}` : `${move.by}.${move.name}`)).join("~");

/** Plays a deal from its beginning by the rules of the escrow itself. Everything follows from the moves. */
export function play(name: string | null, moves: readonly Move[]): Game {
  const [fallback] = PROCESSES;
  const process = PROCESSES.find((one) => one.name === name) ?? fallback;
  if (!process) throw new Error("there is no process");
  const begun = begin(process);
  let table: Table = { deal: begun.deal, events: [begun.event], now: START };
  const made: Move[] = [];
  for (const move of moves) {
    const next = "wait" in move ? waited(process, table, move.wait) : acted(process, table, move);
    if (!next) break;
    table = next;
    made.push(move);
  }
  return {
    ...{ process, ...table, moves: made },
    events: table.events.map((event, index) => ({ ...event, number: index + 1 })),
    offered: made.length < MOST_MOVES ? offeredIn(process, table.deal) : [],
    outlook: outlook(process, table.deal, null, table.now),
  };
}

type Table = Pick<Game, "deal" | "now"> & { readonly events: readonly Step["event"][] };

const begin = (process: Process): Step =>
  open(
    process,
    {
      ...{ id: idOf("deal", someone(1)), buyer: idOf("user", someone(2)), seller: idOf("user", someone(3)) },
      ...{ total: TOTAL, commission: COMMISSION, commissionTax: money(0n, "INR") },
      ...{ sellerReceives: subtract(TOTAL, COMMISSION), policy: POLICY },
      revisionsLeft: process.name === "service" || process.name === "milestone" ? 2 : null,
    },
    "payment_pending",
    "buyer",
    START,
  );

function acted(process: Process, { deal, events, now }: Table, { by, name }: Extract<Move, { by: Player }>) {
  if (!offeredIn(process, deal).some((one) => one.by === by && one.name === name)) return null;
  const command = {
    ...{ name, by, at: now },
    payment: { gateway: "demo", amount: deal.total },
    settlement: { refund: money(deal.total.minor / 2n, deal.total.currency) },
  };
  const done = step(process, deal, command, now);
  return done.ok ? { deal: done.value.deal, events: [...events, done.value.event], now } : null;
}

/** Time goes by, and each deadline that it passes acts. */
function waited(process: Process, { deal, events, now }: Table, wait: Wait): Table | null {
  const until = wait === "due" ? deal.deadline?.dueAt : after(now, wait === "day" ? days(1) : hours(1));
  if (until === undefined || isFinal(process, deal.state)) return null;
  let table: Table = { deal, events, now };
  while (table.deal.deadline && table.deal.deadline.dueAt <= until) {
    const { deadline } = table.deal;
    const done = step(process, table.deal, lapse(deadline), deadline.dueAt);
    if (!done.ok) throw new Error(`the clock was refused: ${done.error}`);
    table = { deal: done.value.deal, events: [...table.events, done.value.event], now: deadline.dueAt };
  }
  return { ...table, now: until };
}

function offeredIn(process: Process, deal: Deal): Game["offered"] {
  const exits = Object.entries(stateOf(process, deal.state).exits);
  return PLAYERS.flatMap((by) =>
    exits
      .filter(([name, exit]) => !KEPT_BACK.test(name) && isEntitled(exit, deal, by))
      .filter(([, { uses }]) => !(uses === "revision" && deal.revisionsLeft === 0))
      .map(([name]) => ({ by, name })),
  );
}
