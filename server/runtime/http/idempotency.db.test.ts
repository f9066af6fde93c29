import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import type { FastifyInstance } from "fastify";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Keyring, keyring } from "#runtime/secrets";
import { type TestDatabase, testDatabase } from "../../../tests/database/index.ts";
import { purgeIdempotency } from "./index.ts";
import { as, type Calls, PEOPLE, sampleRoutes, sampleServer, THING } from "./sample.ts";

let database: TestDatabase;
let app: FastifyInstance;
let calls: Calls;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.drop());
beforeEach(async () => {
  calls = { count: 0, answer: async () => "made" };
  app = await sampleServer({ routes: sampleRoutes(calls), db: database.app });
  await database.owner.query("delete from http.idempotency");
});
afterEach(() => app.close());

const send = (
  key: string,
  {
    who = "asha",
    payload = THING,
    url = "/things",
  }: { who?: keyof typeof PEOPLE; payload?: object; url?: string } = {},
) => app.inject({ method: "POST", url: `/api/v1${url}`, headers: { ...as(who), "idempotency-key": key }, payload });

const age = (interval: string) =>
  database.owner.query("update http.idempotency set claimed_at = claimed_at - $1::interval", [interval]);

/** Holds the handler until `release` is called. */
function held(): { release: (outcome: "made" | "busy" | "broken") => void; begun: Promise<void> } {
  let release = (_: "made" | "busy" | "broken"): void => {};
  let begin = (): void => {};
  const begun = new Promise<void>((resolve) => (begin = resolve));
  const outcome = new Promise<"made" | "busy" | "broken">((resolve) => (release = resolve));
  calls.answer = () => {
    begin();
    return outcome;
  };
  return { release: (value) => release(value), begun };
}

test("case 15: of 50 parallel requests with one key one is done, 49 wait, and then all get its answer", async () => {
  const { release, begun } = held();
  const sent = Array.from({ length: 50 }, () => send("order-1"));
  const waiting: Awaited<(typeof sent)[number]>[] = [];
  const done = sent.map((answer) =>
    answer.then((value) => {
      if (waiting.push(value) === 49) release("made");
    }),
  );
  await begun;
  await Promise.all(done);

  expect(calls.count).toBe(1);
  const [refused, made] = [waiting.slice(0, 49), waiting[49]];
  expect(
    new Set(refused.map((answer) => `${answer.statusCode} ${answer.json().code} ${answer.headers["retry-after"]}`)),
  ).toEqual(new Set(["409 IDEMPOTENCY_IN_FLIGHT 1"]));
  expect(made?.statusCode).toBe(201);
  const again = await Promise.all(Array.from({ length: 50 }, () => send("order-1")));
  expect(
    new Set(again.map((answer) => `${answer.statusCode} ${answer.headers["idempotent-replayed"]} ${answer.body}`)),
  ).toEqual(new Set([`201 true ${made?.body}`]));
  expect(calls.count).toBe(1);
});

test("case 15: without anything held back, 50 parallel requests still make one thing", async () => {
  for (let round = 0; round < 5; round += 1) {
    calls.count = 0;
    const answers = await Promise.all(Array.from({ length: 50 }, () => send(`order-${round}`)));
    expect(calls.count).toBe(1);
    const bodies = answers.filter(({ statusCode }) => statusCode === 201).map(({ body }) => body);
    expect(new Set(bodies).size).toBe(1);
    expect(answers.filter(({ statusCode }) => statusCode !== 201 && statusCode !== 409)).toEqual([]);
  }
});

test("case 15: the same key with another body, address or method is another request, and refused", async () => {
  await send("k");
  expect((await send("k", { payload: { ...THING, quantity: 2 } })).json()).toMatchObject({
    status: 422,
    code: "IDEMPOTENCY_KEY_REUSED",
  });
  expect((await send("k", { url: "/things/7/touch", payload: {} })).statusCode).toBe(422);
  expect(calls.count).toBe(1);
});

test("case 15: the same key of another user is another key", async () => {
  const [asha, bilal] = [await send("k"), await send("k", { who: "bilal" })];
  expect([asha.json().by, bilal.json().by, calls.count]).toEqual([PEOPLE.asha.id, PEOPLE.bilal.id, 2]);
  expect(bilal.headers["idempotent-replayed"]).toBeUndefined();
});

