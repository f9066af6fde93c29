import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import {
  type Config,
  configurationDocs,
  describeProblems,
  envExample,
  readConfig,
  SANDBOX_CREDENTIALS,
  secret,
} from "./index.ts";
import { keep, PRODUCTION } from "./production-for-test.ts";

const read = (env: Record<string, string | undefined>): Config => {
  const result = readConfig(env, { keep });
  if (!result.ok) throw new Error(describeProblems(result.error));
  return result.value;
};

test("production starts when nothing is wrong", () => {
  expect(read(PRODUCTION)).toMatchObject({
    mode: "production",
    publicUrl: "https://market.amana-shop.in",
    sandboxUrl: null,
    cashfree: {
      mode: "production",
      baseUrl: "https://api.cashfree.com/pg",
      scriptUrl: "https://sdk.cashfree.com/js/v3/cashfree.js",
    },
    cashfreePayouts: { baseUrl: "https://api.cashfree.com/payout" },
    rapidshyp: {
      baseUrl: "https://api.rapidshyp.com/rapidshyp/apis/v1",
      storeName: "DEFAULT",
      webhook: { header: "access-token" },
    },
    cronKey: null,
    commissionBasisPoints: 300,
    accountHoldHours: 24,
    digital: { inspectionHours: 0, downloads: 20, days: 365 },
    unmatchedRefundDays: 7,
    withdrawals: { smallest: 100, perDay: null, confirmAbove: 500_000 },
    reserve: null,
  });
});

test("a scanner is told by its address, by its socket, or in words that there is none", () => {
  const scanner = (text: string) => read({ ...PRODUCTION, AMANA_VIRUS_SCANNER: text }).virusScanner;
  expect(scanner("none")).toBeNull();
  expect(scanner("unix:/run/clamav/clamd.ctl")).toEqual({ path: "/run/clamav/clamd.ctl" });
  expect(scanner("clamd://10.0.0.4:3310")).toEqual({ host: "10.0.0.4", port: 3310 });
  expect(scanner("clamd://[::1]:3310")).toEqual({ host: "::1", port: 3310 });
  expect(read({}).virusScanner).toEqual({ host: "127.0.0.1", port: 4135 });
  expect(read({ AMANA_VIRUS_SCANNER: "none" }).virusScanner).toBeNull();
});

