import { AUDIT_ACTIONS } from "@amana/core/audit";
import { expect, test } from "vitest";
import ar from "../../i18n/ar.json" with { type: "json" };
import en from "../../i18n/en.json" with { type: "json" };
import { actionsOf, FAMILIES, isWorded, pageOfSubject, readable } from "./audit-words.ts";

const HEX = "0199aa00c0de7000a000000000000042";

test.each(Object.entries({ en, ar }))(
  "all that the log may say was done has words of its own, in %s",
  (_, { audit }) => {
    const worded = Object.entries(audit.action).flatMap(([kind, verbs]) =>
      Object.entries(verbs).map(([verb, words]) => ({ action: `${kind}.${verb}`, words })),
    );
    expect(worded.map(({ action }) => action).sort()).toEqual([...AUDIT_ACTIONS].sort());
    expect(new Set(worded.map(({ words }) => words)).size).toBe(AUDIT_ACTIONS.length);
    expect(Object.keys(audit.family).sort()).toEqual([...FAMILIES].sort());
  },
);

test("an action belongs to the family that it begins with, a longer name to its own", () => {
  expect(actionsOf("payout_schedule")).toEqual(["payout_schedule.changed"]);
  expect(actionsOf("session")).toEqual(["session.begun", "session.revoked"]);
  expect(FAMILIES.flatMap(actionsOf).sort()).toEqual([...AUDIT_ACTIONS].sort());
  expect([isWorded("payout.sent_again"), isWorded("never_heard.of")]).toEqual([true, false]);
});

test("what an entry is about is linked for whoever may open it", () => {
  const [admin, finance] = [{ roles: ["user", "admin"] }, { roles: ["finance"] }];
  expect(pageOfSubject(`usr_${HEX}`, admin)).toBe(`/staff/users/usr_${HEX}`);
  expect(pageOfSubject(`usr_${HEX}`, finance)).toBeNull();
  expect(pageOfSubject(`usr_${HEX}`, null)).toBeNull();
  expect(pageOfSubject(`svc_${HEX}`, admin)).toBe(`/staff/listings/svc_${HEX}`);
  expect(pageOfSubject(`prd_${HEX}`, finance)).toBeNull();
  expect(pageOfSubject(`ord_${HEX}`, finance)).toBe(`/operations/orders/ord_${HEX}`);
  expect(pageOfSubject(`deal_${HEX}`, finance)).toBe(`/operations/deals/deal_${HEX}`);
  expect(pageOfSubject("commission_rules:3", finance)).toBe("/staff/commission");
  expect(pageOfSubject(`ord_${HEX}/../x`, admin)).toBeNull();
});

test("what is kept is laid out in lines; what is no JSON stays as it is", () => {
  expect(readable('{"a":[1]}')).toBe('{\n  "a": [\n    1\n  ]\n}');
  expect(readable("none")).toBe("none");
});
