import { describe, expect, test } from "vitest";
import { PROCESSES, stateOf } from "../escrow/index.ts";
import {
  consentsFor,
  DISPUTE_PROBLEMS,
  DISPUTE_STAGES,
  stageOf,
  TRIAGE_PROBLEMS,
  takesEvidence,
  triage,
} from "./index.ts";

const EVERYTHING = ["settle", "extend", "reship", "send_back", "request_revision", "dispute"];

describe("triage", () => {
  test.each(DISPUTE_PROBLEMS)("of %s ends with a dispute, and begins with something quicker", (problem) => {
    const { remedies } = triage(problem, EVERYTHING);
    expect(remedies.at(-1)).toBe("dispute");
    expect(remedies.length).toBeGreaterThan(1);
  });

  test("of a question is a word with the other party and never a dispute", () => {
    expect(triage("question", EVERYTHING)).toEqual({ remedies: ["ask"], disputable: true });
  });

  test.each(TRIAGE_PROBLEMS)(
    "of %s offers nothing that the order does not allow now, besides waiting and asking",
    (problem) => {
      const { remedies, disputable } = triage(problem, []);
      expect(remedies.filter((remedy) => remedy !== "ask" && remedy !== "wait")).toEqual([]);
      expect(disputable).toBe(false);
    },
  );

  test("offers a return before a refund in part to whoever wants to return, and the other way round where goods are damaged", () => {
    const place = (problem: "want_to_return" | "damaged", remedy: string) =>
      triage(problem, EVERYTHING).remedies.indexOf(remedy as never);
    expect(place("want_to_return", "send_back")).toBeLessThan(place("want_to_return", "settle"));
    expect(place("damaged", "settle")).toBeLessThan(place("damaged", "send_back"));
  });
});

describe("the stage of a dispute", () => {
  test("is known for every state in which a deal is frozen, and none is frozen elsewhere", () => {
    for (const process of PROCESSES)
      for (const state of Object.keys(process.states))
        expect({ state, closed: stageOf(state) === "closed" }).toEqual({
          state,
          closed: stateOf(process, state).frozen !== true,
        });
  });

  test.each([
    ["disputed", "answer"],
    ["delivered_disputed", "answer"],
    ["investigating", "decision"],
    ["delivered_investigating", "decision"],
    ["ruled_split", "appeal_window"],
    ["appealed_refund", "appeal"],
    ["chargeback_pending", "bank"],
    ["completed", "closed"],
  ] as const)("of %s is %s", (state, stage) => {
    expect(stageOf(state)).toBe(stage);
  });

  test("takes evidence as long as somebody has still to decide", () => {
    expect(DISPUTE_STAGES.filter(takesEvidence)).toEqual(["answer", "decision", "appeal"]);
  });
});

describe("what the parties may ask each other", () => {
  test("follows from what the process lets both do", () => {
    expect(consentsFor(["agree_release", "agree_refund", "agree_split"], true)).toEqual(["settle", "extend"]);
    expect(consentsFor(["agree_split", "send_back", "reship"], false)).toEqual(["settle", "reship", "send_back"]);
    expect(consentsFor(["accept_ruling"], false)).toEqual(["accept_ruling"]);
    expect(consentsFor([], false)).toEqual([]);
  });
});
