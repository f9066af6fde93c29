import { formatMajor, type Money, money } from "@amana/core/money";
import { isDifference, type LineKind, match } from "@amana/core/reconciliation";
import { after, at, days } from "@amana/core/time";
import { afterAll, beforeAll, expect, test } from "vitest";
import { cashfreeStatement } from "../../server/adapters/gateways/cashfree/statement.ts";
import { orderOf } from "../../server/adapters/gateways/conformance.ts";
import { readCsv, readMapping } from "../../server/adapters/statements/csv/index.ts";
import { freshId, given, refused } from "../../server/adapters/support/conformance.ts";
import type { Http } from "../../server/adapters/support/http.ts";
import type { StatementSource } from "../../server/ports/statement.ts";
import { gatewayUnderTest, payoutOf, railUnderTest, someBankAccount } from "./parties.ts";
import { KEYS, rewriting, startWorld, type World, withFields } from "./world.ts";

let world: World;
beforeAll(async () => {
  world = await startWorld();
});
afterAll(() => world.stop());

const EVER = { from: at(0), until: at(Date.UTC(2099, 0, 1)), cursor: null };
const source = (http: Http = world.http, clientSecret = KEYS.cashfree.clientSecret): StatementSource =>
  cashfreeStatement({ baseUrl: `${world.url}/cashfree/pg`, clientId: KEYS.cashfree.clientId, clientSecret }, http);

async function soldAndRefunded(amount: bigint) {
  const { gateway, theirs, ...under } = await gatewayUnderTest(world);
  const order = orderOf(under, amount);
  given(await gateway.open(order));
  await theirs.pay(order.payment);
  const refund = freshId("refund", under.now);
  given(await gateway.refund({ payment: order.payment, refund, amount: order.amount, note: "goods came back" }));
  await theirs.finishRefunds(order.payment);
  const [capture] = given(await gateway.look(order.payment)).captures;
  return { payment: order.payment, refund, capture: capture?.reference ?? "" };
}

const inr = (minor: bigint): Money => money(minor, "INR");

test("the statement names our payments by the number of their capture, and our refunds, with signed amounts and charges", async () => {
  const sold = await soldAndRefunded(100_000n);
  await world.control("POST", "/cashfree/recon", { feeBasisPoints: 195, feePaise: 300, taxBasisPoints: 1800 });
  const { lines, next } = given(await source().fetch(EVER));
  expect(next).toBeNull();
  expect(lines.find(({ ourId }) => ourId === sold.payment)).toMatchObject({
    ...{ kind: "capture", reference: sold.capture, amount: inr(100_000n), fee: 2_250n, tax: 405n },
  });
  expect(lines.find(({ ourId }) => ourId === sold.refund)).toMatchObject({
    ...{ kind: "refund", amount: inr(-100_000n), fee: 0n, tax: 0n },
  });
  await world.control("POST", "/cashfree/recon", { feeBasisPoints: 0, feePaise: 0, taxBasisPoints: 0 });
});

test("a period has its lines and no others", async () => {
  await soldAndRefunded(5_000n);
  const { lines } = given(await source().fetch(EVER));
  const last = lines.at(-1)?.at ?? at(0);
  const before = given(await source().fetch({ ...EVER, until: last }));
  const since = given(await source().fetch({ ...EVER, from: last }));
  expect(before.lines.every((line) => line.at < last)).toBe(true);
  expect(before.lines.length + since.lines.length).toBe(lines.length);
});

test("wrong keys, silence and unreadable answers are refusals with a name", async () => {
  refused(await source(world.http, "wrong").fetch(EVER), "misconfigured");
  refused(await source(async () => ({ status: 0, headers: {}, json: undefined })).fetch(EVER), "try_later");
  const answers = (fields: object) => source(rewriting(world.http, (_, json) => withFields(json, { ...fields })));
  for (const fields of [
    { event_amount: "12.00" },
    { event_amount: -1 },
    { event_amount: 1.001 },
    { sale_type: "SIDEWAYS" },
  ])
    refused(await answers(fields).fetch(EVER), "outcome_unknown");
  refused(await answers({ event_time: "yesterday" }).fetch(EVER), "outcome_unknown");
  refused(await answers({ payment_service_charge: 1, charges_currency: "USD" }).fetch(EVER), "outcome_unknown");
});

