import { expectTypeOf, test } from "vitest";
import { idOf } from "../../core/ids/index.ts";
import type { record } from "../../server/modules/audit/index.ts";
import { asking } from "../money/asking.ts";

type Entry = Parameters<typeof record>[2];

const { user: actorId, origin } = asking(idOf("user", "00000000-0000-7000-8000-000000000001"));
const act = { action: "user.changed" as const, subject: actorId, reason: null, detail: {} };

test("an entry of what a person did does not compile without who it was and from where", () => {
  const actor = "user" as const;
  expectTypeOf({ ...act, actor, actorId, origin }).toExtend<Entry>();
  expectTypeOf({ ...act, actor, actorId }).not.toExtend<Entry>();
  expectTypeOf({ ...act, actor, actorId: null, origin }).not.toExtend<Entry>();
  expectTypeOf({ ...act, actor: "somebody", actorId, origin }).not.toExtend<Entry>();
});

test("an entry of what nobody asked for does not compile with a person or a place", () => {
  const actor = "system" as const;
  expectTypeOf({ ...act, actor, actorId: null }).toExtend<Entry>();
  expectTypeOf({ ...act, actor: "provider" as const, provider: "testpay", actorId: null }).toExtend<Entry>();
  expectTypeOf({ ...act, actor, actorId }).not.toExtend<Entry>();
  expectTypeOf({ ...act, actor, actorId: null, origin }).not.toExtend<Entry>();
});
