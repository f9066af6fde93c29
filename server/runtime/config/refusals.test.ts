import { describe, expect, test } from "vitest";
import { describeProblems, readConfig, SANDBOX_CREDENTIALS } from "./index.ts";
import { keep, PRODUCTION } from "./production-for-test.ts";

type Row = [what: string, env: Record<string, string | undefined>, variable: string, problem: RegExp];

const absent = (...names: string[]) => Object.fromEntries(names.map((name) => [name, undefined]));
const CASHFREE = ["CASHFREE_CLIENT_ID", "CASHFREE_CLIENT_SECRET"];

const BAD_IN_PRODUCTION: Row[] = [
  ["no database, so the installed one", absent("DATABASE_URL", "DATABASE_OWNER_URL"), "DATABASE_URL", /missing/],
  ["no public address", absent("AMANA_PUBLIC_URL"), "AMANA_PUBLIC_URL", /missing/],
  ["nobody who holds the money", absent("AMANA_FUND_HOLDER"), "AMANA_FUND_HOLDER", /missing/],
  ["an empty secret", { AMANA_SECRET: "" }, "AMANA_SECRET", /missing/],
  ["no data key", absent("AMANA_DATA_KEY"), "AMANA_DATA_KEY", /missing/],
  ["no server for mail", absent("AMANA_SMTP_URL"), "AMANA_SMTP_URL", /missing/],
  ["an example's sender", { AMANA_MAIL_FROM: "no-reply@example.test" }, "AMANA_MAIL_FROM", /example/],
  ["nothing said about viruses", absent("AMANA_VIRUS_SCANNER"), "AMANA_VIRUS_SCANNER", /missing/],
  [
    "an example's scanner",
    { AMANA_VIRUS_SCANNER: "clamd://clamav.example.test:3310" },
    "AMANA_VIRUS_SCANNER",
    /example/,
  ],
  ["a scanner without its port", { AMANA_VIRUS_SCANNER: "clamd://10.0.0.4" }, "AMANA_VIRUS_SCANNER", /right form/],
  [
    "a scanner's port that is none",
    { AMANA_VIRUS_SCANNER: "clamd://10.0.0.4:99999" },
    "AMANA_VIRUS_SCANNER",
    /right form/,
  ],
  ["no sender of mail", absent("AMANA_MAIL_FROM"), "AMANA_MAIL_FROM", /missing/],
  ["an example's mail server", { AMANA_SMTP_URL: "smtps://a:b@mail.example.test" }, "AMANA_SMTP_URL", /example/],
  ["no key for the seals", absent("AMANA_SEAL_KEY"), "AMANA_SEAL_KEY", /missing/],
  ["no gateway", absent(...CASHFREE), "CASHFREE_CLIENT_ID", /no payment gateway/],
  ["half of a gateway", absent("CASHFREE_CLIENT_SECRET"), "CASHFREE_CLIENT_SECRET", /other variables of the same set/],
  ["half of the payouts", absent("CASHFREE_PAYOUT_CLIENT_ID"), "CASHFREE_PAYOUT_CLIENT_ID", /same set/],
  ["half of a carrier", absent("RAPIDSHYP_WEBHOOK_TOKEN"), "RAPIDSHYP_WEBHOOK_TOKEN", /same set/],
  ["simulators' address", { AMANA_SANDBOX_URL: "http://127.0.0.1:4100" }, "AMANA_SANDBOX_URL", /no simulators/],
  [
    "pages of another origin in plain http",
    { AMANA_CORS_ORIGINS: "https://shop.market.in,http://shop.market.in" },
    "AMANA_CORS_ORIGINS",
    /not https/,
  ],
  ["pages of every origin", { AMANA_CORS_ORIGINS: "*" }, "AMANA_CORS_ORIGINS", /right form/],
  ["an address for an origin", { AMANA_CORS_ORIGINS: "https://shop.market.in/" }, "AMANA_CORS_ORIGINS", /right form/],
  ["no rate limits", { AMANA_RATE_LIMIT_FACTOR: "0" }, "AMANA_RATE_LIMIT_FACTOR", /nobody would be limited/],
  ["everybody for a proxy", { AMANA_TRUSTED_PROXIES: "0.0.0.0/0" }, "AMANA_TRUSTED_PROXIES", /everybody/],
  ["a misspelt proxy", { AMANA_TRUSTED_PROXIES: "10.0.0.0/8,proxy" }, "AMANA_TRUSTED_PROXIES", /right form/],
  ["an example's Redis", { REDIS_URL: "redis://redis.example.test" }, "REDIS_URL", /example/],
  ["simulators' other settings", { AMANA_SANDBOX_PORT: "4100" }, "AMANA_SANDBOX_PORT", /no simulators/],
  [
    "a gateway that is a simulator",
    { CASHFREE_BASE_URL: "http://127.0.0.1:4100/cashfree/pg" },
    "CASHFREE_BASE_URL",
    /not https/,
  ],
  [
    "a gateway on this machine",
    { CASHFREE_BASE_URL: "https://localhost:4100/pg" },
    "CASHFREE_BASE_URL",
    /this machine/,
  ],
  [
    "a gateway's test system",
    { CASHFREE_BASE_URL: "https://sandbox.cashfree.com/pg" },
    "CASHFREE_BASE_URL",
    /test system/,
  ],
  [
    "a checkout script from a private network",
    { CASHFREE_SCRIPT_URL: "https://192.168.1.4/cashfree.js" },
    "CASHFREE_SCRIPT_URL",
    /private network/,
  ],
  [
    "payouts at the old test host",
    { CASHFREE_PAYOUT_BASE_URL: "https://payout-gamma.cashfree.com" },
    "CASHFREE_PAYOUT_BASE_URL",
    /test system/,
  ],
  [
    "a carrier at an example host",
    { RAPIDSHYP_BASE_URL: "https://carrier.example.com/v1" },
    "RAPIDSHYP_BASE_URL",
    /example/,
  ],
  [
    "a carrier over plain http",
    { RAPIDSHYP_BASE_URL: "http://api.rapidshyp.com/rapidshyp/apis/v1" },
    "RAPIDSHYP_BASE_URL",
    /not https/,
  ],
  [
    "the simulator's client id",
    { CASHFREE_CLIENT_ID: SANDBOX_CREDENTIALS.cashfreeClientId },
    "CASHFREE_CLIENT_ID",
    /sandbox/,
  ],
  ["a test account's client id", { CASHFREE_CLIENT_ID: "TEST104f9aa8c2" }, "CASHFREE_CLIENT_ID", /test system/],
  [
    "the simulator's gateway secret",
    { CASHFREE_CLIENT_SECRET: SANDBOX_CREDENTIALS.cashfreeClientSecret },
    "CASHFREE_CLIENT_SECRET",
    /sandbox/,
  ],
  [
    "a test account's secret",
    { CASHFREE_CLIENT_SECRET: "cfsk_ma_test_7Lc4BdYf9HsJm3GaEu6" },
    "CASHFREE_CLIENT_SECRET",
    /test system/,
  ],
  [
    "the documentation's secret",
    { CASHFREE_PAYOUT_CLIENT_SECRET: "demo_secret_7Lc4BdYf9HsJm3" },
    "CASHFREE_PAYOUT_CLIENT_SECRET",
    /example/,
  ],
  [
    "a previous secret from the sandbox",
    { CASHFREE_PREVIOUS_SECRETS: `cfsk_ma_prod_0Lc4BdYf9Hs,${SANDBOX_CREDENTIALS.cashfreeClientSecret}` },
    "CASHFREE_PREVIOUS_SECRETS",
    /sandbox/,
  ],
  ["a short carrier token", { RAPIDSHYP_TOKEN: "abc123" }, "RAPIDSHYP_TOKEN", /shorter than 16/],
  [
    "a webhook token of one character",
    { RAPIDSHYP_WEBHOOK_TOKEN: "Bearer aaaaaaaaaaaaaaaaaaaaaaaa" },
    "RAPIDSHYP_WEBHOOK_TOKEN",
    /the same/,
  ],
  ["a secret to be changed", { AMANA_SECRET: "change-me-change-me-change-me-change-me" }, "AMANA_SECRET", /example/],
  ["a secret of one character", { AMANA_SECRET: "x".repeat(40) }, "AMANA_SECRET", /the same/],
  [
    "another data key of zeros",
    { AMANA_OTHER_DATA_KEYS: Buffer.alloc(32).toString("base64") },
    "AMANA_OTHER_DATA_KEYS",
    /the same/,
  ],
  [
    "the data key once more among the others",
    { AMANA_OTHER_DATA_KEYS: "K0pXb3Zt0q1mWcYvD7sLr9uHnFgJx2AeTi5yQoRwBk4=" },
    "AMANA_OTHER_DATA_KEYS",
    /another variable has the same/,
  ],
  ["a data key of zeros", { AMANA_DATA_KEY: Buffer.alloc(32).toString("base64") }, "AMANA_DATA_KEY", /the same/],
  [
    "one secret for two purposes",
    { AMANA_CRON_KEY: "q8Rk2vXw5ZpTn7Lc4BdYf9HsJm3GaEu6" },
    "AMANA_CRON_KEY",
    /another variable has the same/,
  ],
  [
    "a database with a default password",
    { DATABASE_URL: "postgres://amana_app:postgres@db.amana-shop.in/amana" },
    "DATABASE_URL",
    /default/,
  ],
  [
    "an owner without a password",
    { DATABASE_OWNER_URL: "postgres://amana_owner@db.amana-shop.in/amana" },
    "DATABASE_OWNER_URL",
    /absent/,
  ],
  ["a plain public address", { AMANA_PUBLIC_URL: "http://market.amana-shop.in" }, "AMANA_PUBLIC_URL", /not https/],
  [
    "a public address on this machine",
    { AMANA_PUBLIC_URL: "https://localhost:4000" },
    "AMANA_PUBLIC_URL",
    /this machine/,
  ],
  [
    "a holder that holds nothing",
    { AMANA_FUND_HOLDER: "Amana sandbox (no real money)" },
    "AMANA_FUND_HOLDER",
    /not the name/,
  ],
  ["logs with personal data", { AMANA_LOG_LEVEL: "debug" }, "AMANA_LOG_LEVEL", /personal data/],
  [
    "webhooks into its own network",
    { AMANA_WEBHOOK_PRIVATE_ADDRESSES: "allow" },
    "AMANA_WEBHOOK_PRIVATE_ADDRESSES",
    /its network/,
  ],
  ["an open debugger", { NODE_OPTIONS: "--inspect=0.0.0.0:9229" }, "NODE_OPTIONS", /debugger/],
  ["unchecked certificates", { NODE_TLS_REJECT_UNAUTHORIZED: "0" }, "NODE_TLS_REJECT_UNAUTHORIZED", /certificates/],
];

