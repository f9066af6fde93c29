import type { UserId } from "../../../core/ids/index.ts";
import { expectOk } from "../../../core/result/index.ts";
import type { Instant } from "../../../core/time/index.ts";
import { decide, raise, respond, take } from "../../../server/modules/disputes/index.ts";
import { askConsent, giveConsent } from "../../../server/modules/escrow/index.ts";
import type { Order } from "../../../server/modules/orders/index.ts";
import { newRootId } from "../../../server/runtime/ids/index.ts";
import { asking } from "../../money/asking.ts";
import type { World } from "../../money/world.ts";

type Hide = (word: string, ...seenBy: string[]) => string;
type Make = { readonly shipped: () => Promise<Order>; readonly paid: () => Promise<Order> };

/** Disputes of a pair at every stage, and what its parties have asked each other; the arbiter has taken what was answered. */
export async function disputesOf(world: World, make: Make, arbiter: UserId, side: string, hide: Hide) {
  const parties = [`buyer ${side}`, `seller ${side}`, "staff"];
  let made = 0;
  const said = (of: "buyer" | "seller", by: UserId) => {
    made += 1;
    return {
      side: of,
      by,
      text: hide(`canary-said-${side}-${made}`, ...parties),
      files: [],
      key: `said ${side} ${made}`,
    };
  };
  const raised = async () => {
    const order = await make.shipped();
    const claims = [{ kind: "refund" as const, amount: null, text: "" }];
    const asked = { ...said("buyer", order.buyer), problem: "not_arrived" as const, claims };
    return { order, id: expectOk(await raise(world.db, order, asked, world.now()), "dispute").id };
  };
  const answered = async () => {
    const { order, id } = await raised();
    expectOk(await respond(world.db, id, said("seller", order.seller), world.now()), "answer");
    return id;
  };
  const heard = async () => {
    const id = await answered();
    expectOk(await take(world.db, id, asking(arbiter), world.now()), "taken");
    return id;
  };
  const ruled = async () => {
    const id = await heard();
    const findings = [{ claim: 0, upheld: true, reasons: "It did not come." }];
    const judgement = { outcome: "refund" as const, refund: null, findings, reasons: "Heard both." };
    expectOk(await decide(world.db, id, judgement, asking(arbiter), world.now()), "decided");
    return id;
  };
  const returning = async (sent: boolean) => {
    const order = await make.shipped();
    expectOk(await world.give(order, "delivered", "carrier"), "delivered");
    const question = { what: "send_back" as const, refund: null, extension: null, note: null, key: null };
    const asked = await askConsent(world.db, { ...question, deal: order.deal, askedBy: "seller" }, world.now());
    const consent = expectOk(asked, "asked");
    expectOk(await giveConsent(world.db, consent.id, "buyer", order.buyer, world.now()), "agreed");
    if (sent) expectOk(await world.give(order, "return_shipped", "buyer"), "sent back");
    return order.id;
  };
  const offered = async () => {
    const order = await make.paid();
    const question = { what: "extend" as const, refund: null, extension: 3_600_000, key: null };
    const note = hide(`canary-asked-${side}`, ...parties);
    const asked = await askConsent(world.db, { ...question, note, deal: order.deal, askedBy: "seller" }, world.now());
    return { id: order.id, consent: expectOk(asked, "asked").id };
  };
  const { id: open } = await raised();
  const things = {
    dispute: { open, answered: await answered(), heard: await heard(), ruled: await ruled() },
    offered: await offered(),
    returning: await returning(false),
    returned: await returning(true),
  };
  await world.settle();
  return things;
}

export type DisputeThings = {
  readonly dispute: Readonly<Record<"open" | "answered" | "heard" | "ruled", string>>;
  readonly offered: { readonly id: string; readonly consent: string };
  readonly returning: string;
  readonly returned: string;
};

export const nobodysDisputes = (now: Instant): DisputeThings => ({
  dispute: {
    ...{ open: newRootId("dispute", now), answered: newRootId("dispute", now) },
    ...{ heard: newRootId("dispute", now), ruled: newRootId("dispute", now) },
  },
  offered: { id: newRootId("order", now), consent: newRootId("consent", now) },
  ...{ returning: newRootId("order", now), returned: newRootId("order", now) },
});
