import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Id, UserId } from "../../core/ids/index.ts";
import { type Answered, type Office, openOffice } from "../rights/office.ts";

let office: Office;
let owner: UserId;
let company: Id<"organization">;

beforeAll(async () => {
  office = await openOffice();
});
afterAll(() => office.close());
beforeEach(async () => {
  owner = await office.person("owner");
  company = await office.company(owner);
});

const told = ({ status, body }: Answered) => [status, body.code];
const member = async (role: string): Promise<UserId> => {
  const user = await office.person(role);
  await office.joins(company, user, role);
  return user;
};
const setRole = (who: UserId, user: UserId, role: string) =>
  office.ask(who, "PATCH", `/organizations/${company}/members/${user}`, { role });
const remove = (who: UserId, user: UserId) => office.ask(who, "DELETE", `/organizations/${company}/members/${user}`);
const leave = (who: UserId) => office.ask(who, "POST", `/organizations/${company}/leave`, {});
const rolesNow = async () => {
  const { body } = await office.ask(owner, "GET", `/organizations/${company}/members`);
  return (body.data as { userId: UserId; role: string }[]).map(({ userId, role }) => [userId, role]);
};

describe("a company", () => {
  test("is founded by its first owner, read by its members and listed among theirs", async () => {
    const viewer = await member("viewer");
    const read = await office.ask(owner, "GET", `/organizations/${company}`);
    expect(read.body).toMatchObject({ role: "owner", country: "IN", taxNumber: "27AAPFU0939F1ZV", version: 1 });
    const listed = await office.ask(viewer, "GET", "/organizations");
    expect(listed.body.data).toMatchObject([{ id: company, role: "viewer", taxNumber: null }]);
    expect((await office.audited("organization.created"))[0]).toMatchObject({ subject: company });
  });

  test("keeps a tax number only in the form of its country", async () => {
    const found = (body: object) =>
      office.ask(owner, "POST", "/organizations", { legalName: "Loom (demo)", country: "IN", ...body });
    expect(told(await found({ taxNumber: "27AAPFU0939F1ZW" }))).toEqual([400, "VALIDATION_FAILED"]);
    expect(told(await found({ taxNumber: "300000000000003" }))).toEqual([400, "VALIDATION_FAILED"]);
    expect((await found({ taxNumber: null })).status).toBe(201);
  });

  test("is changed by owners alone, and only as it was read", async () => {
    const manager = await member("manager");
    const change = (who: UserId, body: object) => office.ask(who, "PATCH", `/organizations/${company}`, body);
    expect(told(await change(manager, { legalName: "Mine" }))).toEqual([403, "FORBIDDEN"]);
    expect(told(await change(owner, { country: "SA" }))).toEqual([400, "VALIDATION_FAILED"]);
    const moved = await change(owner, { country: "SA", taxNumber: "300000000000003" });
    expect(moved.body).toMatchObject({ version: 2, country: "SA", taxNumber: "300000000000003" });
    const stale = await office.app.inject({
      method: "PATCH",
      url: `/api/v1/organizations/${company}`,
      headers: { authorization: `Bearer ${owner}`, "if-match": '"1"' },
      payload: { legalName: "Too late" },
    });
    expect(stale.statusCode).toBe(412);
    expect((await office.audited("organization.changed"))[0]?.detail).toMatchObject({ before: { country: "IN" } });
  });

  test("and a missing one are the same to a stranger, on every route", async () => {
    const stranger = await office.person("stranger", "support", "finance", "admin");
    const answers = (id: string) =>
      Promise.all([
        office.ask(stranger, "GET", `/organizations/${id}`),
        office.ask(stranger, "PATCH", `/organizations/${id}`, { legalName: "Mine" }),
        office.ask(stranger, "GET", `/organizations/${id}/members`),
        office.ask(stranger, "PATCH", `/organizations/${id}/members/${owner}`, { role: "viewer" }),
        office.ask(stranger, "DELETE", `/organizations/${id}/members/${owner}`),
        office.ask(stranger, "POST", `/organizations/${id}/leave`, {}),
        office.ask(stranger, "GET", `/organizations/${id}/invitations`),
        office.ask(stranger, "POST", `/organizations/${id}/invitations`, { email: "a@example.test", role: "viewer" }),
        office.ask(stranger, "DELETE", `/organizations/${id}/invitations/inv_${"0".repeat(32)}`),
      ]);
    const bare = (all: Answered[]) => all.map(({ status, body: { requestId: _, ...body } }) => [status, body]);
    const there = bare(await answers(company));
    expect(there).toEqual(bare(await answers(`org_${"0".repeat(32)}`)));
    expect(new Set(there.map(([status]) => status))).toEqual(new Set([404]));
  });
});

