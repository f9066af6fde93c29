import { parseId, shardOf, uuidOf } from "@amana/core/ids";
import { accounts, move } from "@amana/core/ledger";
import { money } from "@amana/core/money";
import { COUNTERPARTS, type LineKind, type StatementLine } from "@amana/core/reconciliation";
import { after, days, hours } from "@amana/core/time";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { asking } from "../../../tests/money/asking.ts";
import { newIdBeside, newRootId } from "../../runtime/ids/index.ts";
import { custody, faults, isBalanced, movementsOn } from "../ledger/index.ts";
import { explainDifference, openDifferences, openMoney, payoutsBlocked, previewExplanation } from "./index.ts";
import { FROM, marketOn, NOON, NOW } from "./market-for-test.ts";

const STAFF = newRootId("user", NOON);

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());

const market = (options?: Parameters<typeof marketOn>[1]) => marketOn(database, options);

test("what agrees leaves no difference, and a statement that is read again changes nothing", async () => {
  const { sale, run, open, balance, gateway } = market();
  const lines = [await sale(34_800n, { fee: 696n, tax: 125n }), await sale(10_000n)];
  expect(await run(lines)).toMatchObject({ lines: 2, newLines: 2, matched: 2, feesPosted: 1, found: 0 });
  expect(await balance(`clearing:${gateway}`)).toBe(-44_800n + 821n);
  expect(await run(lines)).toMatchObject({ lines: 2, newLines: 0, matched: 2, feesPosted: 0, found: 0 });
  expect(await balance(`clearing:${gateway}`)).toBe(-44_800n + 821n);
  expect(await open()).toEqual([]);
  expect(await faults(database.owner)).toEqual([]);
});

test("refunds, refunds that come back, chargebacks and unmatched money are told by our own ids", async () => {
  const { sale, run, open, line, book, gateway } = market();
  const sold = await sale(50_000n);
  const [deal] = await movementsOn(database.app, accounts.clearing(gateway), FROM, NOW);
  if (!deal?.deal) throw new Error("no deal");
  const refund = newIdBeside("refund", NOON, deal.deal);
  const inr = money(50_000n, "INR");
  const clearing = accounts.clearing(gateway);
  const later = after(NOON, hours(1));
  await book(
    "refund",
    `refund:${deal.deal}`,
    deal.deal,
    move(accounts.escrow(deal.deal), accounts.refundsInFlight(gateway), inr),
    later,
  );
  await book(
    "refund_confirmed",
    `refund_confirmed:${refund}`,
    deal.deal,
    move(accounts.refundsInFlight(gateway), clearing, inr),
    later,
  );
  await book(
    "refund_to_wallet",
    `refund_to_wallet:${refund}`,
    deal.deal,
    move(clearing, accounts.wallet(STAFF), inr),
    after(later, days(1)),
  );
  await book("chargeback", `chargeback:${deal.deal}`, deal.deal, move(accounts.chargebacks(), clearing, inr), later);
  const capture = newIdBeside("capture", NOON, deal.deal);
  await database.owner.query(
    `insert into payments.capture (shard, id, foreign_payment, gateway, reference, currency, amount, captured_at, disposition)
     values ($1, $2, 'order_of_nobody', $3, 'cf_stray', 'INR', 700, $4, 'suspense')`,
    [shardOf(deal.deal), uuidOf(capture), gateway, new Date(NOON).toISOString()],
  );
  await book(
    "unmatched",
    `unmatched:${capture}`,
    null,
    move(clearing, accounts.suspense(gateway), money(700n, "INR")),
    later,
  );
  const lines = [
    sold,
    line("refund", { reference: "rf_1", ourId: refund, amount: money(-50_000n, "INR"), at: later }),
    line("refund_return", { reference: "rf_1", ourId: refund, amount: inr, at: after(later, days(1)) }),
    line("chargeback", { reference: "dp_1", ourId: sold.ourId, amount: money(-50_000n, "INR"), at: later }),
    line("capture", { reference: "cf_stray", amount: money(700n, "INR"), at: later }),
  ];
  expect(await run(lines)).toMatchObject({ matched: 5, found: 0 });
  expect(await open()).toEqual([]);
});

