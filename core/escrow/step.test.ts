import { describe, expect, test } from "vitest";
import { type Money, money } from "../money/index.ts";
import { at, type Instant } from "../time/index.ts";
import type { Deadline, Deal } from "./deal.ts";
import { ask, commandAt, dealAt, due, inr, OPENED, OPENING, say } from "./deals-for-test.ts";
import { type Actor, lapseOf, type Movement, type Process, stateOf } from "./process.ts";
import { PROCESSES, shippedGoods } from "./processes/index.ts";
import { type Command, step } from "./step.ts";
import { allowed, BACK, commandsIn, FROZEN, isOldNews, spanOf, transitionsOf } from "./table-for-test.ts";

const NOW = at(OPENED + 1);
const { id, seller } = OPENING;
const ENTRIES = {
  fund: [
    ["clearing:demo", -34_800n],
    [`escrow:${id}`, 34_800n],
  ],
  release: [
    [`escrow:${id}`, -34_800n],
    [`wallet:${seller}`, 33_756n],
    ["revenue:commission", 1_044n],
  ],
  refund: [
    [`escrow:${id}`, -34_800n],
    ["refunds_in_flight:demo", 34_800n],
  ],
  // 3 % of the seller's part alone: 600 of 20,000.
  settle: [
    [`escrow:${id}`, -34_800n],
    ["refunds_in_flight:demo", 14_800n],
    [`wallet:${seller}`, 19_400n],
    ["revenue:commission", 600n],
  ],
  half: [
    [`escrow:${id}`, -34_800n],
    ["refunds_in_flight:demo", 17_400n],
    [`wallet:${seller}`, 16_878n],
    ["revenue:commission", 522n],
  ],
  chargeback: [
    [`escrow:${id}`, -34_800n],
    ["clearing:demo", 34_800n],
  ],
} as const;
const ESCROW = {
  ...{ fund: "held", release: "released", refund: "refunded", settle: "settled", chargeback: "refunded" },
} as const;
const GETS: Record<keyof typeof ENTRIES, { buyer: Money; seller: Money }> = {
  fund: { buyer: inr(0n), seller: inr(0n) },
  release: { buyer: inr(0n), seller: inr(33_756n) },
  refund: { buyer: inr(34_800n), seller: inr(0n) },
  settle: { buyer: inr(14_800n), seller: inr(19_400n) },
  half: { buyer: inr(17_400n), seller: inr(16_878n) },
  chargeback: { buyer: inr(0n), seller: inr(0n) },
};

/** Why a command moves a deal, where the command alone does not say it: by command, and where it differs by the state before. */
const REASONS: { readonly [command: string]: string } = {
  ...{ admin_release: "BY_STAFF", admin_refund: "BY_STAFF", admin_settle: "BY_STAFF" },
  ...{ agree_release: "AGREED", agree_refund: "AGREED", agree_split: "AGREED", reship: "AGREED", send_back: "AGREED" },
  ...{ concede: "CONCEDED", accept_ruling: "DECIDED", lapse_appeal: "DECIDED", lapse_decision: "DECIDED" },
  ...{ returned: "RETURNED", return_received: "RETURNED", lapse_return: "RETURNED" },
  ...{ chargeback_lost: "CHARGEBACK", lapse_chargeback: "CHARGEBACK", end_contract: "CONTRACT_ENDED" },
  ...{ lapse_payment: "PAYMENT_TIMEOUT", lapse_signatures: "AGREEMENT_TIMEOUT", lapse_dispatch: "DISPATCH_TIMEOUT" },
  ...{ "shipped_goods lapse_delivery": "DELIVERY_TIMEOUT", lapse_lateness: "DELIVERY_TIMEOUT" },
  ...{ "service lapse_start": "ACCEPT_TIMEOUT", "milestone lapse_start": "START_TIMEOUT" },
  ...{ "investigating lapse_decision": "NO_DECISION", "delivered_investigating lapse_decision": "NO_DECISION" },
  ...{ "late cancel": "LATE", "late_revision cancel": "LATE", "returning lapse_return": "NOT_RETURNED" },
};
const DECIDED_UPON_APPEAL = /^appealed_\w+ decide_/;

