import { expect, test } from "vitest";
import type { Message } from "../../api/conversations.ts";
import { type Entry, entriesOf } from "./entries.ts";

const message = (id: string, at: string): Message => ({
  ...{ id, conversationId: "cnv_1", from: "usr_1", fromArbiter: false, text: id, contactsHidden: false },
  ...{ attachments: [], at, read: false },
});
const names = (entries: Entry[]) => entries.map((entry) => (entry.kind === "note" ? entry.note.key : entry.message.id));

const MESSAGES = [message("second", "2026-11-02T10:00:00.000Z"), message("first", "2026-11-01T10:00:00.000Z")];
const NOTES = [
  { key: "placed", at: "2026-10-31T10:00:00.000Z", text: "placed" },
  { key: "paid", at: "2026-11-01T12:00:00.000Z", text: "paid" },
];

test("what was said and what happened stand in one order, the oldest first", () => {
  expect(names(entriesOf(MESSAGES, NOTES, false))).toEqual(["placed", "first", "paid", "second"]);
});

test("steps before the first message shown are left out where earlier messages are", () => {
  expect(names(entriesOf(MESSAGES, NOTES, true))).toEqual(["first", "paid", "second"]);
});

test("at the same moment the step comes before what is said about it", () => {
  const at = "2026-11-02T10:00:00.000Z";
  expect(names(entriesOf([message("said", at)], [{ key: "step", at, text: "" }], false))).toEqual(["step", "said"]);
});
