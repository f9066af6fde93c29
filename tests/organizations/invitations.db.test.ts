import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Id, UserId } from "../../core/ids/index.ts";
import { ok } from "../../core/result/index.ts";
import { days } from "../../core/time/index.ts";
import type { Mail } from "../../server/ports/mailer.ts";
import { type Answered, type Office, openOffice } from "../rights/office.ts";

let office: Office;
const mails: Mail[] = [];
let owner: UserId;
let invited: UserId;
let company: Id<"organization">;

beforeAll(async () => {
  const mailer = {
    async send(mail: Mail) {
      mails.push(mail);
      return ok(null);
    },
  };
  office = await openOffice({ mailer });
});
afterAll(() => office.close());
beforeEach(async () => {
  mails.length = 0;
  owner = await office.person("owner");
  invited = await office.person("invited");
  company = await office.company(owner);
});

const emailOf = (user: UserId) => `invited.${user.slice(4)}@example.test`;
const told = ({ status, body }: Answered) => [status, body.code];
const invite = (who = owner, role = "buyer", email = emailOf(invited)) =>
  office.ask(who, "POST", `/organizations/${company}/invitations`, { email, role });
const accept = (token: string, who = invited) => office.ask(who, "POST", "/invitations/accept", { token });
const open = async () =>
  (await office.ask(owner, "GET", `/organizations/${company}/invitations`)).body.data as { id: string }[];

/** As somebody finds it in the mail. */
async function tokenMailed(): Promise<string> {
  await office.world.settle();
  const token = /\/en\/join\/(\S+)/.exec(mails.at(-1)?.text ?? "")?.[1];
  if (!token) throw new Error("no mail with a link");
  return token;
}

test("an invitation is mailed once, and makes a member of whoever has that address", async () => {
  const made = await invite(owner, "buyer", emailOf(invited).toUpperCase().replace("EXAMPLE.TEST", "example.test"));
  expect(made.status).toBe(201);
  const token = await tokenMailed();
  expect(mails).toMatchObject([{ to: emailOf(invited), id: made.body.id }]);
  expect(JSON.stringify(made.body)).not.toContain(token);
  expect((await accept(token)).body).toEqual({ organizationId: company, role: "buyer" });
  expect((await office.ask(invited, "GET", `/organizations/${company}`)).body.role).toBe("buyer");
  expect(await open()).toEqual([]);
  expect((await office.audited("organization.joined"))[0]).toMatchObject({ subject: company });
});

test("its token lies in no table in clear", async () => {
  await invite();
  const before = await office.database.owner.query(
    "select payload::text from runtime.outbox where topic = 'organization.invited'",
  );
  const token = await tokenMailed();
  const [row] = await office.database.owner.query<{ text: string }>(
    "select string_agg(i::text, ' ') as text from organizations.invitation i",
  );
  expect(before).toHaveLength(1);
  for (const kept of [JSON.stringify(before), row?.text ?? ""]) expect(kept).not.toContain(token);
});

test("it is good once, also when it is accepted many times at once", async () => {
  await invite();
  const token = await tokenMailed();
  const answers = await Promise.all(Array.from({ length: 10 }, () => accept(token)));
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  expect((await accept(token)).status).toBe(404);
});

test("somebody else who has the link joins nothing, and does not use it up", async () => {
  await invite();
  const token = await tokenMailed();
  const thief = await office.person("thief");
  expect(told(await accept(token, thief))).toEqual([404, "NOT_FOUND"]);
  expect((await accept(token)).status).toBe(200);
});

test("it ends after seven days, when it is withdrawn, and when a newer one goes to the same address", async () => {
  await invite();
  const older = await tokenMailed();
  await invite();
  const newer = await tokenMailed();
  expect((await accept(older)).status).toBe(404);
  const began = office.world.now();
  office.world.jump(days(7));
  expect((await accept(newer)).status).toBe(404);
  office.world.setClock(began);
  const [invitation] = await open();
  const gone = await office.ask(owner, "DELETE", `/organizations/${company}/invitations/${invitation?.id}`);
  expect(gone.status).toBe(204);
  expect((await accept(newer)).status).toBe(404);
});

test("it ends with the right of whoever made it", async () => {
  const manager = await office.person("manager");
  await office.joins(company, manager, "manager");
  await invite(manager, "viewer");
  const token = await tokenMailed();
  await office.ask(owner, "DELETE", `/organizations/${company}/members/${manager}`);
  expect((await accept(token)).status).toBe(404);
});

test("case 83: nobody invites to a role that he may not give, and those below managers to none", async () => {
  const manager = await office.person("manager");
  await office.joins(company, manager, "manager");
  expect(told(await invite(manager, "owner"))).toEqual([403, "FORBIDDEN"]);
  expect(told(await invite(manager, "manager"))).toEqual([403, "FORBIDDEN"]);
  expect((await invite(manager, "finance")).status).toBe(201);
  const viewer = await office.person("viewer");
  await office.joins(company, viewer, "viewer");
  expect(told(await invite(viewer, "viewer"))).toEqual([403, "FORBIDDEN"]);
  expect(told(await office.ask(viewer, "GET", `/organizations/${company}/invitations`))).toEqual([403, "FORBIDDEN"]);
});

test("case 92: an invitation says nothing about whether the address is a user's", async () => {
  const [known, unknown] = [await invite(), await invite(owner, "buyer", "nobody.knows@example.test")];
  expect(Object.keys(known?.body ?? {})).toEqual(Object.keys(unknown?.body ?? {}));
  expect([known?.status, unknown?.status]).toEqual([201, 201]);
});
