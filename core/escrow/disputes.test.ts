import { describe, expect, test } from "vitest";
import { type Money, money } from "../money/index.ts";
import { expectOk } from "../result/index.ts";
import { at, days, hours } from "../time/index.ts";
import type { Deal } from "./deal.ts";
import { ask, commandAt, dealAt, due, inr, OPENED, type Said, say, told } from "./deals-for-test.ts";
import type { Process } from "./process.ts";
import { PROCESSES, service, shippedGoods } from "./processes/index.ts";
import { type Command, EXTEND, LONGEST_EXTENSION, lapse, type Refusal, type Step, step } from "./step.ts";
import { ENDS, FIXED } from "./table-for-test.ts";

const NOW = at(OPENED + 1);
const refusal = (error: Refusal) => ({ ok: false, error });
const dealIn = (state: string): Deal => dealAt(shippedGoods, state);
const lapsed = (process: Process, deal: Deal): Step =>
  expectOk(step(process, deal, lapse(due(deal)), due(deal).dueAt), "lapse");

describe("who raised a dispute", () => {
  const parties = ["buyer", "seller"] as const;

  test.each(parties)("%s: may take it back and not answer it, and the other may answer and not take it back", (by) => {
    const other = by === "buyer" ? "seller" : "buyer";
    const raised = say(shippedGoods, dealIn("shipped"), ["dispute", by], NOW).deal;
    expect(raised).toMatchObject({ state: "disputed", escrow: "disputed", suspended: { by, state: "shipped" } });
    expect(ask(shippedGoods, raised, ["withdraw", other], NOW)).toEqual(refusal("not_for_this_actor"));
    expect(ask(shippedGoods, raised, ["respond", by], NOW)).toEqual(refusal("not_for_this_actor"));
    expect(say(shippedGoods, raised, ["withdraw", by], NOW).deal).toMatchObject({ state: "shipped", escrow: "held" });
    const answered = say(shippedGoods, raised, ["respond", other], NOW).deal;
    expect(answered.state).toBe("investigating");
    expect(say(shippedGoods, answered, ["withdraw", by], NOW).deal.state).toBe("shipped");
  });

  test.each(parties)("%s: what each gives in is for the one who owes it", (by) => {
    const raised = say(shippedGoods, dealIn("shipped"), ["dispute", by], NOW).deal;
    expect(ask(shippedGoods, raised, ["concede", "buyer"], NOW)).toEqual(refusal("not_for_this_actor"));
    expect(ask(shippedGoods, raised, ["confirm_receipt", "seller"], NOW)).toEqual(refusal("not_for_this_actor"));
    expect(say(shippedGoods, raised, ["concede", "seller"], NOW).deal.escrow).toBe("refunded");
    expect(say(shippedGoods, raised, ["confirm_receipt", "buyer"], NOW).deal.escrow).toBe("released");
  });

  test.each(["gateway", "carrier", "finance", "arbiter", "parties", "contract", "clock"] as const)(
    "%s: is neither of the two, and may neither answer nor take back",
    (by) => {
      for (const name of ["withdraw", "respond"])
        expect(ask(shippedGoods, dealIn("disputed"), [name, by], NOW)).toEqual(refusal("not_for_this_actor"));
    },
  );

  test("is known only where something is suspended", () => {
    const deal = { ...dealIn("disputed"), suspended: null };
    expect(ask(shippedGoods, deal, ["respond", "seller"], NOW)).toEqual(refusal("not_for_this_actor"));
  });

  test("decides nothing by itself: silence brings the arbiter, and his silence what was or was not delivered", () => {
    const silence = (state: string) => {
      const raised = say(shippedGoods, dealIn(state), ["dispute", "buyer"], NOW).deal;
      const studied = lapsed(shippedGoods, raised).deal;
      return [studied.state, lapsed(shippedGoods, studied).event];
    };
    expect(silence("shipped")).toMatchObject(["investigating", { movement: "refund", reason: "NO_DECISION" }]);
    expect(silence("delivered")).toMatchObject(["delivered_investigating", { movement: "settle" }]);
  });
});

