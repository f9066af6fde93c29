import type { DealId, PaymentId } from "@amana/core/ids";
import { shardOf, uuidOf } from "@amana/core/ids";
import { accounts, move, type Posting, type PostingKind } from "@amana/core/ledger";
import { type Currency, money } from "@amana/core/money";
import { LINE_KINDS, type LineKind, type StatementLine } from "@amana/core/reconciliation";
import { after, at, days, type Instant, minutes } from "@amana/core/time";
import { expect } from "vitest";
import type { TestDatabase } from "../../../tests/database/index.ts";
import { newIdBeside, newRootId } from "../../runtime/ids/index.ts";
import { balances, post } from "../ledger/index.ts";
import { openDifferences } from "./index.ts";
import type { ReadStatement } from "./lines.ts";
import { reconcile } from "./reconcile.ts";
import { DEFAULT_RECONCILIATION } from "./settings.ts";

const TARIFF = { basisPoints: 200, fixed: 0n, taxBasisPoints: 1_800 };
export const NOON = at(Date.UTC(2026, 2, 10, 12));
export const FROM = after(NOON, -days(7));
export const NOW = after(NOON, days(3));

let gateways = 0;
/** A gateway of its own for each test, so that none sees another's lines. */
export function marketOn(database: TestDatabase, { tariff = false } = {}) {
  gateways += 1;
  const gateway = `demo${gateways}`;
  const settings = { ...DEFAULT_RECONCILIATION, tariffs: tariff ? { [gateway]: TARIFF } : {} };
  const db = database.app;
  const book = async (
    kind: PostingKind,
    key: string,
    deal: DealId | null,
    entries: Posting["entries"],
    when: Instant,
  ) => {
    const shard = deal ? shardOf(deal) : 0;
    expect(await post(db, [{ shard, key, kind, deal, entries }], when)).toEqual(["posted"]);
  };
  const line = (kind: LineKind, change: Partial<StatementLine>): StatementLine => ({
    ...{ kind, reference: "", ourId: null, amount: money(0n, "INR"), fee: 0n, tax: 0n, at: NOON },
    settledAt: null,
    bankReference: null,
    ...change,
  });
  /** Paid, booked, and listed. */
  const sale = async (
    minor: bigint,
    {
      currency = "INR",
      when = NOON,
      fee = 0n,
      tax = 0n,
    }: { currency?: Currency; when?: Instant; fee?: bigint; tax?: bigint } = {},
  ) => {
    const deal = newRootId("deal", when);
    const payment: PaymentId = newIdBeside("payment", when, deal);
    const reference = `cf_${payment.slice(-12)}`;
    await database.owner.query(
      `insert into payments.capture (shard, id, payment_id, deal_id, gateway, reference, currency, amount, captured_at, disposition)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 'escrow')`,
      [
        ...[
          shardOf(deal),
          uuidOf(newIdBeside("capture", when, deal)),
          uuidOf(payment),
          uuidOf(deal),
          gateway,
          reference,
        ],
        ...[currency, minor, new Date(when).toISOString()],
      ],
    );
    const entries = move(accounts.clearing(gateway), accounts.escrow(deal), money(minor, currency));
    await book("fund", `fund:${deal}`, deal, entries, after(when, minutes(2)));
    return line("capture", { reference, ourId: payment, amount: money(minor, currency), fee, tax, at: when });
  };
  const statement = (lines: readonly StatementLine[], more: Partial<ReadStatement> = {}): ReadStatement => ({
    ...{ gateway, covers: LINE_KINDS.filter((kind) => !kind.startsWith("payout")), from: FROM, until: NOW, lines },
    ...more,
  });
  const run = (lines: readonly StatementLine[], now = NOW, more: Partial<ReadStatement> = {}) =>
    reconcile(db, settings, statement(lines, { until: now, ...more }), now);
  const open = async () =>
    (await openDifferences(db, 100, gateway)).map(({ class: found, reasons }) => [found, ...reasons].join(" ")).sort();
  const balance = async (code: string): Promise<bigint> =>
    (await balances(database.owner, code)).reduce((sum, { balance: held }) => sum + held.minor, 0n);
  return { gateway, settings, db, book, line, sale, run, open, balance };
}
