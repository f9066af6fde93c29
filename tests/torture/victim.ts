import { DEFAULT_POLICY } from "../../core/escrow/index.ts";
import { ok, refuse } from "../../core/result/index.ts";
import { buildApplication } from "../../server/entrypoints/application.ts";
import { type Parts, workOf } from "../../server/entrypoints/wiring.ts";
import { advance } from "../../server/modules/escrow/index.ts";
import type { PaymentGateway } from "../../server/ports/payment-gateway.ts";
import { connect } from "../../server/runtime/database/index.ts";
import { createHub } from "../../server/runtime/push/index.ts";
import { drain } from "../../server/runtime/work/index.ts";
import { DATA_KEY } from "../money/world.ts";
import { withPoints } from "./points.ts";
import type { FromVictim, Given, Task, ToVictim } from "./words.ts";

/**
 * A process that is there to be killed. It does one task at a time, as the product does it; its providers live in the parent, which
 * outlives it, and at the chosen fault point it says so and goes no further until it is told to.
 */
const answers = new Map<number, (value: unknown) => void>();
const turn = { last: 0 };
const held = { go: () => {} };

const tell = (message: FromVictim): void => {
  process.send?.(message);
};

process.on("message", (message: ToVictim) => {
  if (message.kind === "go") held.go();
  else if (message.kind === "answer") answers.get(message.id)?.(message.value);
  else void perform(message.task);
});
tell({ kind: "ready" });

const ask = (provider: string, name: string, args: unknown[]): Promise<unknown> =>
  new Promise((resolve) => {
    turn.last += 1;
    answers.set(turn.last, resolve);
    tell({ kind: "call", id: turn.last, provider, name, args });
  });

async function perform(task: Task): Promise<void> {
  const db = connect(task.appUrl, { connections: task.connections, name: "victim" });
  const passed = { points: 0, stopped: false };
  const parts = withPoints(partsOf(task, db), async (what) => {
    passed.points += 1;
    const here =
      task.stopWhen === undefined ? passed.points === task.stopAt : what === task.stopWhen && !passed.stopped;
    if (!here) return;
    passed.stopped = true;
    tell({ kind: "at", what });
    await new Promise<void>((resolve) => {
      held.go = resolve;
    });
  });
  try {
    if (task.what === "work") await drain(workOf(parts));
    if (task.what === "commands") await Promise.all(task.commands.map((given) => give(parts, given)));
    if (task.what === "serve") return await serve(parts, task.production ?? false);
    tell({ kind: "over", points: passed.points, error: null });
  } catch (error) {
    tell({ kind: "over", points: passed.points, error: String(error) });
  }
  await db.close();
}

/** Acknowledged when the answer is in hand, as an HTTP answer would be. */
async function give({ db, clock }: Parts, { deal, name, by, key }: Given): Promise<void> {
  const now = clock.now();
  const answer = await advance(db, deal, { name, by, at: now }, now, { key });
  tell({ kind: "told", key, done: answer.ok });
}

/** Ends as the product's own entry point does: the API first, the database after it. */
async function serve(parts: Parts, production: boolean): Promise<void> {
  const app = await buildApplication({
    ...parts,
    holder: "Nobody (a test)",
    wake: () => {},
    sandbox: null,
    production,
    cronKey: null,
    logger: { level: "silent" },
    version: "0.0.0",
    web: null,
  });
  process.once("SIGTERM", () => {
    void app.close().then(async () => {
      await parts.db.close();
      process.disconnect();
    });
  });
  const url = await app.listen({ host: "127.0.0.1", port: 0 });
  tell({ kind: "listening", url });
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