test("whoever is not signed in has keys of his network, apart from those of users and of other networks", async () => {
  const anonymous = (network: string, headers: Record<string, string> = {}) =>
    app.inject({
      method: "POST",
      url: "/api/v1/letters",
      headers: { "idempotency-key": "k", ...headers },
      remoteAddress: network,
      payload: { text: "hello" },
    });
  const first = await anonymous("2001:db8:1:1::1");
  expect([first.statusCode, first.json()]).toEqual([202, { number: 1, key: null }]);
  expect((await anonymous("2001:db8:1:1::2")).headers["idempotent-replayed"]).toBe("true");
  expect((await anonymous("198.51.100.7")).json().number).toBe(2);
  expect((await anonymous("198.51.100.7", as("asha"))).json()).toEqual({ number: 3, key: "k" });
  expect((await anonymous("198.51.100.7", as("asha"))).headers["idempotent-replayed"]).toBe("true");
  expect(calls.count).toBe(3);
  const keepers = await database.owner.query<{ user_id: string }>("select user_id from http.idempotency");
  expect(keepers.map(({ user_id }) => user_id[14]).sort()).toEqual(["7", "8", "8"]);
});

test("an answer that opens a session is kept for nobody", async () => {
  const open = () =>
    app.inject({ method: "POST", url: "/api/v1/doors", headers: { "idempotency-key": "k" }, payload: {} });
  expect([(await open()).headers["set-cookie"], (await open()).headers["set-cookie"]]).toEqual(["door=1", "door=2"]);
  expect(await database.owner.query("select from http.idempotency")).toEqual([]);
});

test("the handler is given the key, and a request without one is done each time", async () => {
  expect((await send("my key ~1")).json().key).toBe("my key ~1");
  await app.inject({ method: "POST", url: "/api/v1/things", headers: as("asha"), payload: THING });
  await app.inject({ method: "POST", url: "/api/v1/things", headers: as("asha"), payload: THING });
  expect(calls.count).toBe(3);
});

test("a key is 1 to 255 printable ASCII characters", async () => {
  expect((await send("x".repeat(255))).statusCode).toBe(201);
  for (const key of ["", "x".repeat(256), "schlüssel", "a\tb"]) {
    const answer = await send(key);
    expect([answer.statusCode, answer.json().code], key).toEqual([400, "VALIDATION_FAILED"]);
  }
});

test("a request that was not valid takes no key", async () => {
  expect((await send("k", { payload: { ...THING, quantity: 0 } })).statusCode).toBe(400);
  expect((await send("k")).statusCode).toBe(201);
});

test.each(["busy", "broken"] as const)(
  "a key is given back when the answer was %s, so that the next try is done",
  async (outcome) => {
    calls.answer = async () => outcome;
    expect((await send("k")).statusCode).toBe(outcome === "busy" ? 503 : 500);
    calls.answer = async () => "made";
    const second = await send("k");
    expect([second.statusCode, second.headers["idempotent-replayed"], calls.count]).toEqual([201, undefined, 2]);
  },
);

test("a run that has not answered within its lease is taken over, and its late answer is not kept", async () => {
  const first = held();
  const slow = send("k");
  await first.begun;
  await age("59 seconds");
  expect((await send("k")).statusCode).toBe(409);
  await age("2 seconds");
  calls.answer = async () => "made";
  const second = await send("k");
  expect(second.json().made).toBe(2);

  first.release("made");
  expect((await slow).json().made).toBe(1);
  expect((await send("k")).json().made).toBe(2);
});

test("a run that broke after it was taken over does not give back the other run's key", async () => {
  const first = held();
  const slow = send("k");
  await first.begun;
  await age("61 seconds");
  const second = held();
  const running = send("k");
  await second.begun;
  first.release("broken");
  expect((await slow).statusCode).toBe(500);
  expect((await send("k")).statusCode).toBe(409);
  second.release("made");
  expect((await running).statusCode).toBe(201);
});

test("answers with secrets are not kept", async () => {
  const [first, second] = [
    await send("k", { url: "/keys", payload: {} }),
    await send("k", { url: "/keys", payload: {} }),
  ];
  expect([first.json().secret, second.json().secret]).toEqual(["shown once, number 1", "shown once, number 2"]);
  expect(await database.owner.query("select from http.idempotency")).toEqual([]);
});