describe("a ruling", () => {
  const decided = (name: string, refund: Money = inr(14_800n)): Deal => {
    const command: Command = { ...commandAt([name, "arbiter"], NOW), settlement: { refund } };
    return expectOk(step(shippedGoods, dealIn("delivered_investigating"), command, NOW), name).deal;
  };
  const CARRIED_OUT = {
    decide_release: { buyer: inr(0n), seller: inr(33_756n) },
    decide_refund: { buyer: inr(34_800n), seller: inr(0n) },
    decide_split: { buyer: inr(4_800n), seller: inr(29_100n) },
  };
  const RULINGS = Object.entries(CARRIED_OUT);

  test.each(RULINGS)("%s moves no money until it stands", (name) => {
    const command: Command = { ...commandAt([name, "arbiter"], NOW), settlement: { refund: inr(4_800n) } };
    const { deal, event, postings } = expectOk(step(shippedGoods, dealIn("investigating"), command, NOW), name);
    expect({ postings, ...event }).toMatchObject({ postings: [], movement: null, gets: null, reason: null });
    expect(deal).toMatchObject({ escrow: "disputed", ruling: name === "decide_split" ? inr(4_800n) : null });
  });

  test.each(RULINGS)("%s is carried out when both accept it, and when nobody appeals in time", (name, gets) => {
    const deal = decided(name, inr(4_800n));
    const accepted = say(shippedGoods, deal, ["accept_ruling", "parties"], NOW);
    const silent = lapsed(shippedGoods, deal);
    for (const one of [accepted, silent]) expect(one.event).toMatchObject({ gets, reason: "DECIDED" });
    expect(silent.postings).toEqual(accepted.postings);
    expect(silent.deal).toEqual(accepted.deal);
  });

  test("is accepted by both or by nobody, whatever the acceptance says of its own", () => {
    for (const by of ["buyer", "seller"] as const)
      expect(ask(shippedGoods, decided("decide_split"), ["accept_ruling", by], NOW)).toEqual(
        refusal("not_for_this_actor"),
      );
    const other = { ...commandAt(["accept_ruling", "parties"], NOW), settlement: { refund: inr(1n) } };
    const { event } = expectOk(step(shippedGoods, decided("decide_split", inr(4_800n)), other, NOW), "accept");
    expect(event.gets).toEqual(CARRIED_OUT.decide_split);
  });

  test.each(["buyer", "seller"] as const)("the %s appeals once, and another decision takes its place", (by) => {
    const appealed = say(shippedGoods, decided("decide_split", inr(4_800n)), ["appeal", by], NOW).deal;
    expect(appealed).toMatchObject({ state: "appealed_split", escrow: "disputed", ruling: inr(4_800n) });
    for (const name of ["appeal", "accept_ruling", "withdraw", "concede", "confirm_receipt", "reship"])
      expect(ask(shippedGoods, appealed, [name, by], NOW)).toEqual(refusal("not_in_this_state"));
    const last: Command = { ...commandAt(["decide_split", "arbiter"], NOW), settlement: { refund: inr(24_800n) } };
    const { deal, event } = expectOk(step(shippedGoods, appealed, last, NOW), "last word");
    expect(deal).toMatchObject({ state: "settled", escrow: "settled", deadline: null, suspended: null });
    expect(event.gets).toEqual({ buyer: inr(24_800n), seller: inr(9_700n) });
    expect(say(shippedGoods, appealed, ["decide_refund", "arbiter"], NOW).event.gets).toEqual(
      CARRIED_OUT.decide_refund,
    );
  });

  test.each(RULINGS)("%s stands where nobody hears the appeal", (name, gets) => {
    const appealed = say(shippedGoods, decided(name, inr(4_800n)), ["appeal", "seller"], NOW).deal;
    expect(lapsed(shippedGoods, appealed).event).toMatchObject({ gets, reason: "DECIDED" });
  });

  test("that nobody has kept is a bug, and divides nothing", () => {
    const deal = { ...dealIn("ruled_split"), ruling: null };
    expect(() => lapsed(shippedGoods, deal)).toThrow(`${deal.id} has no ruling to divide by`);
  });

  const NO_DIVISIONS: readonly [string, Money | undefined][] = [
    ["all of it to the buyer", inr(34_800n)],
    ["more than there is", inr(34_801n)],
    ["none of it to the buyer", inr(0n)],
    ["less than nothing", inr(-1n)],
    ["another currency", money(100n, "SAR")],
    ["nothing said", undefined],
  ];
  const DIVIDING: readonly (readonly [string, string, Said[1]])[] = [
    ["shipped", "admin_settle", "finance"],
    ["shipped", "agree_split", "parties"],
    ["ruled_refund", "agree_split", "parties"],
    ["investigating", "decide_split", "arbiter"],
    ["appealed_release", "decide_split", "arbiter"],
  ];

  test.each(DIVIDING)("in %s: %s by the %s divides, and what is no division is refused", (state, name, by) => {
    const asked = (refund: Money | undefined) =>
      step(shippedGoods, dealIn(state), { name, by, at: NOW, ...(refund && { settlement: { refund } }) }, NOW);
    for (const [, refund] of NO_DIVISIONS) expect(asked(refund)).toEqual(refusal("not_a_division"));
    expect(asked(inr(1n)).ok).toBe(true);
    expect(asked(inr(34_799n)).ok).toBe(true);
  });

  test.each([
    ["an even total", 100n, 50n, 50n],
    ["an odd total: the odd one is the buyer's", 101n, 51n, 50n],
    ["two minor units", 2n, 1n, 1n],
    ["three", 3n, 2n, 1n],
    ["one minor unit, which nobody can divide: the buyer's", 1n, 1n, 0n],
  ])("that nobody gives is a half for each: %s", (_, total, buyer, sellers) => {
    const deal: Deal = {
      ...dealIn("delivered_investigating"),
      ...{ total: inr(total), commission: inr(0n), sellerReceives: inr(total) },
    };
    const { event, deal: ended, postings } = lapsed(shippedGoods, deal);
    expect(event).toMatchObject({ gets: { buyer: inr(buyer), seller: inr(sellers) }, reason: "NO_DECISION" });
    expect(ended).toMatchObject({ state: "settled", escrow: "settled" });
    expect(postings[0]?.entries.reduce((sum, { amount }) => sum + amount.minor, 0n)).toBe(0n);
  });
});