test("a chargeback that the seller and we bear in parts is one line, told by its own number", async () => {
  const { sale, run, open, line, book, gateway } = market();
  const sold = await sale(9_000n);
  const [{ deal } = { deal: null }] = await movementsOn(database.app, accounts.clearing(gateway), FROM, NOW);
  if (!deal || !sold.ourId) throw new Error("no deal");
  const ids = ["dp_1", "dp_2"].map((reference) => ({ reference, id: newIdBeside("chargeback", NOON, deal) }));
  for (const { reference, id } of ids)
    await database.owner.query(
      `insert into payments.chargeback (shard, id, payment_id, deal_id, buyer_id, seller_id, gateway, reference, cause, currency, amount, state, takes_money, opened_at, updated_at)
       values ($1, $2, $3, $4, $5, $5, $6, $7, $4, 'INR', 4500, 'lost', true, $8, $8)`,
      [
        shardOf(deal),
        uuidOf(id),
        uuidOf(sold.ourId),
        uuidOf(deal),
        uuidOf(STAFF),
        gateway,
        reference,
        new Date(NOON).toISOString(),
      ],
    );
  const clearing = accounts.clearing(gateway);
  const later = after(NOON, hours(1));
  for (const { id } of ids) {
    await book(
      "chargeback",
      `chargeback:${id}:1`,
      deal,
      move(accounts.receivable(STAFF), clearing, money(4_000n, "INR")),
      later,
    );
    await book(
      "chargeback",
      `chargeback_borne:${id}:1`,
      deal,
      move(accounts.chargebacks(), clearing, money(500n, "INR")),
      later,
    );
  }
  const lines = ids.map(({ reference }) =>
    line("chargeback", { reference, ourId: sold.ourId, amount: money(-4_500n, "INR"), at: later }),
  );
  expect(await run([sold, ...lines])).toMatchObject({ matched: 3, found: 0 });
  expect(await open()).toEqual([]);
});

describe("case 40: each way in which a statement can be wrong is written down, once, and none is corrected silently", () => {
  const wrongs: [string, (good: StatementLine) => StatementLine[], string[]][] = [
    ["a missing line", () => [], ["missing_there"]],
    ["an extra line of ours", (good) => [good, { ...good, reference: "cf_extra" }], ["missing_here"]],
    ["an extra line of nobody", (good) => [good, { ...good, reference: "x", ourId: null }], ["unexplained reference"]],
    ["another amount", (good) => [{ ...good, amount: money(34_801n, "INR") }], ["amount amount"]],
    ["another currency", (good) => [{ ...good, amount: money(34_800n, "SAR") }], ["amount currency"]],
    ["another fee", (good) => [{ ...good, fee: good.fee + 1n }], ["amount fee"]],
    ["another date", (good) => [{ ...good, at: after(good.at, -days(4)) }], ["timing date"]],
    ["a line twice", (good) => [good, { ...good }], ["duplicate"]],
    [
      "an unknown reference",
      (good) => [{ ...good, reference: "x", ourId: null }],
      ["missing_there", "unexplained reference"],
    ],
  ];
  test.each(wrongs)("%s", async (_, damage, expected) => {
    const { sale, run, open, balance, gateway } = market({ tariff: true });
    const good = await sale(34_800n, { fee: 696n, tax: 125n });
    const before = await balance(`clearing:${gateway}`);
    const first = await run(damage(good));
    expect(await open()).toEqual(expected);
    expect(first.found).toBe(expected.length);
    const untouched = first.feesPosted === 0 ? before : before + 821n;
    expect(await balance(`clearing:${gateway}`)).toBe(untouched);
    expect((await run(damage(good))).found).toBe(0);
    expect(await open()).toEqual(expected);

    expect(await run([good])).toMatchObject({ found: 0, resolved: expected.length });
    expect(await open()).toEqual([]);
  });
});

test("a line that is listed late was only waited for", async () => {
  const { sale, run, open } = market();
  const when = after(NOW, -hours(2));
  const sold = await sale(1_000n, { when });
  expect(await run([])).toMatchObject({ found: 0 });
  expect(await open()).toEqual([]);
  expect(await run([], after(NOW, days(2)))).toMatchObject({ found: 1 });
  expect(await open()).toEqual(["missing_there"]);
  expect(await run([sold], after(NOW, days(3)))).toMatchObject({ found: 0, resolved: 1 });
});

test("of kinds and periods that no statement was read of, nothing is said, and a statement of its own says it", async () => {
  const { run, open, line, book, gateway } = market();
  const deal = newRootId("deal", NOON);
  const payout = newIdBeside("payout", NOON, deal);
  const entries = move(accounts.commission(), accounts.clearing(gateway), money(9_000n, "INR"));
  await book("payout_confirmed", `payout_confirmed:${payout}`, deal, entries, NOON);
  await run([]);
  expect(await open()).toEqual([]);
  const covers: LineKind[] = ["payout", "payout_return"];
  await run([], NOW, { covers });
  expect(await open()).toEqual(["missing_there"]);
  await run([]);
  expect(await open()).toEqual(["missing_there"]);
  await run([line("payout", { reference: "t1", ourId: payout, amount: money(-9_000n, "INR") })], NOW, { covers });
  expect(await open()).toEqual([]);
});