const reasonOf = (process: string, from: string, command: string): string | null =>
  DECIDED_UPON_APPEAL.test(`${from} ${command}`)
    ? "DECIDED"
    : (REASONS[`${from} ${command}`] ?? REASONS[`${process} ${command}`] ?? REASONS[command] ?? null);

type Case = { process: Process; name: string; from: string; command: string; by: Actor };
const AS_RAISED: { readonly [role: string]: Actor } = { raiser: "buyer", respondent: "seller" };
const cases: Case[] = PROCESSES.flatMap((process) =>
  [...new Set(transitionsOf(process.name))].flatMap((row) => {
    const [from = "", command = ""] = row.split(" ");
    const by = allowed(process.name, from, command)?.by ?? [];
    return by.map((one) => ({ process, name: process.name, from, command, by: AS_RAISED[one] ?? (one as Actor) }));
  }),
);

/** When a command is said: of the clock, at the very moment when the deadline is due. */
const whenSaid = (deal: Deal, by: Actor): Instant => (by === "clock" ? due(deal).dueAt : NOW);

function rowOf({ name, from, command }: Case): {
  to: string;
  movement: Movement | null;
  entries: keyof typeof ENTRIES;
} {
  const row = allowed(name, from, command);
  if (!row) throw new Error(`nothing is written about ${from} ${command}`);
  const half = from === "delivered_investigating" && command === "lapse_decision";
  const movement = row.money === "-" ? null : row.money;
  return { to: row.to, movement, entries: half ? "half" : (movement ?? "refund") };
}

const target = (deal: Deal, to: string): string => (to === BACK ? (deal.suspended?.state ?? "nowhere") : to);

describe("every line of the table", () => {
  test.each(cases)("$name, $from: $command by the $by is told as an event", (one) => {
    const deal = dealAt(one.process, one.from);
    const when = whenSaid(deal, one.by);
    const { to, movement, entries } = rowOf(one);
    const { event } = say(one.process, deal, [one.command, one.by], when);
    expect(event).toEqual({
      ...{ command: one.command, by: one.by, from: one.from, to: target(deal, to), at: when, recordedAt: when },
      reason: reasonOf(one.name, one.from, one.command),
      movement,
      gets: movement && GETS[entries],
    });
  });

  test.each(cases)("$name, $from: $command by the $by moves the money that the table says", (one) => {
    const deal = dealAt(one.process, one.from);
    const { movement, entries } = rowOf(one);
    const { postings } = say(one.process, deal, [one.command, one.by], whenSaid(deal, one.by));
    const booked = ENTRIES[entries].map(([account, minor]) => ({ account, amount: inr(minor) }));
    expect(postings).toEqual(
      movement ? [{ shard: 7, key: `${movement}:${id}`, kind: movement, deal: id, entries: booked }] : [],
    );
  });

  test.each(cases)("$name, $from: $command by the $by leaves the deal as the table says", (one) => {
    const deal = dealAt(one.process, one.from);
    const when = whenSaid(deal, one.by);
    const { to, movement } = rowOf(one);
    const said = say(one.process, deal, [one.command, one.by], when).deal;
    expect(said).toEqual({
      ...deal,
      ...{ state: target(deal, to), revision: 4, gateway: movement ? "demo" : deal.gateway },
      escrow: movement ? ESCROW[movement] : unmoved(deal, said.state),
      ruling: to === "ruled_split" ? inr(14_800n) : deal.ruling,
      revisionsLeft: one.command === "request_revision" ? 0 : 1,
      suspended: suspendedAfter(one, deal, when),
      deadline: deadlineAfter(one, deal, said.state, when),
    });
  });

  const unmoved = ({ escrow }: Deal, to: string): Deal["escrow"] =>
    escrow === "pending" ? "pending" : FROZEN.includes(to) ? "disputed" : "held";

  function suspendedAfter({ command, from, by }: Case, deal: Deal, when: Instant): Deal["suspended"] {
    const { openedAt, dueAt, kind } = due(deal);
    const { to } = allowed(deal.process, from, command) ?? { to: "" };
    if (command === "dispute" || command === "chargeback_opened")
      return { by, state: from, kind, elapsed: when - openedAt, left: dueAt - when, beneath: deal.suspended };
    return FROZEN.includes(to) ? deal.suspended : null;
  }

  function deadlineAfter({ name, command, from }: Case, deal: Deal, to: string, when: Instant): Deadline | null {
    const span = spanOf(name, to);
    const { to: target } = allowed(name, from, command) ?? {};
    // The deals here were frozen with a millisecond gone by and one left.
    if (target === BACK && deal.suspended)
      return { kind: deal.suspended.kind, openedAt: at(when - 1), dueAt: at(when + 1) };
    if (!span || span === spanOf(name, from)) return span ? deal.deadline : null;
    return { kind: kindIn(name, to), openedAt: when, dueAt: at(when + span.lasts) };
  }

  function kindIn(name: string, state: string): Deadline["kind"] {
    const lapses = commandsIn(name).filter((one) => one.startsWith("lapse_") && allowed(name, state, one));
    return (lapses[0] ?? "").slice("lapse_".length) as Deadline["kind"];
  }
});