const BAD_IN_EITHER_MODE: Row[] = [
  ["a mode that does not exist", { AMANA_MODE: "prod" }, "AMANA_MODE", /right form/],
  ["a port that does not exist", { AMANA_PORT: "65536" }, "AMANA_PORT", /right form/],
  ["a host with a path", { AMANA_HOST: "0.0.0.0/x" }, "AMANA_HOST", /right form/],
  [
    "a public address with a path",
    { AMANA_PUBLIC_URL: "https://market.amana-shop.in/shop" },
    "AMANA_PUBLIC_URL",
    /right form/,
  ],
  [
    "an address with a password",
    { CASHFREE_BASE_URL: "https://a:b@api.cashfree.com/pg" },
    "CASHFREE_BASE_URL",
    /right form/,
  ],
  ["a database that is none", { DATABASE_URL: "mysql://amana_app:x@db/amana" }, "DATABASE_URL", /right form/],
  [
    "a database address without a database",
    { DATABASE_URL: "postgres://amana_app:x@db" },
    "DATABASE_URL",
    /right form/,
  ],
  ["an owner without the application", { DATABASE_URL: undefined }, "DATABASE_URL", /same set/],
  ["a mail server over HTTP", { AMANA_SMTP_URL: "https://mail.amana-shop.in" }, "AMANA_SMTP_URL", /right form/],
  ["a sender with a second line", { AMANA_MAIL_FROM: "a@b.in\r\nBcc: c@d.in" }, "AMANA_MAIL_FROM", /right form/],
  ["a short secret", { AMANA_SECRET: "Rk2vXw5ZpTn7Lc4BdYf9HsJm3GaEu6q" }, "AMANA_SECRET", /right form/],
  [
    "a data key of 31 bytes",
    { AMANA_DATA_KEY: Buffer.alloc(31, 7).toString("base64") },
    "AMANA_DATA_KEY",
    /right form/,
  ],
  [
    "other data keys divided by spaces",
    { AMANA_OTHER_DATA_KEYS: `${Buffer.alloc(32, 7).toString("base64")}, ${Buffer.alloc(32, 8).toString("base64")}` },
    "AMANA_OTHER_DATA_KEYS",
    /right form/,
  ],
  ["a data key that is not base64", { AMANA_DATA_KEY: `${"k".repeat(42)}!=` }, "AMANA_DATA_KEY", /right form/],
  [
    "a secret with spaces around",
    { CASHFREE_CLIENT_SECRET: "cfsk_ma_prod_7Lc4BdYf9HsJm3GaEu6q8Rk2 " },
    "CASHFREE_CLIENT_SECRET",
    /spaces around/,
  ],
  [
    "an empty place in a list of secrets",
    { CASHFREE_PREVIOUS_SECRETS: "cfsk_ma_prod_7Lc4BdYf9HsJ,,x" },
    "CASHFREE_PREVIOUS_SECRETS",
    /right form/,
  ],
  [
    "a commission of more than half",
    { AMANA_COMMISSION_BASIS_POINTS: "5001" },
    "AMANA_COMMISSION_BASIS_POINTS",
    /right form/,
  ],
  [
    "a commission with a fraction",
    { AMANA_COMMISSION_BASIS_POINTS: "2.5" },
    "AMANA_COMMISSION_BASIS_POINTS",
    /right form/,
  ],
  ["a hold of more than a month", { AMANA_ACCOUNT_HOLD_HOURS: "721" }, "AMANA_ACCOUNT_HOLD_HOURS", /right form/],
  [
    "a look of more than a month",
    { AMANA_DIGITAL_INSPECTION_HOURS: "721" },
    "AMANA_DIGITAL_INSPECTION_HOURS",
    /right form/,
  ],
  ["no download at all", { AMANA_DOWNLOADS_PER_LICENCE: "0" }, "AMANA_DOWNLOADS_PER_LICENCE", /right form/],
  ["downloads for eleven years", { AMANA_DOWNLOAD_DAYS: "3651" }, "AMANA_DOWNLOAD_DAYS", /right form/],
  ["a reserve for ever", { AMANA_RESERVE_DAYS: "366" }, "AMANA_RESERVE_DAYS", /right form/],
  ["withdrawals of nothing", { AMANA_WITHDRAWAL_SMALLEST: "0" }, "AMANA_WITHDRAWAL_SMALLEST", /right form/],
  ["a currency that no adapter takes", { AMANA_CURRENCY: "SAR" }, "AMANA_CURRENCY", /right form/],
  ["a misspelt variable", { AMANA_COMISSION: "100" }, "AMANA_COMISSION", /nothing reads/],
  ["a loud log level", { AMANA_LOG_LEVEL: "loud" }, "AMANA_LOG_LEVEL", /right form/],
  ["a header with a colon", { RAPIDSHYP_WEBHOOK_HEADER: "x-token:" }, "RAPIDSHYP_WEBHOOK_HEADER", /right form/],
];

