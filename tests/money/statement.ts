import { type Money, money } from "../../core/money/index.ts";
import type { LineKind, StatementLine } from "../../core/reconciliation/index.ts";
import { ok } from "../../core/result/index.ts";
import type { Instant } from "../../core/time/index.ts";
import type { Clock } from "../../server/ports/clock.ts";
import type { StatementSource } from "../../server/ports/statement.ts";
import type { FakeGateway } from "./gateway.ts";
import type { FakeRail } from "./rail.ts";

/** Sees what a provider has really done, and writes down when it first saw it, as a provider's own book would. */
export type FakeStatement = StatementSource & {
  /** Looks now: what has happened since the last look is dated to this moment. */
  readonly look: () => void;
};

export function gatewayStatement(gateway: FakeGateway, clock: Clock): FakeStatement {
  const book = bookOf(clock);
  const look = (): void => {
    for (const [payment, { captures }] of gateway.payments)
      for (const { reference, amount, capturedAt } of captures)
        book.write({ kind: "capture", reference, ourId: payment, amount, at: capturedAt });
    for (const { refund, amount, status } of gateway.refunds)
      leaves(book, "refund", { reference: `rf_${refund.slice(-8)}`, ourId: refund, amount }, status);
  };
  return source(gateway.name, ["capture", "refund", "refund_return", "chargeback", "chargeback_return"], book, look);
}

export function railStatement(rail: FakeRail, clock: Clock): FakeStatement {
  const book = bookOf(clock);
  const look = (): void => {
    for (const { payout, amount, status } of rail.payouts)
      leaves(book, "payout", { reference: `po_${payout.slice(-8)}`, ourId: payout, amount }, status);
  };
  return source(rail.name, ["payout", "payout_return"], book, look);
}

type Leaving = Pick<StatementLine, "reference" | "ourId" | "amount">;

/** Money that leaves, and comes back when what was done turns out not to be. */
function leaves(book: ReturnType<typeof bookOf>, kind: "refund" | "payout", one: Leaving, status: string): void {
  if (status === "succeeded" || status === "paid") book.write({ ...one, kind, amount: minus(one.amount) });
  const back = status === "failed" || status === "returned";
  if (back && book.has(kind, one.reference)) book.write({ ...one, kind: `${kind}_return` });
}

type Told = Pick<StatementLine, "kind" | "reference" | "ourId" | "amount"> & { readonly at?: Instant };

function bookOf(clock: Clock) {
  const lines = new Map<string, StatementLine>();
  const keyOf = (kind: LineKind, reference: string): string => `${kind} ${reference}`;
  return {
    lines,
    has: (kind: LineKind, reference: string): boolean => lines.has(keyOf(kind, reference)),
    write({ at, ...told }: Told): void {
      const key = keyOf(told.kind, told.reference);
      if (lines.has(key)) return;
      lines.set(key, { ...told, fee: 0n, tax: 0n, at: at ?? clock.now(), settledAt: null, bankReference: null });
    },
  };
}

const source = (
  name: string,
  covers: readonly LineKind[],
  { lines }: ReturnType<typeof bookOf>,
  look: () => void,
): FakeStatement => ({
  name,
  covers,
  look,
  async fetch({ from, until }) {
    look();
    return ok({ lines: [...lines.values()].filter(({ at }) => at >= from && at < until), next: null });
  },
});

const minus = (amount: Money): Money => money(-amount.minor, amount.currency);