describe("both parties together", () => {
  const settled = (state: string, name: string): Step => say(shippedGoods, dealIn(state), [name, "parties"], NOW);

  test.each(["escrow_locked", "delivered", "disputed", "ruled_release", "appealed_refund"])(
    "in %s settle as they like, and neither alone",
    (state) => {
      expect(settled(state, "agree_split").event.gets).toEqual({ buyer: inr(14_800n), seller: inr(19_400n) });
      expect(settled(state, "agree_release").deal.escrow).toBe("released");
      expect(settled(state, "agree_refund").deal.escrow).toBe("refunded");
      for (const by of ["buyer", "seller", "arbiter", "finance"] as const)
        expect(ask(shippedGoods, dealIn(state), ["agree_split", by], NOW)).toEqual(refusal("not_for_this_actor"));
    },
  );

  test("have goods sent back, and the money follows when they have come", () => {
    const sent = told(
      shippedGoods,
      dealIn("delivered_disputed"),
      [
        ["send_back", "parties"],
        ["return_shipped", "buyer"],
      ],
      NOW,
    );
    expect(sent).toMatchObject({ state: "return_shipped", escrow: "held", suspended: null });
    expect(say(shippedGoods, sent, ["return_received", "seller"], NOW).deal.escrow).toBe("refunded");
    expect(lapsed(shippedGoods, sent).deal.escrow).toBe("refunded");
    expect(lapsed(shippedGoods, dealIn("returning")).deal.escrow).toBe("released");
  });
});

