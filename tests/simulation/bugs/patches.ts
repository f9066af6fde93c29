import type { Parts } from "../../../server/entrypoints/wiring.ts";
import type { PaymentGateway } from "../../../server/ports/payment-gateway.ts";
import type { PayoutRail } from "../../../server/ports/payout-rail.ts";
import type { JobHandler, Subscription, Work } from "../../../server/runtime/work/index.ts";
import type { Intercept } from "../process.ts";
import type { Row } from "../store/evaluation.ts";
import { signatureOf } from "../store/schema.ts";
import { coercion } from "../store/values.ts";
import type { Bug } from "../world.ts";

type Run = (text: string, params: readonly unknown[]) => Row[];

/** Statements that match are answered by the patch; all others go their way. */
export const statement = (
  pattern: RegExp,
  answer: (text: string, params: readonly unknown[], run: Run) => Row[],
): Bug => ({
  intercept: (): Intercept => (text, params, run) =>
    pattern.test(text) ? answer(text, params, run) : run(text, params),
});

/** The statement is said to have been done and is not. */
export const skipped = (pattern: RegExp, rows: Row[] = []): Bug => statement(pattern, () => rows);

export const reworded = (pattern: RegExp, from: string | RegExp, to: string): Bug =>
  statement(pattern, (text, params, run) => run(text.replace(from, to), params));

export const gateway = (change: (real: PaymentGateway, parts: Parts) => Partial<PaymentGateway>): Bug => ({
  parts: (parts) => ({ ...parts, gateways: parts.gateways.map((real) => ({ ...real, ...change(real, parts) })) }),
});

export const rail = (change: (real: PayoutRail, parts: Parts) => Partial<PayoutRail>): Bug => ({
  parts: (parts) => (parts.rail ? { ...parts, rail: { ...parts.rail, ...change(parts.rail, parts) } } : parts),
});

export const job = (kind: string, change: (real: JobHandler["run"], work: Work) => JobHandler["run"]): Bug => ({
  work: (work) => ({
    ...work,
    jobs: work.jobs.map((handler) =>
      handler.kind === kind ? { ...handler, run: change(handler.run, work) } : handler,
    ),
  }),
});

/** Subscriptions of a topic that are told twice, or none of which is told. */
export const listeners = (change: (all: readonly Subscription[]) => readonly Subscription[]): Bug => ({
  work: (work) => ({ ...work, subscriptions: change(work.subscriptions) }),
});

type Arrays = { [name: string]: unknown[] };

/** Changes the arrays of a call of a database function, by the names of its parameters. */
export const routine = (name: "escrow.apply" | "ledger.post", change: (arrays: Arrays, run: Run) => void): Bug =>
  statement(new RegExp(`^select ${name.replace(".", "\\.")}\\(`), (text, params, run) => {
    const parameters = signatureOf(name) ?? [];
    const arrays: Arrays = Object.fromEntries(
      parameters
        .slice(0, params.length)
        .map((parameter, at) => [
          parameter.name,
          [...((coercion(parameter.type)(params[at]) as unknown[] | null) ?? [])],
        ]),
    );
    change(arrays, run);
    return run(
      text,
      parameters.slice(0, params.length).map((parameter) => arrays[parameter.name]),
    );
  });

/** Changes the accounts or amounts of every posting of a kind. */
export const posting = (kind: string, change: (lines: { code: string; amount: bigint }[]) => void): readonly Bug[] =>
  (["escrow.apply", "ledger.post"] as const).map((name) =>
    routine(name, (arrays) => {
      const prefix = name === "escrow.apply" ? "l" : "p";
      for (const [at, one] of (arrays[`${prefix}_kind`] ?? []).entries())
        if (one === kind) changeLines(arrays, at + 1, change);
    }),
  );

/** Changes the lines of the posting with this number in the call. */
function changeLines(
  arrays: Arrays,
  posting: number,
  change: (lines: { code: string; amount: bigint }[]) => void,
): void {
  const of = (key: string): unknown[] => arrays[key] ?? [];
  const mine = [...of("e_posting").keys()].filter((line) => of("e_posting")[line] === posting);
  const lines = mine.map((line) => ({
    code: String(of("a_code")[Number(of("e_account")[line]) - 1]),
    amount: of("e_amount")[line] as bigint,
  }));
  change(lines);
  for (const [n, line] of mine.entries()) {
    of("e_amount")[line] = lines[n]?.amount;
    of("a_code")[Number(of("e_account")[line]) - 1] = lines[n]?.code;
  }
}

/** Several patches of one mistake. */
export const together = (...bugs: readonly Bug[]): Bug => ({
  intercept: () => {
    const all = bugs.flatMap((bug) => (bug.intercept ? [bug.intercept()] : []));
    return (text, params, run) => {
      const from =
        (n: number): Run =>
        (words, values) => {
          const next = all[n];
          return next ? next(words, values, from(n + 1)) : run(words, values);
        };
      return from(0)(text, params);
    };
  },
  parts: (parts, world) => bugs.reduce((made, bug) => bug.parts?.(made, world) ?? made, parts),
  work: (work, parts, world) => bugs.reduce((made, bug) => bug.work?.(made, parts, world) ?? made, work),
});
