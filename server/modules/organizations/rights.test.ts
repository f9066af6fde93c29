import { expect, test } from "vitest";
import { may, mayHandle, ORGANIZATION_ROLES, type OrganizationRole } from "./rights.ts";

const allowed = (rule: (role: OrganizationRole) => boolean) => ORGANIZATION_ROLES.filter(rule);

test("what each role may do in its company", () => {
  expect(allowed((role) => may(role, "read"))).toEqual([...ORGANIZATION_ROLES]);
  expect(allowed((role) => may(role, "see_tax_number"))).toEqual(["owner", "manager", "finance"]);
  expect(allowed((role) => may(role, "invite"))).toEqual(["owner", "manager"]);
  expect(allowed((role) => may(role, "manage_members"))).toEqual(["owner", "manager"]);
  expect(allowed((role) => may(role, "change_details"))).toEqual(["owner"]);
});

test("an owner handles everybody, a manager those below managers, and nobody else anybody", () => {
  expect(allowed((role) => mayHandle("owner", role))).toEqual([...ORGANIZATION_ROLES]);
  expect(allowed((role) => mayHandle("manager", role))).toEqual(["buyer", "seller", "finance", "viewer"]);
  for (const actor of ["buyer", "seller", "finance", "viewer"] as const)
    expect(allowed((role) => mayHandle(actor, role))).toEqual([]);
});