test("keys are kept for a day, and then removed", async () => {
  await send("old");
  await age("23 hours 59 minutes");
  expect((await send("old")).headers["idempotent-replayed"]).toBe("true");
  expect(await purgeIdempotency(database.app)).toBe(0);
  await age("2 minutes");
  expect((await send("old")).json().made).toBe(2);
  await age("25 hours");
  expect(await purgeIdempotency(database.app)).toBe(1);
});

test("case 16: a process killed between storing the answer and sending it: the retry gets the stored answer", async () => {
  const child = spawn(process.execPath, ["--input-type=module", "--eval", KILLED_BEFORE_SENDING], {
    env: { ...process.env, DATABASE_URL: database.appUrl },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [line] = await once(child.stdout, "data");
  const ended = once(child, "exit");
  const headers = { ...as("asha"), "idempotency-key": "k", "content-type": "application/json" };
  const unheard = fetch(`${String(line).trim()}/api/v1/things`, {
    method: "POST",
    headers,
    body: JSON.stringify(THING),
  });
  await expect(unheard).rejects.toThrow();
  expect(await ended).toEqual([null, "SIGKILL"]);

  const retry = await send("k");
  expect([retry.statusCode, retry.headers["idempotent-replayed"], retry.json().made]).toEqual([201, "true", 1]);
  expect(calls.count).toBe(0);
});

/** A server that dies, like by a power cut, when its answer is stored and not yet sent. */
const KILLED_BEFORE_SENDING = `
  import { connect } from "${new URL("../database/index.ts", import.meta.url)}";
  import { sampleServer } from "${new URL("./sample.ts", import.meta.url)}";
  const app = await sampleServer({ db: connect(process.env.DATABASE_URL) });
  app.addHook("onSend", async () => process.kill(process.pid, "SIGKILL"));
  process.stdout.write((await app.listen({ port: 0, host: "127.0.0.1" })) + "\\n");
`;

describe("what is kept of a request", () => {
  const [oldKey, newKey] = [Buffer.alloc(32, 1), Buffer.alloc(32, 2)];
  const sendUnder = async (keys: Keyring, key: string) => {
    const other = await sampleServer({ routes: sampleRoutes(calls), db: database.app, fingerprintKeys: keys });
    const headers = { ...as("asha"), "idempotency-key": key };
    const answer = await other.inject({ method: "POST", url: "/api/v1/things", headers, payload: THING });
    await other.close();
    return answer;
  };
  const kept = () => database.owner.query<{ fingerprint: Buffer }>("select fingerprint from http.idempotency");

  test("case 112: from a dump nobody can try bodies out: without the key no fingerprint follows", async () => {
    await sendUnder(keyring(oldKey), "once");
    const [row] = await kept();
    await database.owner.query("delete from http.idempotency");
    await sendUnder(keyring(newKey), "once");
    expect((await kept())[0]?.fingerprint.equals(row?.fingerprint ?? Buffer.alloc(0))).toBe(false);
    const parts = [Buffer.from("POST"), Buffer.from("/api/v1/things"), Buffer.from(JSON.stringify(THING))];
    const plain = createHash("sha256");
    for (const part of parts) plain.update(`${part.length}:`).update(part);
    expect(row?.fingerprint.equals(plain.digest())).toBe(false);
  });

  test("whoever asks again after the keys were renewed gets the first answer", async () => {
    await sendUnder(keyring(oldKey), "renewed");
    const again = await sendUnder(keyring(newKey, [oldKey]), "renewed");
    expect(again.headers["idempotent-replayed"]).toBe("true");
    expect(calls.count).toBe(1);
  });

  test("a run that died before the keys were renewed is taken over after them", async () => {
    await sendUnder(keyring(oldKey), "died");
    await database.owner.query(
      "update http.idempotency set status = null, headers = null, body = null, claimed_at = claimed_at - interval '61 seconds'",
    );
    expect((await sendUnder(keyring(newKey, [oldKey]), "died")).statusCode).toBe(201);
    expect(calls.count).toBe(2);
  });
});
