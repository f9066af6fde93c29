import type { StatementEntry } from "./records.ts";
import type { Sandbox } from "./sandbox.ts";

export type Statement = {
  readonly currency: "INR";
  readonly entries: readonly StatementEntry[];
  readonly balance: number;
  /** Captures in another currency: they never enter the INR balance. */
  readonly foreign: readonly { reference: string; providerReference: string; amount: number; currency: string }[];
};

export function book(sandbox: Sandbox, entry: Omit<StatementEntry, "at" | "balance">): void {
  const entries = sandbox.store.state.statement;
  const before = entries.at(-1)?.balance ?? 0;
  entries.push({ at: new Date(sandbox.clock.now()).toISOString(), ...entry, balance: before + entry.amount });
}

export function statementOf({ store: { state } }: Sandbox): Statement {
  const foreign = [...state.payments.values()]
    .filter((payment) => payment.status === "SUCCESS" && payment.currency !== "INR")
    .map((payment) => ({
      reference: payment.orderId,
      providerReference: payment.cfPaymentId,
      amount: payment.paise,
      currency: payment.currency,
    }));
  return { currency: "INR", entries: state.statement, balance: state.statement.at(-1)?.balance ?? 0, foreign };
}
