import { expect, test } from "vitest";
import { familyOf, pageOfSubject, readable } from "./audit-words.ts";

const HEX = "0199aa00c0de7000a000000000000042";

test("an action belongs to the family that it begins with, a longer name to its own", () => {
  expect(familyOf("payout.sent_again")).toBe("payout");
  expect(familyOf("payout_schedule.changed")).toBe("payout_schedule");
  expect(familyOf("never_heard.of")).toBeNull();
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
