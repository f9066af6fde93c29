import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shardOf, type UserId, uuidOf } from "../../core/ids/index.ts";
import { accounts, move } from "../../core/ledger/index.ts";
import { money } from "../../core/money/index.ts";
import { allRoutes } from "../../server/entrypoints/routes.ts";
import { post } from "../../server/modules/ledger/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { newIdBeside, newRootId } from "../../server/runtime/ids/index.ts";
import { type Office, openOffice } from "./office.ts";

/**
 * Every command that staff may give, by the name of its route. `own`: refused to parties of the deal and to colleagues of theirs.
 * Anything else says why it touches nobody's deal. A route that is missing here fails the first test.
 */
const COMMANDS: Readonly<Record<string, string>> = {
  decideOrder: "own",
  previewDecision: "own",
  refundSuspense: "own",
  previewSuspenseRefund: "own",
  sendRefundAgain: "own",
  sendPayoutAgain: "own",
  previewSendPayoutAgain: "own",
  askWriteOff: "own",
  previewAskWriteOff: "own",
  explainDifference: "own",
  previewExplanation: "own",
  approveApproval: "own",
  previewApproval: "own",
  declineApproval: "own",
  editApproval: "own",
  takeDispute: "is refused in the dispute itself, which the tests of disputes hold",
  leaveDispute: "gives back what was taken, and decides nothing",
  decideDispute: "is refused in the dispute itself, which the tests of disputes hold",
  addDisputeNote: "is no evidence, and decides nothing",
  sendDisputeMessage: "is for whoever has taken the case, which is refused in one's own",
  linkListingFiles: "shows what a listing would sell, and is written down",
  approveListing: "is about a listing, is refused for one's own, and no deal follows it",
  rejectListing: "is about a listing, is refused for one's own, and no deal follows it",
  publishCommissionRules: "is about every sale that is to come, and changes none that was made",
  previewCommissionRules: "only calculates",
  setSellerLevel: "counts for sales that are to come, and nobody gives one to oneself or a colleague",
  discloseOrderMessages: "shows what two people wrote, with a reason, and tells both of it",
  suspendUser: "is about a person, whoever that deals with, and moves no money",
  reinstateUser: "is about a person, whoever that deals with, and moves no money",
  changeRoles: "is about a person, and nobody changes their own",
  eraseUser: "is refused while the person has any deal that is not over",
  discloseAuditEntry: "shows what is kept, to admins, and tells whom it is about",
  runReconciliation: "reads a gateway's whole statement, of everybody's deals alike",
};
const OWN = Object.keys(COMMANDS).filter((name) => COMMANDS[name] === "own");

let office: Office;
let order: Order;
/** One of the staff, who bought something himself. */
let buying: UserId;
/** His colleague, and the seller's: both of the staff. */
let ofBuyer: UserId;
let ofSeller: UserId;
let stranger: UserId;
let requests: Readonly<Record<string, readonly [method: "POST" | "PATCH", path: string, body: object]>>;

beforeAll(async () => {
  office = await openOffice({ approvalLimit: () => 0n });
  const { world } = office;
  buying = await office.person("buying", "finance");
  ofBuyer = await office.person("of-buyer", "finance");
  ofSeller = await office.person("of-seller", "admin");
  stranger = await office.person("stranger", "finance");
  await office.signIn(world.seller);
  await office.company(buying, ofBuyer);
  await office.company(world.seller, ofSeller);
  ({ order } = await world.paid({ buyer: buying }));
  requests = await requestsAbout(order);
});
afterAll(() => office.close());

test("every command of staff says whether it is refused to those whose deal it is", () => {
  const routes = allRoutes({ ...office.world.parts, holder: "", wake: () => {}, production: false, sandbox: null });
  const commands = routes.filter(({ method, policy }) => policy.kind === "staff" && method !== "GET");
  expect(commands.map(({ operationId }) => operationId).sort()).toEqual(Object.keys(COMMANDS).sort());
});

describe.each(OWN)("case 90: %s", (name) => {
  const send = async (who: UserId) => {
    const request = requests[name];
    if (!request) throw new Error(`nobody has written a request for ${name}`);
    const [method, path, body] = request;
    return await office.ask(who, method, path, body);
  };

  test("is refused to a party and to everybody of the parties' companies", async () => {
    for (const who of [buying, ofBuyer, ofSeller]) {
      // The debt is the buyer's alone.
      if (who === ofSeller && name.toLowerCase().includes("writeoff")) continue;
      const { status, body } = await send(who);
      expect([status, body.detail]).toEqual([403, "Nobody decides about a deal of their own or of their company."]);
    }
  });

  test("is not refused to a stranger for that reason", async () => {
    // What would change the scene is asked for in vain, under a version or of an order that there is not.
    if (!name.startsWith("preview")) return;
    const { body } = await send(stranger);
    expect(body.detail ?? "").not.toContain("their own");
  });
});

