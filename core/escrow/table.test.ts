import { describe, expect, test } from "vitest";
import { makeId } from "../ids/index.ts";
import { money } from "../money/index.ts";
import { at } from "../time/index.ts";
import { edgesOf, examine } from "./check.ts";
import type { Deal } from "./deal.ts";
import { dealAt } from "./deals-for-test.ts";
import {
  ACTORS,
  type Actor,
  commandsOf,
  DEFAULT_POLICY,
  deadlineOf,
  PROCESSES,
  type Process,
  withCalendar,
} from "./index.ts";
import { type Command, step } from "./step.ts";
import { allowed, BACK, commandsIn, isOldNews, spanOf, statesOf, TABLES, transitionsOf } from "./table-for-test.ts";

const NOW = at(1_800_000_000_000);
const cases = PROCESSES.flatMap((process) =>
  Object.keys(process.states).map((state) => ({ process, name: process.name, state })),
);

test("every process is written about, with its states and its commands", () => {
  expect(PROCESSES.map(({ name }) => name).sort()).toEqual(Object.keys(TABLES).sort());
  for (const process of PROCESSES) {
    expect(statesOf(process.name).sort()).toEqual(Object.keys(process.states).sort());
    expect(commandsIn(process.name)).toEqual(commandsOf(process));
  }
});

test.each(PROCESSES)("no process strands money or leads nowhere: $name", (process) => {
  expect(examine(process)).toEqual([]);
});

test.each(PROCESSES)("$name has the transitions of the table, no more and no less", (process) => {
  const edges = new Set(edgesOf(process).map(({ from, name }) => `${from} ${name}`));
  expect([...edges].sort()).toEqual([...new Set(transitionsOf(process.name))].sort());
});

/** As the dispute was raised by the buyer, the seller is the respondent. */
const isOneOf = (by: readonly string[], actor: Actor): boolean =>
  by.includes(actor) || by.includes({ buyer: "raiser", seller: "respondent" }[actor as string] ?? "nobody");

function expected(process: Process, state: string, name: string, by: Actor): string {
  const rule = allowed(process.name, state, name);
  if (!rule) {
    if (isOldNews(process.name, state, name)) return "old_news";
    if (!commandsOf(process).includes(name)) return "no_such_command";
    return deadlineOf(process, state) ? "not_in_this_state" : "deal_is_final";
  }
  if (!isOneOf(rule.by, by)) return "not_for_this_actor";
  return `${rule.to === BACK ? dealAt(process, state).suspended?.state : rule.to} ${rule.money}`;
}

describe("case 52: every command by everybody in every state", () => {
  test.each(cases)("$name in $state is answered as the table says", ({ process, state }) => {
    const deal = dealAt(process, state);
    for (const name of [...commandsOf(process), "no_command_at_all"])
      for (const by of ACTORS) {
        const said = answerTo(process, deal, name, by);
        expect({ name, by, said }).toEqual({ name, by, said: expected(process, state, name, by) });
      }
  });

  function answerTo(process: Process, deal: Deal, name: string, by: Actor): string {
    const due = deal.deadline?.dueAt ?? NOW;
    const command: Command = {
      ...{ name, by, at: by === "clock" ? due : at(due - 1), settlement: { refund: money(14_800n, "INR") } },
      payment: { gateway: "demo", amount: deal.total },
    };
    const answer = step(process, deal, command, due);
    return answer.ok ? `${answer.value.deal.state} ${answer.value.event.movement ?? "-"}` : answer.error;
  }

  test.each(cases)("$name in $state lasts as long as the table says", ({ process, state, name }) => {
    const form = deadlineOf(process, state);
    const span = spanOf(name, state);
    expect(form && DEFAULT_POLICY.windows[form.window]).toBe(span?.lasts);
    const counts = withCalendar(DEFAULT_POLICY, { week: "sun-thu", country: "SA" }).calendar?.counts;
    expect(form && counts?.[form.window]).toBe(
      span?.counted && { business: "business_days", "put off": "ends_on_business_day" }[span.counted],
    );
    expect([...(form?.span ?? [])].sort()).toEqual([...(span?.states ?? [])].sort());
  });
});

test("ids of the deals here are ids of deals", () => {
  const [process] = PROCESSES;
  if (process) expect(dealAt(process, "payment_pending").id).toBe(makeId("deal", NOW, new Uint8Array(9), 7));
});
