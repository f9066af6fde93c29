import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type UserId, uuidOf } from "../../core/ids/index.ts";
import { ok } from "../../core/result/index.ts";
import { days, minutes } from "../../core/time/index.ts";
import { allRoutes } from "../../server/entrypoints/routes.ts";
import { AUTHENTICATOR_SECRETS, startSession } from "../../server/modules/identity/index.ts";
import type { Mail } from "../../server/ports/mailer.ts";
import { placeIn, seal } from "../../server/runtime/secrets/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { codeOf } from "../identity/world.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld, DATA_KEY, type World } from "../money/world.ts";

let database: TestDatabase;
let world: World;
let app: Application;
let user: UserId;
let people = 0;
const mails: Mail[] = [];
const mailer = {
  async send(mail: Mail) {
    mails.push(mail);
    return ok(null);
  },
};
/** The secret of an authenticator, in base32. */
const SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const codeNow = (): string => codeOf(SECRET, world.now());
const enrol = (who: UserId) =>
  database.owner.query(
    "insert into identity.totp (user_id, secret, confirmed_at, last_step) values ($1, $2, now(), 0)",
    [uuidOf(who), seal(DATA_KEY, placeIn(AUTHENTICATOR_SECRETS, who), SECRET)],
  );

beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database, { parts: { mailer } });
  app = await applicationOf(world);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** Each test is of somebody new, at two sessions. */
beforeEach(async () => {
  await world.settle();
  world.jump(days(1));
  user = await world.person();
  people += 1;
  for (const session of ["phone", "desk"]) await startSession(database.app, user, world.now(), `${session}-${people}`);
  mails.length = 0;
});

type Asked = { session?: string; challenge?: string; key?: string; method?: "POST" | "PUT" };
async function ask(path: string, body: object, { session = "phone", challenge, key, method = "POST" }: Asked = {}) {
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    payload: body,
    headers: {
      authorization: `Bearer ${session}-${people}`,
      ...(challenge !== undefined && { "amana-step-up": challenge }),
      ...(key !== undefined && { "idempotency-key": key }),
    },
  });
  return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
}

const ACCOUNT = { holderName: "Deccan Looms", accountNumber: "026291800001191", ifsc: "YESB0000262", kind: "current" };
const OTHER = { ...ACCOUNT, accountNumber: "026291800001192" };
const add = (account = ACCOUNT, asked: Asked = {}) => ask("/seller/bank-accounts", account, asked);
const confirm = (challenge: string, code: string, asked: Asked = {}) =>
  ask(`/auth/step-up/${challenge}`, { code }, asked);
const accounts = () => database.owner.query("select from payouts.bank_account where user_id = $1", [uuid()]);
const uuid = (): string => user.slice("usr_".length);

async function challenged(answer: ReturnType<typeof ask>): Promise<string> {
  const { status, body } = await answer;
  expect([status, body.code]).toEqual([403, "STEP_UP_REQUIRED"]);
  return body.challenge.id;
}

/** The code of the last mail. */
async function code(): Promise<string> {
  await world.settle();
  const found = /^(\d{6}) confirms/.exec(mails.at(-1)?.text ?? "")?.[1];
  if (!found) throw new Error("no code was sent");
  return found;
}
const wrong = (right: string): string => String((Number(right) + 1) % 1_000_000).padStart(6, "0");

async function confirmed(answer: ReturnType<typeof ask>): Promise<string> {
  const challenge = await challenged(answer);
  expect((await confirm(challenge, await code())).status).toBe(204);
  return challenge;
}