describe("case 83: nobody climbs in a company by himself", () => {
  test("members below managers change no role, their own least of all", async () => {
    const other = await member("viewer");
    for (const role of ["buyer", "seller", "finance", "viewer"]) {
      const user = await member(role);
      for (const [whom, to] of [
        [user, "owner"],
        [user, "manager"],
        [other, "buyer"],
      ] as const)
        expect(told(await setRole(user, whom, to))).toEqual([403, "FORBIDDEN"]);
      expect(told(await remove(user, other))).toEqual([403, "FORBIDDEN"]);
    }
  });

  test("a manager handles those below managers, to roles below his", async () => {
    const manager = await member("manager");
    const viewer = await member("viewer");
    expect((await setRole(manager, viewer, "finance")).status).toBe(200);
    expect(told(await setRole(manager, viewer, "manager"))).toEqual([403, "FORBIDDEN"]);
    expect(told(await setRole(manager, manager, "owner"))).toEqual([403, "FORBIDDEN"]);
    expect(told(await setRole(manager, owner, "viewer"))).toEqual([403, "FORBIDDEN"]);
    expect(told(await remove(manager, owner))).toEqual([403, "FORBIDDEN"]);
    expect((await remove(manager, viewer)).status).toBe(204);
  });
});

describe("the last owner", () => {
  test("neither leaves nor loses the role", async () => {
    expect(told(await leave(owner))).toEqual([409, "TRANSITION_NOT_ALLOWED"]);
    expect(told(await setRole(owner, owner, "viewer"))).toEqual([409, "TRANSITION_NOT_ALLOWED"]);
    expect(told(await remove(owner, owner))).toEqual([409, "TRANSITION_NOT_ALLOWED"]);
  });

  test("is one of two who leave, step down or remove each other at the same moment", async () => {
    const acts = [
      (a: UserId, b: UserId) => [leave(a), leave(b)],
      (a: UserId, b: UserId) => [setRole(a, a, "viewer"), setRole(b, b, "viewer")],
      (a: UserId, b: UserId) => [remove(a, b), remove(b, a)],
      (a: UserId, b: UserId) => [leave(a), setRole(a, b, "viewer")],
    ];
    for (const act of acts) {
      owner = await office.person("owner");
      company = await office.company(owner);
      const second = await member("owner");
      await Promise.all(act(owner, second));
      const { found } = await office.database.owner.one<{ found: bigint }>(
        "select count(*) as found from organizations.member where organization_id = $1 and role = 'owner'",
        [company.slice(4)],
      );
      expect(Number(found)).toBeGreaterThanOrEqual(1);
    }
  });

  test("goes when somebody else was made owner, and is a stranger from the next request on", async () => {
    const heir = await member("viewer");
    expect((await setRole(owner, heir, "owner")).status).toBe(200);
    expect((await leave(owner)).status).toBe(204);
    expect((await office.ask(owner, "GET", `/organizations/${company}`)).status).toBe(404);
    owner = heir;
    expect(await rolesNow()).toEqual([[heir, "owner"]]);
    expect((await office.audited("organization.left"))[0]).toMatchObject({ subject: company });
  });
});
