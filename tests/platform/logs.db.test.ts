import { afterAll, beforeAll, expect, test } from "vitest";
import { secret } from "../../server/runtime/config/index.ts";
import { CONFIRMED } from "../money/application.ts";
import { createApplication } from "./application.ts";

const lines: string[] = [];
let application: Awaited<ReturnType<typeof createApplication>>;
beforeAll(async () => {
  application = await createApplication({
    logger: { level: "trace", stream: { write: (line) => void lines.push(line) } },
    stepUp: CONFIRMED,
  });
});
afterAll(() => application.close());

/** Each stands in one place of a request, so that a line that holds one says where it came from. */
const PLANTED = {
  bearer: "planted-bearer-0001",
  cookie: "planted-cookie-0002",
  key: "planted-idempotency-key-0003",
  stepUp: "planted-step-up-0004",
  signature: "planted-signature-0005",
  query: "planted-query-0006",
  accountNumber: "PLANTED0007ACCOUNT",
  password: "planted-password-0008",
  token: "planted-token-0009",
  agent: "planted-agent-0010",
};

test("case 112: whatever is sent to any route, no secret of the request stands in the log", async () => {
  const { paths } = (await application.app.inject("/api/openapi.json")).json();
  const headers = {
    "idempotency-key": PLANTED.key,
    "amana-step-up": PLANTED.stepUp,
    "x-webhook-signature": PLANTED.signature,
    "x-signature": PLANTED.signature,
    "user-agent": PLANTED.agent,
    cookie: `amana_session=${PLANTED.cookie}`,
  };
  const { accountNumber, password, token } = PLANTED;
  const payload = { accountNumber, password, token, code: token, secret: password, holderName: password };
  for (const [path, methods] of Object.entries(paths)) {
    const url = `/api/v1${path.replaceAll(/\{\w+\}/g, "0")}`;
    for (const method of Object.keys(Object(methods))) {
      const body = method === "get" || method === "delete" ? {} : { payload };
      for (const authorization of [`Bearer ${PLANTED.bearer}`, "Bearer buyer", "Bearer seller"])
        await application.app.inject({
          method: method as "GET",
          url: `${url}?token=${PLANTED.query}`,
          headers: { ...headers, authorization },
          ...body,
        });
    }
  }
  expect(lines.length).toBeGreaterThan(200);
  for (const [place, value] of Object.entries(PLANTED))
    expect(
      lines.find((line) => line.includes(value)),
      place,
    ).toBeUndefined();
});

test("case 112: the token of an invitation stands in the address of its page, and in no line", async () => {
  const token = "Planted0013".padEnd(43, "-_9xQ");
  for (const path of [`/en/join/${token}`, `/ar/join/${token}.data`, `/api/v1/nowhere/${token}`])
    await application.app.inject({
      url: `${path}?x=${token}`,
      headers: { referer: `https://amana.example.test${path}` },
    });
  expect(lines.filter((line) => line.includes("/join/"))).not.toEqual([]);
  expect(lines.filter((line) => line.includes("Planted0013"))).toEqual([]);
});

test("case 112: a real bank account is added, and its number is in no line", async () => {
  const answer = await application.app.inject({
    method: "POST",
    url: "/api/v1/seller/bank-accounts",
    headers: { authorization: "Bearer seller" },
    payload: { holderName: "Sana Demo", accountNumber: "PLANTED0011", ifsc: "HDFC0000001", kind: "current" },
  });
  expect(answer.statusCode).toBe(201);
  expect(answer.body).not.toContain("PLANTED0011");
  expect(lines.find((line) => line.includes("PLANTED0011"))).toBeUndefined();
});

test("case 112: what is a Secret by its type prints as *** wherever it lands", () => {
  const mark = secret("planted-by-type-0012");
  application.app.log.info(
    { anything: mark, deep: { list: [{ deeper: { still: mark } }] } },
    "a secret of an unknown name",
  );
  application.app.log.error({ err: new Error(`cannot sign in with ${mark}`) });
  const text = lines.slice(-2).join("");
  expect(text).toContain("***");
  expect(text).not.toContain("planted-by-type");
});