describe("case 99: a fresh confirmation", () => {
  test("is asked for with the action, sent by mail, and lets the very same request through once", async () => {
    const challenge = await challenged(add());
    const right = await code();
    expect(mails).toMatchObject([{ id: challenge, text: expect.stringContaining("new bank account") }]);
    expect((await add(ACCOUNT, { challenge })).status).toBe(403);
    expect((await confirm(challenge, right)).status).toBe(204);
    expect((await add(ACCOUNT, { challenge })).status).toBe(201);
    expect((await add(ACCOUNT, { challenge })).body.code).toBe("STEP_UP_REQUIRED");
    expect(await accounts()).toHaveLength(1);
  });

  test("for one account opens no other account, no other address and no other session", async () => {
    const challenge = await confirmed(add());
    expect((await add(OTHER, { challenge })).body.code).toBe("STEP_UP_REQUIRED");
    expect((await add({ ...ACCOUNT, kind: "savings" }, { challenge })).body.code).toBe("STEP_UP_REQUIRED");
    expect((await add(ACCOUNT, { challenge, session: "desk" })).body.code).toBe("STEP_UP_REQUIRED");
    expect(await accounts()).toHaveLength(0);
    expect((await add(ACCOUNT, { challenge })).status).toBe(201);
  });

  test("of one amount is not one of another, and what is small needs none", async () => {
    const draw = (amount: number, asked: Asked = {}) =>
      ask("/wallet/withdrawals", { amount: { amount, currency: "INR" } }, asked);
    const challenge = await confirmed(draw(500_001));
    expect((await draw(900_000, { challenge })).body.code).toBe("STEP_UP_REQUIRED");
    expect((await draw(500_001, { challenge })).body.code).toBe("BANK_ACCOUNT_REQUIRED");
    expect((await draw(500_000)).body.code).toBe("BANK_ACCOUNT_REQUIRED");
    expect(mails[0]?.text).toContain("INR 5000.01");
  });

  test("ends after five minutes, whether it was given or not", async () => {
    const late = await challenged(add());
    const right = await code();
    const given = await confirmed(add(OTHER));
    world.jump(minutes(5));
    expect((await confirm(late, right)).status).toBe(404);
    expect((await add(OTHER, { challenge: given })).body.code).toBe("STEP_UP_REQUIRED");
  });

  test("bears five wrong codes; then the right one is too late", async () => {
    const challenge = await challenged(add());
    const right = await code();
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(challenge, wrong(right))));
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 404)).toHaveLength(15);
    expect((await confirm(challenge, right)).status).toBe(404);
  });

  test("used twenty times at once lets one request through", async () => {
    const challenge = await confirmed(add());
    const answers = await Promise.all(Array.from({ length: 20 }, () => add(ACCOUNT, { challenge })));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await accounts()).toHaveLength(1);
  });

  test("confirmed with twenty right codes at once is recorded once", async () => {
    const challenge = await challenged(add());
    const right = await code();
    await Promise.all(Array.from({ length: 20 }, () => confirm(challenge, right)));
    const entries = await database.owner.query("select from audit.entry where subject = $1", [challenge]);
    expect(entries).toHaveLength(1);
  });

  test("is asked once for the same request, with one mail; ten that nobody confirms are enough for an hour", async () => {
    const first = await challenged(add());
    expect(await challenged(add())).toBe(first);
    await code();
    await world.settle();
    expect(mails).toHaveLength(1);
    const numbered = (n: number) => add({ ...ACCOUNT, accountNumber: `0262918000011${n}` });
    for (let n = 10; n < 19; n++) await challenged(numbered(n));
    expect((await numbered(19)).body).toMatchObject({ status: 429, code: "RATE_LIMITED" });
    world.jump(minutes(61));
    await challenged(numbered(20));
  });

  test("belongs to its user: to a stranger it does not exist, and an invented one neither", async () => {
    const challenge = await challenged(add());
    const right = await code();
    expect((await confirm(challenge, right, { session: "desk" })).status).toBe(404);
    expect((await confirm(`stp_${"0".repeat(32)}`, right)).status).toBe(404);
    expect((await confirm(challenge, right)).status).toBe(204);
  });

  test("with one idempotency key is one act: the answer is kept, the question is not", async () => {
    const challenge = await confirmed(add(ACCOUNT, { key: "one" }));
    const made = await add(ACCOUNT, { key: "one", challenge });
    expect(made.status).toBe(201);
    expect((await add(ACCOUNT, { key: "one", challenge })).body).toEqual(made.body);
    expect((await add(ACCOUNT, { key: "one" })).body).toEqual(made.body);
    expect(await accounts()).toHaveLength(1);
  });

  test("comes from the authenticator where there is one, each of its codes once; the mail is no way around it", async () => {
    const byMail = await challenged(add());
    const right = await code();
    await enrol(user);
    const shown = codeNow();
    expect((await confirm(byMail, right)).status).toBe(403);
    const { body } = await add();
    expect(body.challenge).toMatchObject({ by: "totp", action: "bank_account.add" });
    expect((await confirm(body.challenge.id, shown)).status).toBe(204);
    const again = await challenged(add(OTHER));
    expect((await confirm(again, shown)).status).toBe(403);
    await world.settle();
    expect(mails).toHaveLength(1);
  });

  test("is needed to change where payouts go, and not for the hour at which they go", async () => {
    const daily = { kind: "daily", hour: 9, weekday: null, timeZone: "Asia/Kolkata", minimum: null, shares: null };
    const put = (wanted: object) => ask("/seller/payout-schedule", wanted, { method: "PUT" });
    expect((await put(daily)).status).toBe(200);
    const shares = [{ bankAccountId: `bank_${"0".repeat(32)}`, basisPoints: 10_000 }];
    await challenged(put({ ...daily, shares }));
  });
});