test("an event of a type that we have not met is an adjustment, and one that failed has moved nothing", async () => {
  await soldAndRefunded(7_000n);
  const strange = source(rewriting(world.http, (_, json) => withFields(json, { event_type: "FUND_SWEEP" })));
  const kinds = given(await strange.fetch(EVER)).lines.map(({ kind }) => kind);
  expect(new Set<LineKind>(kinds)).toEqual(new Set(["adjustment"]));
  const failed = source(rewriting(world.http, (_, json) => withFields(json, { event_status: "FAILED" })));
  expect(given(await failed.fetch(EVER)).lines).toEqual([]);
});

test("case 40: against books that agree nothing is reported; each of eight damages to the statement is", async () => {
  const sold = await soldAndRefunded(34_800n);
  const { lines } = given(await source().fetch(EVER));
  const until = after(lines.at(-1)?.at ?? at(0), days(10));
  const books = lines.map((line, n) => ({
    ...{
      id: `pst_${n}`,
      kind: line.kind,
      reference: line.reference,
      ourId: line.ourId,
      amount: line.amount,
      at: line.at,
    },
    ...{ expected: { fee: 0n, tax: 0n }, booked: 0n },
  }));
  const rules = {
    from: at(0),
    until,
    covers: source().covers,
    theyListWithin: days(1),
    weBookWithin: 0,
    dateTolerance: days(3),
  };
  const alarms = async () => match(given(await source().fetch(EVER)).lines, books, rules).filter(isDifference);
  expect(await alarms()).toEqual([]);
  const kinds = [
    "missing_line",
    "extra_line",
    "amount",
    "currency",
    "fee",
    "date",
    "duplicate_line",
    "unknown_reference",
  ];
  for (const kind of kinds) {
    await world.control("POST", "/cashfree/recon/damages", { kind, reference: sold.payment });
    expect((await alarms()).length, kind).toBeGreaterThan(0);
    await world.http({ method: "DELETE", url: `${world.url}/control/cashfree/recon/damages`, headers: {} });
  }
  expect(await alarms()).toEqual([]);
});

test("a settlement takes from the account what it paid out, and brings it back below zero; its lines carry its bank reference", async () => {
  await soldAndRefunded(9_000n);
  const { gateway, theirs, ...under } = await gatewayUnderTest(world);
  const order = orderOf(under, 20_000n);
  given(await gateway.open(order));
  await theirs.pay(order.payment);
  await world.control("POST", "/cashfree/recon", { settleAfterMs: 0 });
  await world.control("POST", "/clock", { offsetMs: 3 * 86_400_000 });
  const { lines } = given(await source().fetch(EVER));
  const settlement = lines.find(({ kind }) => kind === "settlement");
  const settled = lines.filter((line) => line.bankReference === settlement?.bankReference && line !== settlement);
  const net = settled.reduce((sum, { amount, fee, tax }) => sum + amount.minor - fee - tax, 0n);
  expect([settlement?.amount.minor, settlement?.settledAt]).toEqual([-net, settlement?.at]);
  const back = source(rewriting(world.http, (_, json) => withFields(json, { amount_settled: -12.5 })));
  const line = given(await back.fetch(EVER)).lines.find(({ kind }) => kind === "settlement");
  expect(line?.amount).toEqual(inr(1_250n));
  const unnamed = source(rewriting(world.http, (_, json) => withFields(json, { amount_settled: null })));
  refused(await unnamed.fetch(EVER), "outcome_unknown");
  await world.control("POST", "/cashfree/recon", { settleAfterMs: null });
});

test("the payouts' own report is read as CSV by a declared mapping", async () => {
  const { rail, theirs, now } = await railUnderTest(world);
  const request = payoutOf(now, await someBankAccount(rail, now));
  given(await rail.send(request));
  await theirs.bring(request.payout, "returned");
  const answer = await fetch(`${world.url}/control/cashfree/payouts.csv`);
  const mapping = given(
    readMapping(
      JSON.stringify({
        name: "cashfree",
        columns: {
          ...{ reference: "Reference", ourId: "Transfer Id", kind: "Type", amount: "Amount", currency: "Currency" },
          ...{ fee: "Fee", tax: "Tax", at: "Time", bankReference: "UTR" },
        },
        kinds: {
          TRANSFER: { kind: "payout", counts: "out" },
          REVERSAL: { kind: "payout_return", counts: "in" },
        },
      }),
    ),
  );
  const lines = given(readCsv(mapping, await answer.text())).filter(({ ourId }) => ourId === request.payout);
  expect(lines.map(({ kind, amount }) => [kind, formatMajor(amount)])).toEqual([
    ["payout", `-${formatMajor(request.amount)}`],
    ["payout_return", formatMajor(request.amount)],
  ]);
});
