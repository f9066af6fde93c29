import { describe, expect, test } from "vitest";
import { at } from "../time/index.ts";
import type { Deal } from "./deal.ts";
import { ask, commandAt, dealAt, due, EVERYWHERE, inr, OPENED, WAITING } from "./deals-for-test.ts";
import { type Outlook, outlook } from "./outlook.ts";
import { ACTORS, type Actor, commandsOf, lapseOf, type Process, stateOf } from "./process.ts";
import { digitalGoods, milestone, service, shippedGoods } from "./processes/index.ts";
import { EXTEND, lapse, step } from "./step.ts";
import { allowed, commandsIn } from "./table-for-test.ts";

const total = inr(34_800n);
const VIEWERS: readonly (Actor | null)[] = [...ACTORS, null];
const cases = EVERYWHERE.flatMap((one) => VIEWERS.map((viewer) => ({ ...one, viewer })));

/** A deal with a minute to go, so that it is open in digital goods too. */
function dealIn(process: Process, state: string): Deal {
  const deal = dealAt(process, state);
  return deal.deadline ? { ...deal, deadline: { ...deal.deadline, dueAt: at(OPENED + 60_000) } } : deal;
}
const DUE = at(OPENED + 60_000);
const NOW = at(OPENED + 1);

/** Whose turn it is, as the domain says; in the deals here the buyer has raised the dispute. */
const TURNS: { readonly [turn in Outlook["turn"]]: readonly string[] } = {
  buyer: [
    ...["payment_pending", "agreed_payment_pending", "signatures_pending", "buyer_signature_pending"],
    ...["delivered", "declared_delivered", "returning"],
  ],
  seller: [
    ...["seller_signature_pending", "escrow_locked", "order_confirmed", "processing", "ready_to_ship"],
    ...["shipped_untracked", "return_shipped", "late", "revision_requested", "late_revision"],
    ...["disputed", "delivered_disputed"],
  ],
  carrier: ["shipped", "in_transit", "out_for_delivery"],
  gateway: ["chargeback_pending"],
  arbiter: [
    ...["investigating", "delivered_investigating"],
    ...["appealed_release", "appealed_refund", "appealed_split"],
  ],
  nobody: [
    ...["ruled_release", "ruled_refund", "ruled_split"],
    ...["completed", "settled", "cancelled", "refunded", "failed"],
  ],
};

function turnIn(process: Process, state: string): string | undefined {
  // A part of a contract that is paid for ahead waits for the contract.
  if (process === milestone && state === "escrow_locked") return "nobody";
  return Object.entries(TURNS).find(([, states]) => states.includes(state))?.[0];
}

/** What the table lets a viewer do here. */
const offeredTo = (process: Process, state: string, viewer: string | null): string[] =>
  commandsIn(process.name).filter((name) => {
    const by = allowed(process.name, state, name)?.by ?? [];
    const role = viewer && { buyer: "raiser", seller: "respondent" }[viewer];
    return !name.startsWith("lapse_") && viewer !== null && (by.includes(viewer) || by.includes(role ?? "nobody"));
  });

