import { expect, test } from "vitest";
import { AUDIT_ACTIONS } from "./index.ts";

test("each action is named once, by a kind and a verb that the log can be asked for", () => {
  expect(new Set(AUDIT_ACTIONS).size).toBe(AUDIT_ACTIONS.length);
  for (const action of AUDIT_ACTIONS) expect(action).toMatch(/^[a-z_]{1,60}\.[a-z_]{1,60}$/);
});