describe("case 125: production does not start with", () => {
  test("any of at least thirty", () => {
    expect(BAD_IN_PRODUCTION.length + BAD_IN_EITHER_MODE.length).toBeGreaterThanOrEqual(30);
  });

  test.each([...BAD_IN_PRODUCTION, ...BAD_IN_EITHER_MODE])("%s", (_, env, variable, problem) => {
    const result = readConfig({ ...PRODUCTION, ...env }, { keep });
    if (result.ok) throw new Error("it would have started");
    const found = result.error.filter((each) => each.variable === variable && problem.test(each.problem));
    expect(found, describeProblems(result.error)).toHaveLength(1);
    expect(found[0]?.fix).toMatch(/^[A-Z].*\.$/);
  });

  test.each([...BAD_IN_EITHER_MODE].filter(([what]) => !what.startsWith("a mode")))(
    "does not start with %s",
    (_, env, variable, problem) => {
      const own = { ...PRODUCTION, AMANA_MODE: "sandbox", CASHFREE_BASE_URL: "https://sandbox.cashfree.com/pg" };
      const result = readConfig({ ...own, ...env }, { keep });
      expect(result.ok ? [] : result.error.map((each) => `${each.variable}: ${each.problem}`)).toContainEqual(
        expect.stringMatching(new RegExp(`^${variable}: .*${problem.source}`)),
      );
    },
  );
});