describe("what is offered", () => {
  test.each(cases)("$name, $state, to the viewer $viewer", ({ process, state, viewer }) => {
    const shown = outlook(process, dealIn(process, state), viewer, NOW);
    expect(shown.turn).toBe(turnIn(process, state));
    expect([...shown.actions].sort()).toEqual(offeredTo(process, state, viewer));
    expect([...shown.consents].sort()).toEqual(offeredTo(process, state, "parties"));
  });

  test.each(cases)(
    "$name, $state, to the viewer $viewer is what the engine would take, no more and no less",
    ({ process, state, viewer }) => {
      const deal = dealIn(process, state);
      const takes = (by: Actor) => commandsOf(process).filter((name) => ask(process, deal, [name, by], NOW).ok);
      expect([...outlook(process, deal, viewer, NOW).actions].sort()).toEqual(viewer ? takes(viewer) : []);
      expect([...outlook(process, deal, viewer, NOW).consents].sort()).toEqual(takes("parties"));
    },
  );

  test.each(cases)(
    "$name, $state, to the viewer $viewer ends with the deadline, whether or not anybody has acted on it",
    ({ process, state, viewer }) => {
      const deal = dealIn(process, state);
      const seenAt = (when: number) => outlook(process, deal, viewer, at(when));
      expect(seenAt(DUE - 1)).toEqual(seenAt(NOW));
      for (const late of [seenAt(DUE), seenAt(DUE + 1)])
        if (deal.deadline) expect(late).toEqual({ ...seenAt(NOW), actions: [], consents: [], extendable: false });
        else expect(late).toEqual(seenAt(NOW));
    },
  );

  test("to who raised a dispute and to the other, whichever of the two it was", () => {
    const deal = dealIn(shippedGoods, "disputed");
    const bySeller: Deal = { ...deal, suspended: deal.suspended && { ...deal.suspended, by: "seller" } };
    const seen = (one: Deal, viewer: Actor) => outlook(shippedGoods, one, viewer, NOW);
    expect(seen(deal, "buyer")).toMatchObject({ turn: "seller", actions: ["withdraw", "confirm_receipt"] });
    expect(seen(deal, "seller")).toMatchObject({ turn: "seller", actions: ["concede", "respond"] });
    expect(seen(bySeller, "buyer")).toMatchObject({ turn: "buyer", actions: ["confirm_receipt", "respond"] });
    expect(seen(bySeller, "seller")).toMatchObject({ turn: "buyer", actions: ["withdraw", "concede"] });
  });

  test("is no revision where all are used up", () => {
    const actions = (revisionsLeft: number | null) =>
      outlook(service, { ...dealIn(service, "delivered"), revisionsLeft }, "buyer", NOW).actions;
    expect(actions(1)).toContain("request_revision");
    expect(actions(null)).toContain("request_revision");
    expect(actions(0)).toEqual(actions(1).filter((name) => name !== "request_revision"));
  });

  test.each(EVERYWHERE)("$name, $state: more time, where the engine would give it", ({ process, state }) => {
    const deal = dealIn(process, state);
    const command = { ...commandAt([EXTEND, "parties"], NOW), extension: 1 };
    expect(outlook(process, deal, null, NOW).extendable).toBe(step(process, deal, command, NOW).ok);
  });
});

type Next = Omit<NonNullable<Outlook["next"]>, "kind" | "at" | "to">;

describe("what happens by itself", () => {
  const none = { amount: null, payee: null, gets: null } as const;
  const refund: Next = { effect: "refund", payee: "buyer", amount: total, gets: { buyer: total, seller: inr(0n) } };
  const sellers = inr(33_756n);
  const pays: { readonly [money: string]: (division: string) => Partial<Next> } = {
    release: () => ({
      ...{ effect: "release", payee: "seller", amount: sellers },
      gets: { buyer: inr(0n), seller: sellers },
    }),
    refund: () => refund,
    chargeback: () => refund,
    settle: (state) => ({
      ...{ ...none, effect: "settle" },
      gets: state.startsWith("delivered")
        ? { buyer: inr(17_400n), seller: inr(16_878n) }
        : { buyer: inr(14_800n), seller: inr(19_400n) },
    }),
    "-": (state) => ({ ...none, effect: state.endsWith("payment_pending") ? "cancel" : "move_on" }),
  };

  test.each(WAITING)("$name, $state: is what the table says of its lapse", ({ process, name, state }) => {
    const deal = dealIn(process, state);
    const row = allowed(name, state, lapseOf(due(deal).kind));
    expect(outlook(process, deal, "buyer", NOW).next).toEqual({
      ...{ kind: due(deal).kind, at: DUE, to: row && stateOf(process, row.to).status },
      ...pays[row?.money ?? "nothing"]?.(state),
    });
  });

  test.each(WAITING)("$name, $state: gives each of the two what the engine then gives", ({ process, state }) => {
    const deal = dealIn(process, state);
    const { next } = outlook(process, deal, null, NOW);
    const answer = step(process, deal, lapse(due(deal)), DUE);
    if (!answer.ok) throw new Error("time does nothing here");
    const { movement, gets } = answer.value.event;
    expect(next?.to).toBe(stateOf(process, answer.value.deal.state).status);
    // What a gateway takes back it gives to the buyer, but not through us.
    expect(next?.gets ?? null).toEqual(movement === "chargeback" ? { ...gets, buyer: total } : gets);
  });

  test("files that were paid for are released to the seller at once", () => {
    const deal = dealAt(digitalGoods, "delivered");
    const paid = { ...deal, deadline: { ...due(deal), dueAt: OPENED } };
    expect(outlook(digitalGoods, paid, "buyer", OPENED)).toMatchObject({
      ...{ turn: "buyer", actions: [], next: { at: OPENED, effect: "release", payee: "seller" } },
    });
  });

  test("a deal without a deadline shows none, and its actions stay", () => {
    const deal = { ...dealIn(service, "payment_pending"), deadline: null };
    const shown = outlook(service, deal, "buyer", at(DUE + 1));
    expect(shown).toEqual({ turn: "buyer", actions: ["cancel"], consents: [], extendable: false, next: null });
  });
});
