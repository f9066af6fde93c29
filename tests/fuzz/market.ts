import { parseId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import type { StatementLine } from "../../core/reconciliation/index.ts";
import { ok } from "../../core/result/index.ts";
import { hours, minutes } from "../../core/time/index.ts";
import type { StatementSource } from "../../server/ports/statement.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { type Application, applicationOf, sandboxOf } from "../money/application.ts";
import { createWorld, START, type World } from "../money/world.ts";
import { payFor } from "../orders/ground.ts";
import {
  makeAgreed,
  makeAmendment,
  makeBelongings,
  makeCart,
  makeSales,
  makeTalk,
  NOWHERE,
  PUSH,
  REDIRECT,
} from "../rights/belongings.ts";
import { confirmed } from "../rights/confirming.ts";
import { readDocument } from "./document.ts";
import { type Furnished, furnish } from "./furnish.ts";
import { parsed } from "./judge.ts";
import { revive } from "./people.ts";
import type { Answer, Canary, Market, Target } from "./target.ts";
import type { Request } from "./write.ts";

export type FurnishedMarket = { readonly target: Target; close(): Promise<void> };

const CRON_KEY = "a-key-for-the-scheduler-of-the-fuzzer";

/** A whole server over a database, with people who have bought and sold, and its worker at the fuzzer's command. */
export async function furnishedMarket(database: TestDatabase): Promise<FurnishedMarket> {
  const world = await createWorld(database, { stock: 1_000_000, bankAccount: false, parts: OUTSIDE });
  const furnished = await furnish(world);
  const worker = workerOf(world);
  const causes: string[] = [];
  const app = await restingApplication(world, worker.wake, causes);
  const door = { app, world, tokens: furnished.tokens };
  await readOtherPay(door);
  const canaries = [...furnished.canaries, ...(await belongingsOf(door, furnished.pairs, worker.done))];
  const document = readDocument((await app.inject("/api/openapi.json")).json());
  const target: Target = {
    ...{
      document,
      people: [...furnished.tokens.keys()],
      canaries,
      market: marketOf(world, furnished, worker.done),
    },
    columns: await columnsOf(database),
    hints: HINTS,
    send: (request) => send(door, request),
    ready: worker.done,
    async rest() {
      await worker.done();
      const broken = await rest(world);
      await revive(world, furnished.users);
      return broken;
    },
    books: () => books(world),
    cause: () => causeIn(causes.splice(0).at(-1)),
  };
  return { target, close: () => app.close() };
}

const OUTSIDE = { outbound: NOWHERE, push: PUSH };
const HOOK = "https://hooks.example.test/in";

const HINTS = {
  gateway: ["otherpay", "testpay"],
  about: ["payment", "refund", "dispute", "tracking", "delivery"],
  user: ["visitor"],
  timeZone: ["Asia/Kolkata"],
  postcode: ["400001", "411001"],
  advance: ["PT1H", "P1D"],
  ifsc: ["YESB0000262"],
  url: [HOOK],
  redirectUris: [REDIRECT],
  redirectUri: [REDIRECT],
  from: ["2026-03-01T00:00:00Z"],
  to: ["2026-03-20T00:00:00Z"],
  currency: ["INR"],
  country: ["IN", "SA", "AE"],
};

/** The statement of a gateway that the fakes do not play, with money in it that our books do not know. */
const OTHER_PAY: StatementSource = {
  ...{ name: "otherpay", covers: ["capture", "refund", "chargeback"] },
  async fetch({ from, until }) {
    const lines = [5_000n, -1_200n].map(
      (minor, n): StatementLine => ({
        ...{
          kind: minor > 0n ? "capture" : "chargeback",
          reference: `op_${n}`,
          ourId: null,
          amount: money(minor, "INR"),
        },
        ...{ fee: 0n, tax: 0n, at: START, settledAt: null, bankReference: null },
      }),
    );
    return ok({ lines: lines.filter(({ at }) => at >= from && at < until), next: null });
  },
};

/** The sandbox's clock is one that nobody reads: time goes by when the fuzzer rests. */
const restingApplication = (world: World, wake: () => void, causes: string[]): Promise<Application> =>
  applicationOf(world, {
    statements: [OTHER_PAY],
    wake,
    sandbox: {
      ...sandboxOf(world),
      db: nothingDue(world.db),
      work: { ...world.work, subscriptions: [], jobs: [], sweep: async () => 0 },
    },
    cronKey: CRON_KEY,
    logger: { level: "error", stream: { write: (line) => void causes.push(line) } },
  });

/** What was thrown, and where; from a line of the server's log. */
function causeIn(line: string | undefined): string | null {
  const { message, stack } = Object(Object(parsed(line ?? "")).err);
  const frames = String(stack)
    .split("\n")
    .filter((frame) => frame.startsWith("    at "))
    .slice(0, 3);
  return typeof message === "string" ? [message, ...frames.map((frame) => frame.trim())].join(" ") : null;
}

/** Works when it is woken, beside the request that woke it, as the worker of a server does. */
function workerOf(world: World): { wake(): void; done(): Promise<void> } {
  let last: Promise<void> = Promise.resolve();
  return {
    wake() {
      last = last.then(() => world.settle()).catch((error: unknown) => void world.errors.push(error));
    },
    done: () => last,
  };
}

/** A database in which nothing is ever due, so that a clock can be moved without waiting for what never comes. */
const nothingDue = (db: Database): Database => ({
  ...db,
  one: (text, values) => db.one(text.includes("min(") ? "select null as at" : text, values),
});

type Door = { readonly app: Application; readonly world: World; readonly tokens: Furnished["tokens"] };

async function readOtherPay(door: Door): Promise<void> {
  const until = new Date(START + 86_400_000).toISOString();
  const body = JSON.stringify({ from: new Date(START - 86_400_000).toISOString(), until });
  const url = "/api/v1/finance/reconciliation/otherpay/run";
  const headers = { "content-type": "application/json" };
  const { status } = await send(door, { who: "finance", method: "POST", url, headers, body });
  if (status !== 200) throw new Error(`the statement was not read: ${status}`);
}

/** What sellers and buyers have made for themselves; their secrets are nobody's to be shown again. */
async function belongingsOf(door: Door, pairs: Market["pairs"], done: () => Promise<void>): Promise<Canary[]> {
  const post = async (who: string, path: string, type: string, body: string) => {
    const headers = { "content-type": type };
    const answer = await send(door, { who, method: "POST", url: `/api/v1${path}`, headers, body });
    if (answer.status >= 300) throw new Error(`${path}: ${answer.status} ${answer.body}`);
    return answer;
  };
  const asked = {
    async ask(who: string, method: "GET" | "POST", path: string, body?: object) {
      if (method === "POST")
        return JSON.parse((await post(who, path, "application/json", JSON.stringify(body ?? {}))).body);
      return JSON.parse((await send(door, { who, method, url: `/api/v1${path}`, headers: {}, body: null })).body);
    },
    async exchange(form: Readonly<Record<string, string>>) {
      const sent = new URLSearchParams(form).toString();
      await post("anonymous", "/oauth/token", "application/x-www-form-urlencoded", sent);
    },
  };
  for (const pair of pairs.slice(0, 2)) {
    const { agreement } = await makeAgreed(asked, pair, "As seen (demo)");
    await makeAmendment(asked, pair.buyer, agreement, "Folded (demo)");
    await makeTalk(asked, pair.buyer, pair.product, "As seen (demo)");
    await makeCart(asked, pair.buyer, pair.product);
  }
  const made = [];
  for (const pair of ["A", "B"]) {
    const words = {
      said: `said by ${pair} (demo)`,
      ...{ legalName: `Demo Company ${pair}`, taxNumber: `DEMO-TAX-${pair}` },
      ...{ invited: `invited.${pair.toLowerCase()}@example.test`, url: HOOK },
      draft: `Demo draft ${pair}`,
    };
    const own = await makeBelongings(asked, `seller ${pair}`, `buyer ${pair}`, words);
    made.push(own.secret, own.token);
    const sides = { buyer: `buyer ${pair}`, seller: `seller ${pair}` };
    const sold = await makeSales(asked, sides, "support", "As in the picture (demo)");
    for (const id of [sold.filesOrder, sold.serviceOrder]) {
      // The worker that the placing woke would take the opening of the payment, and be still at it.
      await done();
      await payOrder(door.world, id);
    }
    await done();
  }
  return made.map((text) => ({ text, what: "a secret that was shown once", seenBy: new Set<string>() }));
}

async function payOrder(world: World, id: string): Promise<void> {
  const known = parseId("order", id);
  const order = known && (await world.reread(known));
  if (!order) throw new Error(`no order ${id}`);
  await payFor(world, order);
}

/** Two in three of those who are asked for a confirmation give it; but nobody becomes staff, who may see more. */
const confirms = ({ url, body }: Request): boolean => !url.endsWith("/roles") && (body?.length ?? 0) % 3 > 0;

async function send(door: Door, request: Request): Promise<Answer> {
  const first = await sendOnce(door, request);
  if (first.status !== 403 || !confirms(request)) return first;
  const { who } = request;
  const url = (path: string): string => `/api/v1${path}`;
  const json = { "content-type": "application/json" };
  const answer = await confirmed(door.world, {
    async send(headers) {
      const heard =
        Object.keys(headers).length === 0
          ? first
          : await sendOnce(door, { ...request, headers: { ...request.headers, ...headers } });
      return { status: heard.status, body: parsed(heard.body), heard };
    },
    async post(path, body) {
      const heard = await sendOnce(door, {
        who,
        method: "POST",
        url: url(path),
        headers: json,
        body: JSON.stringify(body),
      });
      return { status: heard.status, body: parsed(heard.body) };
    },
  });
  return answer.heard;
}

async function sendOnce({ app, tokens }: Door, request: Request): Promise<Answer> {
  const { method, url, headers, body, who } = request;
  const token = who === "cron" ? CRON_KEY : tokens.get(who);
  const answer = await app.inject({
    method: method as "GET",
    url,
    headers: { ...credentials(who, token ?? null), ...headers },
    ...(body !== null && { payload: body }),
  });
  return { status: answer.statusCode, headers: answer.headers, body: answer.body };
}

/** One of them comes with a cookie, as a browser does. */
function credentials(who: string, token: string | null): Record<string, string> {
  if (token === null) return {};
  if (who !== "browser") return { authorization: `Bearer ${token}` };
  return { cookie: `amana_session=${token}`, "sec-fetch-site": "same-origin" };
}

async function rest(world: World): Promise<string[]> {
  await world.pass(minutes(90));
  return world.errors.splice(0).map((error) => (error instanceof Error ? error.message : String(error)));
}

/** Money that nobody asked for waits in suspense, which the books of a test without any would call wrong. */
const books = async (world: World): Promise<string[]> =>
  (await world.books()).filter((sentence) => !sentence.startsWith("suspense:"));

function marketOf(world: World, { pairs, strangers }: Furnished, done: () => Promise<void>): Market {
  return {
    ...{ pairs, strangers, decides: "finance", approves: "finance 2" },
    async pay(payment) {
      await done();
      const known = parseId("payment", payment);
      await world.settle();
      if (!known || !world.gateway.payments.has(known)) return;
      world.gateway.pay(known);
      await world.look(known);
    },
    async deliver(order) {
      await done();
      await world.settle();
      const known = parseId("order", order);
      const placed = known && (await world.reread(known));
      const shipment = placed && (await world.shipment(placed));
      if (!shipment || !world.carrier.bookings.has(shipment.id)) return;
      world.carrier.scan(shipment.id, "delivered", world.now());
      await world.pass(hours(2));
    },
  };
}

/** Every name under which the database keeps something, as it is and as JSON would write it. */
async function columnsOf({ owner }: TestDatabase): Promise<string[]> {
  const rows = await owner.query<{ column_name: string }>(
    "select distinct column_name from information_schema.columns where table_schema not in ('pg_catalog', 'information_schema') order by 1",
  );
  const names = rows.map(({ column_name: name }) => name);
  return [
    ...new Set([
      ...names,
      ...names.map((name) => name.replaceAll(/_(\w)/g, (_, letter: string) => letter.toUpperCase())),
    ]),
  ];
}