/** What may be done in somebody's name only after a fresh confirmation, by the name of its route. */
const SENSITIVE = [
  ...["addBankAccount", "verifyBankAccountAgain", "setPayoutSchedule", "withdraw", "changeRoles", "createApiKey"],
  ...["eraseUser", "changeMemberRole", "publishCommissionRules", "signAgreement"],
  ...["createOAuthClient", "changePassword", "beginSecondFactor", "removeSecondFactor", "renewRecoveryCodes"],
  ...["linkSignInProvider", "unlinkSignInProvider"],
];

test("case 99: each sensitive route asks, and a key or a third party's token cannot answer for a person", async () => {
  const routes = allRoutes({
    ...{ ...world.parts, signInProviders: [], holder: "", wake: () => {}, production: false, sandbox: null },
  });
  const asking = routes.filter(({ stepUp }) => stepUp);
  expect(asking.map(({ operationId }) => operationId).sort()).toEqual(SENSITIVE.toSorted());
});

test("case 37: whoever has an account added is told by mail, the first and every other, though no code went there", async () => {
  await enrol(user);
  for (const account of [ACCOUNT, OTHER]) {
    world.jump(minutes(1));
    const { body } = await add(account);
    expect((await confirm(body.challenge.id, codeNow())).status).toBe(204);
    expect((await add(account, { challenge: body.challenge.id })).status).toBe(201);
  }
  await world.settle();
  expect(mails.map(({ subject }) => subject)).toEqual(["A bank account was added", "A bank account was added"]);
  expect(mails.map(({ text }) => text).join()).not.toMatch(/1191|1192/);
});

test("case 112: the code of a confirmation lies nowhere in the database, its job included", async () => {
  const challenge = await challenged(add());
  const right = await code();
  const rows = await database.owner.query<{ text: string }>(
    "select to_jsonb(s)::text as text from identity.step_up s union all select to_jsonb(j)::text from runtime.job j",
  );
  const bare = rows.map(({ text }) => text.replaceAll(/[0-9a-f-]{20,}|\d{4}-\d\d-\d\dT[\d:.+]*/g, ""));
  expect(bare.filter((text) => text.includes(right))).toEqual([]);
  expect((await confirm(challenge, right)).status).toBe(204);
});
