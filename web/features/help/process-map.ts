import {
  DEADLINE_KINDS,
  DEFAULT_POLICY,
  type DeadlineForm,
  type Entitled,
  type Exit,
  isFinal,
  ORDER_STATUSES,
  type OrderStatus,
  type Process,
  RESUME,
  stateOf,
} from "@amana/core/escrow";

/** What somebody may do, and where it leads. */
export type Way = { readonly by: Entitled; readonly name: string; readonly to: OrderStatus };

/** What time does by itself. */
export type Silence = {
  readonly after: number;
  readonly to: OrderStatus;
  readonly effect: "release" | "refund" | "settle" | "end" | "move_on";
  /** Only where no carrier tracks the parcel. */
  readonly untracked: boolean;
};

/** One status of a process: who is awaited there, what they may do, and what silence brings. */
export type Stop = {
  readonly status: OrderStatus;
  readonly ways: readonly Way[];
  readonly silences: readonly Silence[];
  readonly final: boolean;
};

const SHOWN: readonly Entitled[] = ["gateway", "buyer", "seller", "carrier", "contract"];
const LEFT_OUT = /^(dispute|chargeback_opened|payment_failed)$/;

/** The stops of a process in the order in which an order shows them. Disputes are a map of their own. */
export function stopsOf(process: Process): Stop[] {
  const states = reached(process);
  return ORDER_STATUSES.flatMap((status) => {
    const here = states.filter((state) => stateOf(process, state).status === status);
    if (here.length === 0) return [];
    return {
      status,
      ways: distinct(here.flatMap((state) => waysFrom(process, state)).filter(({ to }) => to !== status)),
      silences: distinct(
        process.deadlines
          .filter(({ span }) => here.some((state) => span.includes(state)))
          .map((form) => silenceOf(process, form)),
      ),
      final: here.every((state) => isFinal(process, state)),
    };
  });
}

/** The steps of a dispute about what was delivered, each with what silence brings. */
export const disputeOf = (
  process: Process,
): { readonly kind: DeadlineForm["kind"]; readonly silences: readonly Silence[] }[] =>
  DEADLINE_KINDS.filter((kind) => kind === "response" || kind === "decision" || kind === "appeal").map((kind) => ({
    kind,
    silences: distinct(
      process.deadlines
        .filter((form) => form.kind === kind && !form.span.some((state) => state.startsWith("appealed")))
        .map((form) => silenceOf(process, form)),
    ),
  }));

/** The states that a deal comes to without a dispute and without staff. */
function reached(process: Process): string[] {
  const found = new Set<string>(["payment_pending"]);
  for (const state of found) {
    for (const [, exit] of exitsFrom(process, state)) if (exit.to !== RESUME) found.add(exit.to);
    for (const { span, to } of process.deadlines) if (span.includes(state)) found.add(to);
  }
  return [...found];
}

const exitsFrom = (process: Process, state: string): [string, Exit][] =>
  Object.entries(stateOf(process, state).exits).filter(
    ([name, { by }]) => !LEFT_OUT.test(name) && by.some((actor) => SHOWN.includes(actor)),
  );

const waysFrom = (process: Process, state: string): Way[] =>
  exitsFrom(process, state).flatMap(([name, { by, to }]) =>
    by.filter((actor) => SHOWN.includes(actor)).map((actor) => ({ by: actor, name, to: stateOf(process, to).status })),
  );

function silenceOf(process: Process, { window, to, money, kind }: DeadlineForm): Silence {
  const { status } = stateOf(process, to);
  const moved = money === "release" || money === "refund" || money === "settle" ? money : null;
  return {
    after: DEFAULT_POLICY.windows[window],
    to: status,
    effect: moved ?? (kind === "payment" ? "end" : "move_on"),
    untracked: window === "inspectionUntracked",
  };
}

function distinct<T>(all: readonly T[]): T[] {
  const seen = new Map(all.map((one) => [JSON.stringify(one), one]));
  return [...seen.values()];
}
