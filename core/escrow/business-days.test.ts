import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Calendar, HOLIDAY_COUNTRIES, isWorking, WORKING_WEEKS } from "../calendar/index.ts";
import { expectOk } from "../result/index.ts";
import { after, at, type Duration, days, hours, type Instant } from "../time/index.ts";
import type { Deal } from "./deal.ts";
import { ask, dealAt, due, OPENING, type Said, say, told, WAITING } from "./deals-for-test.ts";
import { outlook } from "./outlook.ts";
import { DEFAULT_POLICY, type Policy, withAgreed, withCalendar } from "./policy.ts";
import type { Process } from "./process.ts";
import { digitalGoods, milestone, service, shippedGoods } from "./processes/index.ts";
import { type Command, EXTEND, lapse, open, step } from "./step.ts";

const SAUDI: Calendar = { week: "sun-thu", country: "SA" };
const RIYADH = withCalendar(DEFAULT_POLICY, SAUDI);
const riyadh = (text: string): Instant => at(Date.parse(`${text}+03:00`));
const shown = (instant: Instant): string => new Date(instant + hours(3)).toISOString().slice(0, 16);

const PAID: Said = ["payment_captured", "gateway"];
const placedAt = (process: Process, now: Instant, policy: Policy = RIYADH): Deal =>
  open(process, { ...OPENING, policy }, "payment_pending", "buyer", now).deal;
const paidAt = (process: Process, now: Instant, policy?: Policy): Deal =>
  say(process, placedAt(process, now, policy), PAID, now).deal;
const extend = (process: Process, deal: Deal, extension: Duration, now: Instant): Deal => {
  const command: Command = { name: EXTEND, by: "parties", at: now, extension };
  return expectOk(step(process, deal, command, now), EXTEND).deal;
};

// A Thursday evening; Friday and Saturday are the weekend.
const THURSDAY = riyadh("2026-04-09T18:00");

describe("what falls due after a Thursday evening in Riyadh", () => {
  test("two days to dispatch are two business days, and time acts then and not before", () => {
    const deal = paidAt(shippedGoods, THURSDAY);
    const { dueAt } = due(deal);
    expect(shown(dueAt)).toBe("2026-04-13T18:00");
    expect(outlook(shippedGoods, deal, "seller", THURSDAY).next?.at).toBe(dueAt);
    expect(ask(shippedGoods, deal, ["dispatch", "seller"], at(dueAt - 1)).ok).toBe(true);
    expect(ask(shippedGoods, deal, ["dispatch", "seller"], dueAt)).toMatchObject({ error: "deadline_passed" });
    expect(step(shippedGoods, deal, lapse(due(deal)), at(dueAt - 1))).toMatchObject({ error: "too_early" });
    expect(step(shippedGoods, deal, lapse(due(deal)), dueAt)).toMatchObject({ value: { deal: { state: "refunded" } } });
  });

  test.each<[string, Process, readonly Said[], string]>([
    ["a payment is waited for by the clock", shippedGoods, [], "2026-04-09T18:30"],
    ["a day to inspect", shippedGoods, [PAID, ["dispatch", "seller"], ["delivered", "carrier"]], "2026-04-12T18:00"],
    ["a week on the way", shippedGoods, [PAID, ["dispatch", "seller"]], "2026-04-16T18:00"],
    ["three days to answer a dispute", shippedGoods, [PAID, ["dispute", "buyer"]], "2026-04-14T18:00"],
    ["files are released at once", digitalGoods, [PAID], "2026-04-09T18:00"],
    ["two days to accept work", service, [PAID], "2026-04-13T18:00"],
    ["a turn that is waited for", milestone, [PAID], "2026-07-08T18:00"],
    ["a bank's decision", shippedGoods, [PAID, ["chargeback_opened", "gateway"]], "2026-08-07T18:00"],
  ])("%s", (_, process, sayings, until) => {
    expect(shown(due(told(process, placedAt(process, THURSDAY), sayings, THURSDAY)).dueAt)).toBe(until);
  });

  test("a week that would end on a day off is put off to the next business day", () => {
    const friday = riyadh("2026-04-10T11:00");
    const sent = told(shippedGoods, placedAt(shippedGoods, friday), [PAID, ["dispatch", "seller"]], friday);
    expect(shown(due(sent).dueAt)).toBe("2026-04-19T00:00");
  });
});

test("more time is counted as the window is to which it is given", () => {
  const packing = paidAt(shippedGoods, riyadh("2026-04-07T18:00"));
  expect(shown(due(extend(shippedGoods, packing, hours(24), at(THURSDAY - 1))).dueAt)).toBe("2026-04-12T18:00");
  const work = say(
    service,
    paidAt(service, riyadh("2026-04-01T18:00")),
    ["accept", "seller"],
    riyadh("2026-04-02T18:00"),
  );
  expect(shown(due(extend(service, work.deal, hours(24), riyadh("2026-04-03T10:00"))).dueAt)).toBe("2026-04-12T00:00");
});