describe("more time", () => {
  const extend = (process: Process, deal: Deal, extension: unknown, by: Said[1] = "parties", when = NOW) =>
    step(process, deal, { ...{ name: EXTEND, by, at: when }, extension: extension as number }, when);

  test("is added to the running deadline, and changes nothing else", () => {
    const deal = dealIn("escrow_locked");
    const { deal: next, event, postings } = expectOk(extend(shippedGoods, deal, days(2)), "extend");
    const deadline = { ...due(deal), dueAt: at(due(deal).dueAt + days(2)) };
    expect(next).toEqual({ ...deal, revision: 4, deadline });
    expect(postings).toEqual([]);
    expect(event).toEqual({
      ...{ command: "extend", by: "parties", from: "escrow_locked", to: "escrow_locked", at: NOW, recordedAt: NOW },
      ...{ reason: null, movement: null, gets: null },
    });
    expect(step(shippedGoods, next, lapse(due(deal)), due(deal).dueAt)).toEqual(refusal("too_early"));
  });

  test("outlives a freeze", () => {
    const longer = expectOk(extend(shippedGoods, dealIn("escrow_locked"), days(2)), "extend").deal;
    const back = told(
      shippedGoods,
      longer,
      [
        ["dispute", "buyer"],
        ["withdraw", "buyer"],
      ],
      NOW,
    );
    expect(back.deadline).toEqual(longer.deadline);
  });

  test.each([1, LONGEST_EXTENSION])("is given by a step of %i ms", (extension) => {
    expect(extend(shippedGoods, dealIn("shipped"), extension).ok).toBe(true);
  });

  test.each([0, -1, 0.5, LONGEST_EXTENSION + 1, Number.NaN, Number.POSITIVE_INFINITY, undefined])(
    "is not given by a step of %s",
    (extension) => {
      expect(extend(shippedGoods, dealIn("shipped"), extension)).toEqual(refusal("not_extendable"));
    },
  );

  test.each(PROCESSES)("in $name is given wherever the deadline is not fixed, and nowhere else", (process) => {
    for (const state of Object.keys(process.states)) {
      const answer = extend(process, dealAt(process, state), 1);
      const said = ENDS.includes(state) ? "deal_is_final" : FIXED.includes(state) ? "not_extendable" : true;
      expect({ state, said: answer.ok || answer.error }).toEqual({ state, said });
    }
  });

  test.each(["buyer", "seller", "arbiter", "finance", "clock", "contract"] as const)(
    "is not for the %s alone",
    (by) => {
      expect(extend(shippedGoods, dealIn("shipped"), 1, by)).toEqual(refusal("not_for_this_actor"));
    },
  );

  test("comes too late when the deadline has passed, and where there is none", () => {
    const deal = dealIn("shipped");
    const { dueAt } = due(deal);
    expect(extend(shippedGoods, deal, hours(1), "parties", at(dueAt - 1)).ok).toBe(true);
    expect(extend(shippedGoods, deal, hours(1), "parties", dueAt)).toEqual(refusal("deadline_passed"));
    expect(extend(shippedGoods, { ...deal, deadline: null }, 1)).toEqual(refusal("not_extendable"));
  });
});

describe("changes of delivered work", () => {
  const delivered = (revisionsLeft: number | null): Deal => ({ ...dealAt(service, "delivered"), revisionsLeft });
  const round: Said[] = [
    ["request_revision", "buyer"],
    ["deliver", "seller"],
  ];

  test("are asked for as often as the offer includes, and then no more", () => {
    const once = told(service, delivered(2), round, NOW);
    expect(once.revisionsLeft).toBe(1);
    const twice = told(service, once, round, NOW);
    expect(twice.revisionsLeft).toBe(0);
    expect(ask(service, twice, ["request_revision", "buyer"], NOW)).toEqual(refusal("no_revisions_left"));
    expect(ask(service, twice, ["confirm_receipt", "buyer"], NOW).ok).toBe(true);
  });

  test("are not counted where nobody has agreed how many there are", () => {
    expect(told(service, delivered(null), [...round, ...round], NOW).revisionsLeft).toBeNull();
  });

  test("are not used up by a dispute that is taken back", () => {
    const back: Said[] = [
      ["dispute", "buyer"],
      ["withdraw", "buyer"],
    ];
    expect(told(service, delivered(1), back, NOW).revisionsLeft).toBe(1);
  });
});
