import { describe, expect, test } from "vitest";
import type { Problem } from "../api/problem.ts";
import type { Kept } from "./entry.ts";
import { sendAll } from "./send.ts";

const entry = (place: number, more: Partial<Kept> = {}): Kept => ({
  ...{ place, key: `key-${place}`, person: "usr_seller", kind: "message", lane: "ord_1", page: "/orders/ord_1" },
  ...{ about: "", fields: { conversation: "cnv_1", text: `words ${place}` }, fileIds: [], files: [] },
  ...{ at: "2026-01-01T00:00:00.000Z", state: "waiting", problem: null },
  ...more,
});

type Answer = { status: number; body?: object } | "no answer";
const OK: Answer = { status: 201, body: { id: "fil_1" } };
const ME: Answer = { status: 200, body: { id: "usr_seller" } };

/** A browser with these entries and a server that answers so; `calls` is what the server saw of commands. */
function browser(
  entries: Kept[],
  answers: (path: string, key: string) => Answer = () => OK,
  me: () => Answer = () => ME,
) {
  const calls: { path: string; key: string; body: unknown }[] = [];
  const refused: [number, Problem][] = [];
  let left = entries;
  return {
    calls,
    refused,
    left: () => left.map(({ place }) => place),
    sending: {
      all: async () => left,
      drop: async (place: number) => {
        left = left.filter((one) => one.place !== place);
      },
      refuse: async (place: number, problem: Problem) => {
        refused.push([place, problem]);
      },
      fetch: async (path: string, init?: RequestInit) => {
        const key = new Headers(init?.headers).get("idempotency-key") ?? "";
        if (path !== "/api/v1/users/me") calls.push({ path, key, body: init?.body });
        const answer = path === "/api/v1/users/me" ? me() : answers(path, key);
        if (answer === "no answer") throw new TypeError("network");
        return Response.json(answer.body ?? {}, { status: answer.status });
      },
    },
  };
}

describe("what waits", () => {
  test("is sent in the order in which it was written, under the keys that the forms had", async () => {
    const { sending, calls, left } = browser([
      entry(1),
      entry(2, { kind: "dispatch", lane: "ord_2", fields: { order: "ord_2", courier: "demo" } }),
    ]);
    expect(await sendAll(sending)).toEqual({ sent: ["key-1", "key-2"], standstill: "nothing" });
    expect(calls).toEqual([
      { path: "/api/v1/conversations/cnv_1/messages", key: "key-1:message", body: '{"text":"words 1"}' },
      { path: "/api/v1/orders/ord_2/dispatch", key: "key-2", body: '{"courier":"demo"}' },
    ]);
    expect(left()).toEqual([]);
  });

  test("takes its files along, before the words that name them", async () => {
    const files = [{ name: "a.png", purpose: "evidence" as const, bytes: new Blob(["x"]) }];
    const fields = { dispute: "dsp_1", type: "photo", text: "Look", claim: "0" };
    const { sending, calls } = browser([entry(1, { kind: "evidence", fields, files, fileIds: ["fil_0"] })]);
    await sendAll(sending);
    expect(calls.map(({ key }) => key)).toEqual(["key-1:file:0", "key-1:said"]);
    expect(calls[1]?.body).toBe('{"type":"photo","text":"Look","files":["fil_0","fil_1"],"claim":0}');
  });

  test("is never sent as somebody else, nor as nobody", async () => {
    for (const me of [{ status: 200, body: { id: "usr_other" } }, { status: 401 }]) {
      const { sending, calls, left } = browser([entry(1)], undefined, () => me);
      expect(await sendAll(sending)).toEqual({ sent: [], standstill: "sign_in" });
      expect(calls).toEqual([]);
      expect(left()).toEqual([1]);
    }
  });

  test("is not sent as somebody who signs in between two of them", async () => {
    const people = ["usr_seller", "usr_other"];
    const me = () => ({ status: 200, body: { id: people.shift() ?? "" } });
    const { sending, left } = browser([entry(1), entry(2)], undefined, me);
    expect(await sendAll(sending)).toEqual({ sent: ["key-1"], standstill: "sign_in" });
    expect(left()).toEqual([2]);
  });

  test("waits when the session has ended meanwhile", async () => {
    const { sending, left, refused } = browser([entry(1)], () => ({ status: 401, body: { code: "UNAUTHENTICATED" } }));
    expect(await sendAll(sending)).toEqual({ sent: [], standstill: "sign_in" });
    expect([left(), refused]).toEqual([[1], []]);
  });

  test("waits without an answer, with all behind it that concerns the same thing, and holds nothing else up", async () => {
    const { sending, calls, left } = browser([entry(1), entry(2), entry(3, { lane: "ord_9" })], (_, key) =>
      key.startsWith("key-1") ? "no answer" : OK,
    );
    expect(await sendAll(sending)).toEqual({ sent: ["key-3"], standstill: "no_answer" });
    expect(calls.map(({ key }) => key)).toEqual(["key-1:message", "key-3:message"]);
    expect(left()).toEqual([1, 2]);
  });

  test.each([500, 503, 408, 429])(
    "waits after a %i: whether it was done is asked again with the same key",
    async (status) => {
      const { sending, left, refused } = browser([entry(1)], () => ({ status }));
      expect((await sendAll(sending)).standstill).toBe("no_answer");
      expect([left(), refused]).toEqual([[1], []]);
    },
  );

  test("that is refused says why, and lets what comes after it pass", async () => {
    const { sending, refused } = browser([entry(1), entry(2)], (_, key) =>
      key.startsWith("key-1") ? { status: 409, body: { code: "ACTION_NOT_ALLOWED" } } : OK,
    );
    expect(await sendAll(sending)).toEqual({ sent: ["key-2"], standstill: "nothing" });
    expect(refused.map(([place, { code }]) => [place, code])).toEqual([[1, "ACTION_NOT_ALLOWED"]]);
  });

  test("whose file is refused is not sent without it", async () => {
    const files = [{ name: "a.exe", purpose: "message" as const, bytes: new Blob(["x"]) }];
    const { sending, calls, refused } = browser([entry(1, { files })], () => ({
      ...{ status: 422, body: { code: "FILE_TYPE_REFUSED" } },
    }));
    await sendAll(sending);
    expect(calls).toHaveLength(1);
    expect(refused).toHaveLength(1);
  });

  test("and was refused is not tried again", async () => {
    const { sending, calls } = browser([entry(1, { state: "refused" })]);
    expect(await sendAll(sending)).toEqual({ sent: [], standstill: "nothing" });
    expect(calls).toEqual([]);
  });

  test("stays where it is while nobody says who is signed in", async () => {
    const { sending, calls } = browser([entry(1)], undefined, () => "no answer");
    expect(await sendAll(sending)).toEqual({ sent: [], standstill: "no_answer" });
    expect(calls).toEqual([]);
  });
});