describe("what is no command", () => {
  test.each(["place", "", "PAYMENT_CAPTURED", "__proto__", "constructor", "toString", "lapse_", "completed"])(
    "%j is answered by that name in every process",
    (name) => {
      for (const process of PROCESSES)
        for (const state of Object.keys(process.states))
          expect(ask(process, dealAt(process, state), [name, "buyer"], NOW)).toEqual({
            ...{ ok: false, error: "no_such_command" },
          });
    },
  );

  test("case 52: a carrier's word that comes too late is old news in an order that has ended", () => {
    for (const news of ["in_transit", "out_for_delivery", "delivered", "returned"])
      for (const end of ["completed", "cancelled", "refunded", "settled"]) {
        expect(isOldNews("shipped_goods", end, news)).toBe(true);
        expect(ask(shippedGoods, dealAt(shippedGoods, end), [news, "carrier"], NOW)).toEqual({
          ...{ ok: false, error: "old_news" },
        });
      }
  });
});

describe("bugs are thrown", () => {
  const dealIn = (state: string): Deal => dealAt(shippedGoods, state);

  test("a deal in a state that its process does not have", () => {
    expect(() => ask(shippedGoods, { ...dealIn("shipped"), state: "lost" }, ["delivered", "carrier"], NOW)).toThrow(
      "shipped_goods has no state lost",
    );
  });

  test("money to pay out and no gateway that holds it", () => {
    const deal = { ...dealIn("escrow_locked"), gateway: null };
    expect(() => ask(shippedGoods, deal, ["cancel", "buyer"], NOW)).toThrow(`${id} has no gateway to refund with`);
  });

  test("a movement that nobody knows", () => {
    const { escrow_locked, ...states } = shippedGoods.states;
    const burn = { by: ["seller"], to: "cancelled", money: "burn" };
    const process = {
      ...shippedGoods,
      states: { ...states, escrow_locked: { ...escrow_locked, exits: { burn } } },
    } as unknown as Process;
    const command: Command = { name: "burn", by: "seller", at: NOW };
    expect(() => step(process, dealIn("escrow_locked"), command, NOW)).toThrow(TypeError);
  });
});

test("a command says no more than its exit asks for: who cancels pays nobody and divides nothing", () => {
  const command = { ...commandAt(["cancel", "buyer"], NOW), payment: { gateway: "other", amount: money(1n, "SAR") } };
  const answer = step(shippedGoods, dealAt(shippedGoods, "escrow_locked"), command, NOW);
  expect(answer).toMatchObject({ ok: true, value: { deal: { gateway: "demo", escrow: "refunded", ruling: null } } });
});

test("every deadline has its own lapse, which names its kind", () => {
  for (const process of PROCESSES)
    for (const { span, kind } of process.deadlines)
      for (const state of span) {
        expect(stateOf(process, state).exits).not.toHaveProperty(lapseOf(kind));
        expect(allowed(process.name, state, lapseOf(kind))?.by).toEqual(["clock"]);
      }
});
