import { DEFAULT_POLICY } from "../../core/escrow/index.ts";
import { at } from "../../core/time/index.ts";
import { workOf } from "../../server/entrypoints/wiring.ts";
import { connect, type Tx } from "../../server/runtime/database/index.ts";
import { createHub } from "../../server/runtime/push/index.ts";
import { keyring } from "../../server/runtime/secrets/index.ts";
import { drain } from "../../server/runtime/work/index.ts";

/** A worker in a process of its own. Its providers live in the test, which may kill it at any word that it says. */
const [appUrl = "", now = "0"] = process.argv.slice(2);
const waiting = new Map<number, (answer: unknown) => void>();
const turn = { last: 0 };

process.on("message", (message) => {
  const { id, answer } = message as { id: number; answer: unknown };
  waiting.get(id)?.(answer);
});

const ask = (what: string, args: unknown[] = []): Promise<never> =>
  new Promise((resolve) => {
    turn.last += 1;
    waiting.set(turn.last, resolve as (answer: unknown) => void);
    process.send?.({ id: turn.last, what, args });
  });

const remote = <T>(names: readonly string[], rest: object): T =>
  ({ ...rest, ...Object.fromEntries(names.map((name) => [name, (...args: unknown[]) => ask(name, args)])) }) as T;

const pool = connect(appUrl, { connections: 2 });
const db: typeof pool = {
  ...pool,
  transaction: (work, options) =>
    pool.transaction(async (tx: Tx) => {
      const value = await work(tx);
      await ask("commit");
      return value;
    }, options),
};

const clock = { now: () => at(Number(now)) };
await drain(
  workOf({
    db,
    clock,
    hub: createHub(),
    policy: DEFAULT_POLICY,
    gateways: [
      remote(["open", "look", "close", "refund", "lookRefund"], {
        name: "testpay",
        title: "",
        currencies: ["INR"],
        methods: [],
      }),
    ],
    rail: remote(["registerPayee", "send"], {
      name: "testbank",
      currencies: ["INR"],
      look: (id: string) => ask("lookPayout", [id]),
    }),
    carriers: [],
    dataKey: keyring(new Uint8Array(32)),
    publicUrl: "https://amana.example.test",
    onError: () => {},
  }),
);
await pool.close();
process.disconnect();