describe("settlements", () => {
  const settled = { settledAt: after(NOON, days(1)), bankReference: "UTR1" };

  test("are booked to our bank when they are what their lines come to", async () => {
    const { sale, run, line, open, balance, gateway } = market();
    const sold = { ...(await sale(10_000n, { fee: 200n, tax: 36n })), ...settled };
    const paid = line("settlement", {
      reference: "s1",
      amount: money(-9_764n, "INR"),
      at: after(NOON, days(1)),
      ...settled,
    });
    const before = await balance("bank:own");
    expect(await run([sold, paid])).toMatchObject({ settlementsPosted: 1, feesPosted: 1, found: 0 });
    expect(await balance("bank:own")).toBe(before - 9_764n);
    expect(await balance(`clearing:${gateway}`)).toBe(0n);
    expect(await run([sold, paid])).toMatchObject({ settlementsPosted: 0, found: 0 });
    expect(await open()).toEqual([]);
  });

  test("that pay out another sum are a difference, which shows a wrong fee even where no tariff is known", async () => {
    const { sale, run, line, open, balance } = market();
    const sold = { ...(await sale(10_000n, { fee: 201n, tax: 36n })), ...settled };
    const paid = line("settlement", {
      reference: "s1",
      amount: money(-9_764n, "INR"),
      at: after(NOON, days(1)),
      ...settled,
    });
    const before = await balance("bank:own");
    await run([sold, paid]);
    expect(await open()).toEqual(["unexplained reference"]);
    expect(await balance("bank:own")).toBe(before);
  });
});

describe("explaining", () => {
  const said = (counterpart: (typeof COUNTERPARTS)[number]) => ({
    by: asking(STAFF),
    counterpart,
    reason: "a demo reason",
  });
  const only = async (gateway: string) => {
    const [difference] = await openDifferences(database.app, 1, gateway);
    if (!difference) throw new Error("no difference");
    return difference;
  };

  test.each(COUNTERPARTS.filter((one) => one !== "no_money"))(
    "by %s: the preview shows exactly the entries that are posted, and moves nothing itself",
    async (counterpart) => {
      const { run, line, open, db, settings, gateway } = market();
      await run([line("adjustment", { reference: "a1", amount: money(70_000n, "INR"), fee: 3n })]);
      const { id } = await only(gateway);
      const preview = await previewExplanation(db, settings, id, counterpart);
      expect(await movementsOn(db, accounts.clearing(gateway), FROM, after(NOW, 1))).toEqual([]);
      const explained = await explainDifference(db, settings, id, said(counterpart), NOW);
      expect(explained).toEqual(preview);
      const posted = await database.owner.query<{ code: string; currency: string; amount: bigint }>(
        `select a.code, a.currency, e.amount from ledger.posting p join ledger.entry e on e.shard = p.shard and e.posting = p.id
           join ledger.account a on a.shard = e.shard and a.id = e.account where p.key = $1 order by e.amount`,
        [`explained:${id}`],
      );
      const shown = preview.ok ? preview.value : [];
      expect(posted).toEqual(
        shown.map(({ account, amount }) => ({ code: account, currency: amount.currency, amount: amount.minor })),
      );
      expect(await open()).toEqual([]);
      await run([line("adjustment", { reference: "a1", amount: money(70_000n, "INR"), fee: 3n })]);
      expect(await open()).toEqual([]);
      expect((await custody(db)).every(isBalanced)).toBe(true);
    },
  );

  test("once: a second explanation is refused, two at the same time post one", async () => {
    const { run, line, db, settings, gateway } = market();
    await run([line("adjustment", { reference: "a1", amount: money(70_000n, "INR") })]);
    const { id } = await only(gateway);
    const both = await Promise.all([1, 2].map(() => explainDifference(db, settings, id, said("suspense"), NOW)));
    expect(both.map(({ ok: done }) => done).sort()).toEqual([false, true]);
    expect(await explainDifference(db, settings, id, said("suspense"), NOW)).toEqual({
      ok: false,
      error: "already_closed",
    });
  });

  test("is refused where suspense has not the money, and the difference stays open", async () => {
    const { run, line, open, db, settings, gateway } = market();
    await run([line("adjustment", { reference: "a1", amount: money(-70_000n, "INR") })]);
    const { id } = await only(gateway);
    expect(await explainDifference(db, settings, id, said("suspense"), NOW)).toEqual({
      ok: false,
      error: "short_of_money",
    });
    expect(await open()).toEqual(["unexplained reference"]);
  });

  test("a statement's own mistake is closed with a reason and without a posting", async () => {
    const { sale, run, open, db, settings, gateway } = market();
    const sold = await sale(1_000n);
    await run([sold, { ...sold }]);
    const { id } = await only(gateway);
    expect(await explainDifference(db, settings, id, said("no_money"), NOW)).toEqual({ ok: true, value: [] });
    await run([sold, { ...sold }]);
    expect(await open()).toEqual([]);
  });

  test("what agrees after all leaves the explaining posting one too many, and that is a difference until it is undone", async () => {
    const { sale, run, open, db, settings, gateway, balance } = market();
    const sold = await sale(5_000n);
    await run([]);
    await explainDifference(db, settings, (await only(gateway)).id, said("chargebacks"), NOW);
    expect(await balance(`clearing:${gateway}`)).toBe(0n);
    await run([sold]);
    expect(await open()).toEqual(["missing_there"]);
    await explainDifference(db, settings, (await only(gateway)).id, said("chargebacks"), NOW);
    expect(await balance(`clearing:${gateway}`)).toBe(-5_000n);
    expect(await run([sold])).toMatchObject({ found: 0 });
    expect(await open()).toEqual([]);
  });
});