test("case 90: whoever left the company yesterday is a stranger again, and whoever joins is none", async () => {
  const [, path, body] = requests.previewDecision ?? ["", "", {}];
  const late = await office.person("late", "finance");
  expect((await office.ask(late, "POST", path, body)).status).toBe(200);
  const id = await office.company(late, buying);
  expect((await office.ask(late, "POST", path, body)).status).toBe(403);
  expect((await office.ask(buying, "POST", `/organizations/${id}/leave`, {})).status).toBe(204);
  expect((await office.ask(late, "POST", path, body)).status).toBe(200);
});

/** One request for each command, about things of this order and of its buyer. */
async function requestsAbout(sold: Order): Promise<typeof requests> {
  const { id, deal, buyer, seller } = sold;
  const { world, database } = office;
  const reason = "Both sides agree";
  const decision = { decision: "refund", reason };
  const proposed = await office.ask(stranger, "POST", `/finance/orders/${id}/decisions`, decision);
  const approval = `/admin/approvals/${String(proposed.body.id)}`;
  await post(
    world.db,
    [
      {
        ...{ shard: shardOf(buyer), key: "debt", kind: "chargeback" as const, deal: null },
        entries: move(accounts.receivable(buyer), accounts.clearing("testpay"), money(900n, "INR")),
      },
    ],
    world.now(),
  );
  const debt = { userId: buyer, amount: { amount: 400, currency: "INR" } };
  const [payment] = await world.payments(sold);
  const capture = newIdBeside("capture", world.now(), deal);
  await database.owner.query(
    `insert into payments.capture (shard, id, payment_id, deal_id, foreign_payment, gateway, reference, currency, amount, captured_at, disposition, why)
     values ($1, $2, $3, $4, null, 'testpay', 'second', 'INR', 500, now(), 'suspense', 'paid twice')`,
    [shardOf(capture), uuidOf(capture), uuidOf(payment?.id ?? ""), uuidOf(deal)],
  );
  const payout = newIdBeside("payout", world.now(), seller);
  await database.owner.query(
    `insert into payouts.payout (shard, id, deal_id, seller_id, rail, currency, amount, state, requested_at, updated_at, kind, cause)
     values ($1, $2, $3, $4, 'testrail', 'INR', 500, 'failed', now(), now(), 'release', 'release:own')`,
    [shardOf(payout), uuidOf(payout), uuidOf(deal), uuidOf(seller)],
  );
  const refund = newIdBeside("refund", world.now(), deal);
  await database.owner.query(
    `insert into payments.refund (shard, id, payment_id, deal_id, buyer_id, gateway, currency, amount, source, cause, state, requested_at, updated_at)
     values ($1, $2, $3, $4, $5, 'testpay', 'INR', 500, 'escrow', $4, 'pending', now(), now())`,
    [shardOf(refund), uuidOf(refund), uuidOf(payment?.id ?? ""), uuidOf(deal), uuidOf(buyer)],
  );
  const difference = newRootId("difference", world.now());
  const line = newRootId("statementLine", world.now());
  await database.owner.query(
    `insert into reconciliation.line (id, gateway, kind, reference, currency, amount, fee, tax, happened_at, occurrence, our_id, first_seen_at)
     values ($1, 'testpay', 'payment', 'ref', 'INR', 500, 0, 0, now(), 1, $2, now())`,
    [uuidOf(line), payment?.id],
  );
  await database.owner.query(
    `insert into reconciliation.difference (id, gateway, line_id, class, reasons, happened_at, found_at, state)
     values ($1, 'testpay', $2, 'missing_here', '{}', now(), now(), 'open')`,
    [uuidOf(difference), uuidOf(line)],
  );
  const about = { counterpart: "suspense" };
  return {
    decideOrder: ["POST", `/finance/orders/${id}/decisions`, decision],
    previewDecision: ["POST", `/finance/orders/${id}/decisions/preview`, decision],
    refundSuspense: ["POST", `/finance/suspense/${capture}/refund`, { reason }],
    previewSuspenseRefund: ["POST", `/finance/suspense/${capture}/refund/preview`, {}],
    sendRefundAgain: ["POST", `/finance/refunds/${refund}/send-again`, { reason }],
    sendPayoutAgain: ["POST", `/finance/payouts/${payout}/send-again`, { reason }],
    previewSendPayoutAgain: ["POST", `/finance/payouts/${payout}/send-again/preview`, {}],
    askWriteOff: ["POST", "/finance/write-offs", { ...debt, reason }],
    previewAskWriteOff: ["POST", "/finance/write-offs/preview", debt],
    explainDifference: ["POST", `/finance/differences/${difference}/explain`, { ...about, reason }],
    previewExplanation: ["POST", `/finance/differences/${difference}/explain/preview`, about],
    approveApproval: ["POST", `${approval}/approve`, { version: 1 }],
    previewApproval: ["POST", `${approval}/approve/preview`, { version: 1 }],
    declineApproval: ["POST", `${approval}/decline`, { version: 1, reason }],
    editApproval: ["PATCH", approval, { version: 1, content: { decision: "release" }, reason }],
  };
}
