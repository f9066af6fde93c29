import { describe, expect, test } from "vitest";
import { at, hours } from "../time/index.ts";
import {
  accept,
  actsOf,
  close,
  type Negotiation,
  type NegotiationRefusal,
  offer,
  offerStateAt,
  opened,
  PATIENCE,
  stateAt,
  withdraw,
} from "./index.ts";

const NOW = at(1_800_000_000_000);
const LATER = at(NOW + hours(24));
const OVER = at(LATER + PATIENCE);
const open = opened("buyer", LATER);
const bare: Negotiation = { ...open, standing: null };
const closed: Negotiation = { ...bare, state: "closed" };
const agreed: Negotiation = { ...bare, state: "agreement_reached" };

type Act = (negotiation: Negotiation, now: typeof NOW) => ReturnType<typeof close>;
const ACTS: Readonly<Record<string, Act>> = {
  "the buyer offers": (negotiation, now) => offer(negotiation, "buyer", LATER, now),
  "the seller offers": (negotiation, now) => offer(negotiation, "seller", LATER, now),
  "the buyer accepts": (negotiation, now) => accept(negotiation, "buyer", true, now),
  "the seller accepts": (negotiation, now) => accept(negotiation, "seller", true, now),
  "the seller accepts an older one": (negotiation, now) => accept(negotiation, "seller", false, now),
  "the buyer withdraws": (negotiation, now) => withdraw(negotiation, "buyer", true, now),
  "the buyer withdraws an older one": (negotiation, now) => withdraw(negotiation, "buyer", false, now),
  "the seller withdraws": (negotiation, now) => withdraw(negotiation, "seller", true, now),
  "somebody closes": (negotiation, now) => close(negotiation, now),
};
const OVER_FOR_ALL = Object.fromEntries(Object.keys(ACTS).map((act) => [act, "negotiation_over"]));

/** Every act in every situation, with the state that follows or the refusal. */
const TABLE: readonly (readonly [string, Negotiation, typeof NOW, Readonly<Record<string, string>>])[] = [
  [
    "the buyer's offer stands",
    open,
    NOW,
    {
      "the buyer offers": "open",
      "the seller offers": "open",
      "the buyer accepts": "own_offer",
      "the seller accepts": "agreement_reached",
      "the seller accepts an older one": "no_such_offer",
      "the buyer withdraws": "open",
      "the buyer withdraws an older one": "no_such_offer",
      "the seller withdraws": "not_own_offer",
      "somebody closes": "closed",
    },
  ],
  [
    "the offer has run out",
    open,
    LATER,
    {
      "the buyer offers": "open",
      "the seller offers": "open",
      "the buyer accepts": "offer_expired",
      "the seller accepts": "offer_expired",
      "the seller accepts an older one": "no_such_offer",
      "the buyer withdraws": "offer_expired",
      "the buyer withdraws an older one": "no_such_offer",
      "the seller withdraws": "offer_expired",
      "somebody closes": "closed",
    },
  ],
  [
    "no offer stands",
    bare,
    NOW,
    {
      "the buyer offers": "open",
      "the seller offers": "open",
      "the buyer accepts": "no_such_offer",
      "the seller accepts": "no_such_offer",
      "the seller accepts an older one": "no_such_offer",
      "the buyer withdraws": "no_such_offer",
      "the buyer withdraws an older one": "no_such_offer",
      "the seller withdraws": "no_such_offer",
      "somebody closes": "closed",
    },
  ],
  ["it has run out", open, OVER, OVER_FOR_ALL],
  ["it was closed", closed, NOW, OVER_FOR_ALL],
  ["an agreement was reached", agreed, NOW, OVER_FOR_ALL],
];

describe.each(TABLE)("%s", (_, negotiation, now, expected) => {
  test.each(Object.entries(ACTS))("%s", (name, act) => {
    const done = act(negotiation, now);
    const said: string | NegotiationRefusal = done.ok ? done.value.state : done.error;
    expect(said).toBe(expected[name]);
  });
});

test("a counter-offer takes the place of what stood, and nobody accepts what he has offered himself", () => {
  const countered = offer(open, "seller", OVER, NOW);
  expect(countered).toEqual({
    ok: true,
    value: { state: "open", standing: { by: "seller", expiresAt: OVER }, runsOutAt: OVER + PATIENCE },
  });
  if (!countered.ok) return;
  expect(accept(countered.value, "seller", true, NOW)).toEqual({ ok: false, error: "own_offer" });
  expect(accept(countered.value, "buyer", true, NOW).ok).toBe(true);
});

test("withdrawing leaves the talk open until it would have run out anyway", () => {
  expect(withdraw(open, "buyer", true, NOW)).toEqual({ ok: true, value: bare });
});

test("time decides to the millisecond, and decides nothing about what has ended", () => {
  expect(stateAt(open, at(OVER - 1))).toBe("open");
  expect(stateAt(open, OVER)).toBe("expired");
  expect(stateAt(closed, OVER)).toBe("closed");
  expect(offerStateAt("standing", LATER, at(LATER - 1))).toBe("standing");
  expect(offerStateAt("standing", LATER, LATER)).toBe("expired");
  expect(offerStateAt("withdrawn", LATER, LATER)).toBe("withdrawn");
});

test("what each side may do now", () => {
  expect(actsOf(open, "buyer", NOW)).toEqual(["offer", "withdraw", "close"]);
  expect(actsOf(open, "seller", NOW)).toEqual(["offer", "accept", "close"]);
  expect(actsOf(open, "seller", LATER)).toEqual(["offer", "close"]);
  expect(actsOf(bare, "buyer", NOW)).toEqual(["offer", "close"]);
  expect(actsOf(agreed, "buyer", NOW)).toEqual([]);
});
