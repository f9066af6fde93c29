import { expect, test } from "vitest";
import { processOf } from "../../core/escrow/index.ts";
import { alike } from "./explore/alike.ts";
import { answersOf } from "./explore/answers.ts";
import { interned } from "./explore/deals.ts";
import { machine } from "./explore/machine.ts";
import { search } from "./explore/search.ts";
import { program } from "./programs.ts";

const SMALL = { news: 1, losses: 1, reversals: 1, claws: 0 };

test("case 52: every state of a deal and its money has an answer to every command, and a way to an end", async () => {
  const { code, found } = await program("explore");
  expect(found).toMatchObject({ unanswered: 0, violations: 0 });
  expect(Number(found.states)).toBeGreaterThan(100_000);
  expect(code).toBe(0);
});

const process = processOf("shipped_goods", 1);

test("a process that lets anybody cancel differs from the table", () => {
  const form = process.states.escrow_locked;
  if (!form) throw new Error("no such state");
  const exits = {
    ...form.exits,
    cancel: { by: ["buyer", "seller", "carrier"] as const, to: "cancelled", money: "refund" as const },
  };
  const loose = { ...process, states: { ...process.states, escrow_locked: { ...form, exits } } };
  const deals = interned(loose);
  alike(deals, loose.starts);
  expect(answersOf(deals).unanswered.some((sentence) => sentence.includes("cancel by carrier"))).toBe(true);
});

test("a process that ends with money inside is noticed", () => {
  const form = process.states.in_transit;
  if (!form) throw new Error("no such state");
  const exits = { ...form.exits, returned: { by: ["carrier"] as const, to: "refunded" } };
  const leaky = { ...process, states: { ...process.states, in_transit: { ...form, exits } } };
  const wrong: string[] = [];
  const deals = interned(leaky);
  const limits = { ...SMALL, starts: leaky.starts };
  const found = search(
    machine(deals, alike(deals, leaky.starts), limits, (sentence) => wrong.push(sentence)),
    100_000,
  );
  expect(wrong.length + found.stuck.length).toBeGreaterThan(0);
});
