import { expect, test } from "vitest";
import type { Decision, DisputeStage, Side } from "../../api/disputes.ts";
import { stepStates } from "./step-states.ts";

const decision: Decision = {
  ...{ instance: 1, arbiter: { id: "usr_1", name: "Amal" }, outcome: "refund", refund: null, findings: [] },
  ...{ reasons: "", decidedAt: "2026-11-22T10:00:00.000Z" },
};
const shown = (stage: DisputeStage, decisions: Decision[] = [], appealedBy: Side | null = null) =>
  stepStates({ stage, decisions, appealedBy }).map(({ step, state }) => `${step} ${state}`);

test("at the beginning everything is still to come", () => {
  expect(shown("answer")).toEqual([
    ...["answer now", "decision ahead", "appeal_window ahead", "appeal ahead", "closed ahead"],
  ]);
});

test("upon appeal the first decision is behind", () => {
  expect(shown("appeal", [decision], "buyer")).toEqual([
    ...["answer past", "decision past", "appeal_window past", "appeal now", "closed ahead"],
  ]);
});

test("what was settled before anybody decided shows no decision", () => {
  expect(shown("closed")).toEqual(["answer past", "closed now"]);
});

test("a decision that nobody appealed against shows no appeal", () => {
  expect(shown("closed", [decision])).toEqual(["answer past", "decision past", "appeal_window past", "closed now"]);
});
