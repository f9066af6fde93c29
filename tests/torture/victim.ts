import { flushCompileCache } from "node:module";
import { DEFAULT_POLICY } from "../../core/escrow/index.ts";
import { expectOk, ok, refuse } from "../../core/result/index.ts";
import { type Parts, workOf } from "../../server/entrypoints/wiring.ts";
import { advance, readDeal } from "../../server/modules/escrow/index.ts";
import type { PaymentGateway } from "../../server/ports/payment-gateway.ts";
import { connect } from "../../server/runtime/database/index.ts";
import { createHub } from "../../server/runtime/push/index.ts";
import { drain } from "../../server/runtime/work/index.ts";
import { DATA_KEY } from "../money/world.ts";
import { actOf, handsOf } from "./operations.ts";
import { withPoints } from "./points.ts";
import type { FromVictim, Given, Steps, Task, ToVictim } from "./words.ts";

/**
 * A process that is there to be killed. It does one task at a time, as the product does it; its providers live in the parent, which
 * outlives it, and at the chosen fault points it says so and goes no further until it is told to.
 */
const answers = new Map<number, (value: unknown) => void>();
const turn = { last: 0 };
const held = { go: () => {} };
const stepping = { begin: (_: Steps) => {} };

const tell = (message: FromVictim): void => {
  process.send?.(message);
};

process.on("message", (message: ToVictim) => {
  if (message.kind === "go") held.go();
  else if (message.kind === "answer") answers.get(message.id)?.(message.value);
  else if (message.kind === "steps") stepping.begin(message);
  else void perform(message.task);
});
// Whoever is killed cannot keep what was compiled for the next one.
flushCompileCache();
tell({ kind: "ready" });

const ask = (provider: string, name: string, args: unknown[]): Promise<unknown> =>
  new Promise((resolve) => {
    turn.last += 1;
    answers.set(turn.last, resolve);
    tell({ kind: "call", id: turn.last, provider, name, args });
  });

async function perform(task: Task): Promise<void> {
  const { connections, as = "victim", patienceMs } = task;
  const patience = patienceMs === undefined ? {} : { connectTimeoutMs: patienceMs };
  const db = connect(task.appUrl, { connections, name: as, ...patience });
  const passed = { points: 0, last: "the beginning", stopped: false };
  const parts = withPoints(partsOf(task, db), async (what) => {
    const step = `${passed.last} > ${what}`;
    passed.points += 1;
    passed.last = what;
    if (passed.stopped || !stopsAt(task, passed.points, what, step)) return;
    passed.stopped = true;
    await stopAt(what, step);
  });
  try {
    if (task.what === "work") await drain(workOf(parts));
    if (task.what === "commands") await Promise.all(task.commands.map((given) => give(parts, given)));
    if (task.what === "serve") return await listen(parts, task.operations);
    if (task.what === "steps") return stepInTurns(task, partsOf(task, db));
    tell({ kind: "over", error: null });
  } catch (error) {
    tell({ kind: "over", error: String(error) });
  }
  await db.close();
}

const stopsAt = ({ stopAt, stopWhen, stopBeyond }: Task, nth: number, what: string, step: string): boolean =>
  nth === stopAt || what === stopWhen || (stopBeyond !== undefined && !stopBeyond.includes(step));

const stopAt = (what: string, step = what): Promise<void> => {
  const gone = new Promise<void>((resolve) => {
    held.go = resolve;
  });
  tell({ kind: "at", what, step });
  return gone;
};

/** Acknowledged when the answer is in hand, as an HTTP answer would be. */
async function give({ db, clock }: Parts, { deal, name, by, key }: Given): Promise<void> {
  const now = clock.now();
  const answer = await advance(db, deal, { name, by, at: now }, now, { key });
  tell({ kind: "told", key, done: answer.ok });
}

/** Ends as the product's own entry point does: the API first, the database after it. */
async function listen(parts: Parts, operations: Task["operations"]): Promise<void> {
  // Workers need none of this.
  const { serve } = await import("./victim-server.ts");
  const { url, close } = await serve(parts, operations);
  process.once("SIGTERM", () => {
    void close().then(async () => {
      await parts.db.close();
      process.disconnect();
    });
  });
  tell({ kind: "listening", url });
}

/** One operation after another, each with a stop at every fault point. */
function stepInTurns(task: Task, whole: Parts): void {
  const time = { now: task.now };
  const parts = withPoints({ ...whole, clock: { now: () => time.now } }, stopAt);
  const ground = {
    now: () => time.now,
    gateway: { name: whole.gateways[0]?.name ?? "none" },
    deal: async (id: Parameters<typeof readDeal>[1]) => {
      const deal = await readDeal(whole.db, id);
      return expectOk(deal ? ok(deal) : refuse("missing"), id);
    },
  };
  stepping.begin = ({ name, target, nth, now }) => {
    time.now = now;
    actOf(name)(ground, handsOf(parts), target, nth).then(
      (won) => tell({ kind: "done", won, error: null }),
      (error: unknown) => tell({ kind: "done", won: false, error: String(error) }),
    );
  };
  tell({ kind: "at", what: "the beginning", step: "the beginning" });
}

/** As the scripted providers read them; the only member that is not a call. */
const readWebhook: PaymentGateway["readWebhook"] = ({ headers, body }) =>
  headers.signature === "right" ? ok(JSON.parse(Buffer.from(body).toString("utf8"))) : refuse("forged");

function partsOf(task: Task, db: Parts["db"]): Parts {
  const remote = <T>(provider: string): T => {
    const { names, values } = task.providers[provider] ?? { names: [], values: {} };
    const calls = names.map((name) => [name, (...args: unknown[]) => ask(provider, name, args)]);
    // Which of its members are calls is said by the parent's own providers.
    return { ...values, ...Object.fromEntries(calls), readWebhook } as T;
  };
  const clock = { now: () => task.now };
  return {
    db,
    clock,
    hub: createHub(),
    policy: DEFAULT_POLICY,
    gateways: [remote("gateway")],
    rail: remote("rail"),
    carriers: [remote("carrier")],
    dataKey: DATA_KEY,
    publicUrl: "https://amana.example.test",
    onError: () => {},
  };
}