describe("a dispute that is taken back gives back the time that was left", () => {
  const frozen = (from: Instant, when: Instant): Deal =>
    say(shippedGoods, paidAt(shippedGoods, from), ["dispute", "buyer"], when).deal;
  const again = (deal: Deal, when: Instant): string =>
    shown(due(say(shippedGoods, deal, ["withdraw", "buyer"], when).deal).dueAt);

  test("in business days, however many days off there were before or are to come", () => {
    const deal = frozen(THURSDAY, riyadh("2026-04-10T09:00"));
    expect(deal.suspended?.left).toBe(hours(42));
    expect(again(deal, riyadh("2026-04-13T10:00"))).toBe("2026-04-15T04:00");
    const early = frozen(riyadh("2026-04-05T18:00"), riyadh("2026-04-06T18:00"));
    expect([early.suspended?.left, again(early, riyadh("2026-04-09T12:00"))]).toEqual([hours(24), "2026-04-12T12:00"]);
  });

  test("whatever it was frozen in, in the same moment it is due when it was", () => {
    const deal = paidAt(shippedGoods, THURSDAY);
    const sent = say(shippedGoods, deal, ["dispatch", "seller"], riyadh("2026-04-10T09:00")).deal;
    for (const before of [deal, sent]) {
      const after = told(
        shippedGoods,
        before,
        [
          ["dispute", "buyer"],
          ["withdraw", "buyer"],
        ],
        riyadh("2026-04-11T07:00"),
      );
      expect(after.deadline).toEqual(before.deadline);
    }
  });

  test("nothing is given back that never was there", () => {
    const lost = { ...frozen(THURSDAY, THURSDAY), suspended: null };
    expect(() => say(shippedGoods, lost, ["withdraw", "seller"], THURSDAY)).toThrow();
    const ended = frozen(THURSDAY, THURSDAY);
    const nowhere = { ...ended, suspended: ended.suspended && { ...ended.suspended, state: "completed" } };
    expect(() => say(shippedGoods, nowhere, ["withdraw", "buyer"], THURSDAY)).toThrow("is not frozen");
  });
});

describe("the calendar is the deal's own", () => {
  test("it is frozen into it: what the marketplace changes later changes nothing", () => {
    const deal = paidAt(shippedGoods, THURSDAY);
    const disputed = (policy: Policy) =>
      shown(due(say(shippedGoods, { ...deal, policy }, ["dispute", "buyer"], THURSDAY).deal).dueAt);
    expect(disputed(deal.policy)).toBe("2026-04-14T18:00");
    expect(disputed(DEFAULT_POLICY)).toBe("2026-04-12T18:00");
    expect(deal.policy.calendar).toMatchObject(SAUDI);
  });

  test("what two people have agreed upon in days is meant by the clock, and the rest is counted as ever", () => {
    const agreed = withAgreed(RIYADH, { dispatch: days(2) });
    expect(shown(due(paidAt(shippedGoods, THURSDAY, agreed)).dueAt)).toBe("2026-04-11T18:00");
    expect(agreed.calendar?.counts).toEqual(
      Object.fromEntries(Object.entries(RIYADH.calendar?.counts ?? {}).filter(([name]) => name !== "dispatch")),
    );
    expect(withAgreed(DEFAULT_POLICY, { delivery: days(20) })).toEqual({
      ...DEFAULT_POLICY,
      windows: { ...DEFAULT_POLICY.windows, delivery: days(20) },
    });
  });
});

describe("case 49: whatever the calendar, the state and the moment", () => {
  const calendars = fc.record({
    week: fc.constantFrom(...WORKING_WEEKS),
    country: fc.constantFrom(...HOLIDAY_COUNTRIES),
  });
  const moments = fc.integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 5, 30) }).map(at);
  const moves = fc.constantFrom(
    ...WAITING.flatMap(({ process, state }) =>
      Object.entries(process.states[state]?.exits ?? {}).map(([name, { by }]) => ({ process, state, name, by: by[0] })),
    ),
  );
  /** What an exit opens, by the clock and with a calendar. */
  const dueAfter = (
    { process, state, name, by }: typeof moves extends fc.Arbitrary<infer M> ? M : never,
    now: Instant,
    policy: Policy,
  ) => {
    const who = by === "raiser" ? "buyer" : by === "respondent" ? "seller" : (by ?? "clock");
    const deal = { ...dealAt(process, state), policy };
    const deadline = deal.deadline && { ...deal.deadline, openedAt: now, dueAt: after(now, days(400)) };
    return say(process, { ...deal, deadline }, [name, who], now).deal.deadline;
  };

  test("what a step opens is due no earlier than by the clock, at working time where it is counted, and never later for coming sooner", () => {
    fc.assert(
      fc.property(calendars, moments, moves, fc.integer({ min: 0, max: days(6) }), (calendar, now, move, more) => {
        const policy = withCalendar(DEFAULT_POLICY, calendar);
        const [plain, counted] = [dueAfter(move, now, DEFAULT_POLICY), dueAfter(move, now, policy)];
        expect(counted === null).toBe(plain === null);
        if (!plain || !counted) return;
        expect(counted.dueAt).toBeGreaterThanOrEqual(plain.dueAt);
        expect(counted.dueAt === plain.dueAt || isWorking(counted.dueAt, calendar)).toBe(true);
        expect(dueAfter(move, after(now, more), policy)?.dueAt).toBeGreaterThanOrEqual(counted.dueAt);
      }),
    );
  });
});
