import { RouterContextProvider } from "react-router";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { command, givenContext, keyAfter } from "./server.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const PLACED = () => Response.json({ id: "ord_1" }, { status: 201 });
const STILL_GOING_ON = () => Response.json({ code: "IDEMPOTENCY_IN_FLIGHT" }, { status: 409 });

/** Sends a command to an API that answers in this order, the last for ever. */
async function sent(...answers: readonly (() => Response)[]) {
  const keys: (string | null)[] = [];
  const context = new RouterContextProvider();
  context.set(givenContext, {
    publicUrl: "https://amana.example.test",
    toldUntil: "",
    daysOff: false,
    api: async ({ headers }) => {
      const answer = answers[Math.min(keys.length, answers.length - 1)];
      keys.push(headers.get("idempotency-key"));
      return answer?.() ?? Response.error();
    },
  });
  const request = new Request("https://amana.example.test/en/checkout");
  const coming = command({ request, context }, "POST", "/orders", {}, "one-key");
  await vi.advanceTimersByTimeAsync(60_000);
  return { answer: await coming, keys };
}

test("a form that is sent twice gets the answer of the first, once it is there", async () => {
  const { answer, keys } = await sent(STILL_GOING_ON, STILL_GOING_ON, PLACED);
  expect(answer).toEqual({ ok: true, value: { id: "ord_1" } });
  expect(keys).toEqual(["one-key", "one-key", "one-key"]);
});

test("one whose first answer does not come is of unknown outcome, and the next try has the same key", async () => {
  const { answer, keys } = await sent(STILL_GOING_ON);
  if (answer.ok) throw new Error("it was done");
  expect(answer.problem).toMatchObject({ code: "IDEMPOTENCY_IN_FLIGHT", outcomeUnknown: true });
  expect(keyAfter(answer.problem, "one-key")).toBe("one-key");
  expect(keys.length).toBeLessThan(20);
});

test("a plain refusal is told at once, and what is sent after it has another key", async () => {
  const { answer, keys } = await sent(() => Response.json({ code: "OUT_OF_STOCK" }, { status: 409 }));
  if (answer.ok) throw new Error("it was done");
  expect(keys).toEqual(["one-key"]);
  expect(keyAfter(answer.problem, "one-key")).not.toBe("one-key");
});