describe("the sandbox", () => {
  test("needs nothing, and talks to the simulators only", () => {
    const config = read({});
    expect(config).toMatchObject({
      mode: "sandbox",
      host: "127.0.0.1",
      port: 4000,
      publicUrl: "http://localhost:4000",
      database: null,
      sandboxUrl: "http://127.0.0.1:4100",
      logLevel: "info",
      currency: "INR",
    });
    for (const address of [
      config.cashfree?.baseUrl,
      config.cashfree?.scriptUrl,
      config.cashfreePayouts?.baseUrl,
      config.rapidshyp?.baseUrl,
    ]) {
      expect(address).toMatch(/^http:\/\/127\.0\.0\.1:4100\//);
    }
    expect(config.cashfree?.clientSecret.reveal()).toBe(SANDBOX_CREDENTIALS.cashfreeClientSecret);
    expect(config.secret.reveal()).toBe("kept amana-secret");
  });

  test("follows its simulators to another address and its own port", () => {
    const config = read({
      AMANA_SANDBOX_URL: "http://127.0.0.1:5100/",
      AMANA_PORT: "5000",
      AMANA_SANDBOX_DATA: "told to the simulators",
    });
    expect(config.publicUrl).toBe("http://localhost:5000");
    expect(config.cashfree?.baseUrl).toMatch(/^http:\/\/127\.0\.0\.1:5100\/[a-z]/);
  });

  test("with keys of one's own talks to the provider's test system", () => {
    const config = read({
      CASHFREE_CLIENT_ID: "TEST104f",
      CASHFREE_CLIENT_SECRET: "cfsk_ma_test_1",
      CASHFREE_PREVIOUS_SECRETS: "one,two",
    });
    expect(config.cashfree).toMatchObject({
      mode: "sandbox",
      baseUrl: "https://sandbox.cashfree.com/pg",
      scriptUrl: "https://sdk.cashfree.com/js/v3/cashfree.js",
    });
    expect(config.cashfree?.previousSecrets.map((each) => each.reveal())).toEqual(["one", "two"]);
  });

  test("does not move real money", () => {
    const result = readConfig(
      { ...PRODUCTION, AMANA_MODE: "sandbox", CASHFREE_BASE_URL: "https://api.cashfree.com/pg" },
      { keep },
    );
    expect(result).toMatchObject({
      ok: false,
      error: [{ variable: "CASHFREE_BASE_URL", problem: "the sandbox must not move real money" }],
    });
  });
});

test("everything that is wrong is listed at once, and the caller's mode wins", () => {
  const result = readConfig({ AMANA_PORT: "x", AMANA_MODE: "sandbox" }, { mode: "production", keep });
  expect(result.ok ? [] : result.error.map(({ variable }) => variable)).toEqual(
    expect.arrayContaining([
      "AMANA_PORT",
      "AMANA_PUBLIC_URL",
      "DATABASE_URL",
      "AMANA_SECRET",
      "AMANA_DATA_KEY",
      "AMANA_FUND_HOLDER",
      "CASHFREE_CLIENT_ID",
    ]),
  );
});

test("neither a problem nor a printed configuration shows a secret", () => {
  const bad = readConfig(
    { ...PRODUCTION, AMANA_SECRET: "short-but-secret", CASHFREE_CLIENT_SECRET: "cfsk_ma_test_hidden-one" },
    { keep },
  );
  expect(bad.ok ? "" : describeProblems(bad.error)).not.toMatch(/short-but-secret|hidden-one/);
  const config = read(PRODUCTION);
  for (const printed of [
    JSON.stringify(config),
    inspect(config, { depth: 9, showHidden: true }),
    `${config.secret}`,
    String(config.database?.appUrl),
  ]) {
    for (const name of [
      "AMANA_SECRET",
      "AMANA_DATA_KEY",
      "DATABASE_URL",
      "CASHFREE_CLIENT_SECRET",
      "RAPIDSHYP_TOKEN",
      "RAPIDSHYP_WEBHOOK_TOKEN",
    ]) {
      expect(printed).not.toContain(PRODUCTION[name]);
    }
    expect(printed).toContain("***");
  }
  expect(config.database?.appUrl.reveal()).toBe(PRODUCTION.DATABASE_URL);
});

test("the configuration is frozen to its last part", () => {
  const config = read({});
  expect(() => Object.assign(config, { port: 1 })).toThrow(TypeError);
  expect(() => Object.assign(config.rapidshyp?.webhook ?? {}, { header: "x" })).toThrow(TypeError);
  expect(() => Object.assign(secret("a"), { reveal: () => "b" })).toThrow(TypeError);
});

describe("secrets that the sandbox makes", () => {
  const folders: string[] = [];
  afterEach(() => {
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  test("are kept for the next start, in files of this user only", () => {
    const folder = mkdtempSync(join(tmpdir(), "amana-config-"));
    folders.push(folder);
    const start = () => readConfig({ AMANA_DATA: folder });
    const [first, second] = [start(), start()];
    if (!first.ok || !second.ok) throw new Error("it must start");
    expect(first.value.secret.reveal()).toBe(second.value.secret.reveal());
    expect(first.value.secret.reveal()).not.toBe(first.value.dataKey.reveal());
    expect(Buffer.from(first.value.dataKey.reveal(), "base64")).toHaveLength(32);
    for (const name of ["amana-secret", "amana-data-key"])
      expect(statSync(join(folder, "secrets", name)).mode & 0o777).toBe(0o600);
  });

  test("are not made when the configuration is refused", () => {
    const kept: string[] = [];
    const note = (_: string, name: string): string => {
      kept.push(name);
      return "";
    };
    readConfig({ AMANA_PORT: "x" }, { keep: note });
    expect(kept).toEqual([]);
  });
});

describe("the documents", () => {
  const repository = join(import.meta.dirname, "../../..");

  test("are what the schema makes: run `node tools/config-docs.ts`", () => {
    expect(readFileSync(join(repository, "docs/operating/configuration.md"), "utf8")).toBe(configurationDocs());
    expect(readFileSync(join(repository, ".env.example"), "utf8")).toBe(envExample());
  });

  test("an example that someone copies and fills in by removing the marks is refused in production", () => {
    const lines = envExample().matchAll(/^# ([A-Z_]+)=(.+)$/gm);
    const result = readConfig(
      { ...Object.fromEntries([...lines].map(([, name, value]) => [name, value])), AMANA_MODE: "production" },
      { keep },
    );
    expect(result.ok).toBe(false);
  });
});