test("open money above the limit stops payouts in its own currency only, and an explanation lets them go", async () => {
  const { run, line, db, settings, gateway } = market();
  for (const { id } of await openDifferences(database.app, 1000))
    await database.owner.query(
      "update reconciliation.difference set state = 'resolved', closed_at = now() where id = $1",
      [uuidOf(id)],
    );
  const limit = { unexplainedLimit: 10_000n };
  await run([line("adjustment", { reference: "a1", amount: money(10_000n, "INR") })]);
  expect(await payoutsBlocked(db, "INR", limit)).toBe(false);
  await run([
    line("adjustment", { reference: "a1", amount: money(10_000n, "INR") }),
    line("adjustment", { reference: "a2", amount: money(-1n, "INR") }),
  ]);
  expect(await openMoney(db)).toEqual([money(10_001n, "INR")]);
  expect(await payoutsBlocked(db, "INR", limit)).toBe(true);
  expect(await payoutsBlocked(db, "SAR", limit)).toBe(false);
  for (const { id } of await openDifferences(db, 10, gateway))
    await explainDifference(
      db,
      settings,
      id,
      { by: asking(STAFF), counterpart: "gateway_fees", reason: "a demo reason" },
      NOW,
    );
  expect(await payoutsBlocked(db, "INR", limit)).toBe(false);
});

test("money that a bank has asked back while it is held waits with the deal, whichever way the bank decides", async () => {
  const { sale, run, open, line, gateway } = market();
  const sold = await sale(34_800n);
  const payment = parseId("payment", sold.ourId ?? "");
  if (!payment) throw new Error("no payment");
  const asked = { reference: "dispute_1", ourId: sold.ourId };
  await database.owner.query(
    `insert into payments.chargeback (shard, id, payment_id, deal_id, buyer_id, seller_id, gateway, reference, cause, currency, amount, state, effect, takes_money, opened_at, updated_at)
     select shard, $1, payment_id, deal_id, $2, $2, gateway, 'dispute_1', deal_id, 'INR', 34800, 'opened', 'held', true, captured_at, captured_at
       from payments.capture where gateway = $3`,
    [uuidOf(newIdBeside("chargeback", NOON, payment)), uuidOf(STAFF), gateway],
  );
  const taken = line("chargeback", { ...asked, amount: money(-34_800n, "INR"), at: after(NOON, hours(1)) });
  expect(await run([sold, taken])).toMatchObject({ matched: 1, found: 0 });
  await database.owner.query("update payments.chargeback set state = 'won' where gateway = $1", [gateway]);
  const back = line("chargeback_return", { ...asked, amount: money(34_800n, "INR"), at: after(NOON, hours(9)) });
  expect(await run([sold, taken, back])).toMatchObject({ matched: 1, found: 0 });
  await database.owner.query("update payments.chargeback set state = 'lost' where gateway = $1", [gateway]);
  await run([sold, taken, back]);
  expect(await open()).toHaveLength(2);
});
