import { describe, expect, test } from "vitest";
import { keep, PRODUCTION } from "./production-for-test.ts";
import { readConfig } from "./read.ts";

const GOOGLE = {
  AMANA_OIDC_GOOGLE_ISSUER: "https://accounts.google.com",
  AMANA_OIDC_GOOGLE_CLIENT_ID: "1234.apps.googleusercontent.com",
  AMANA_OIDC_GOOGLE_CLIENT_SECRET: "GOCSPX-kX3-ow9Qm2Lr7Tz5",
};

const read = (env: Record<string, string>) => readConfig(env, { keep });

test("a provider is read from its variables, its secret hidden, beside others", () => {
  const more = { AMANA_OIDC_WORK_ISSUER: "https://id.work.example.com/tenant", AMANA_OIDC_WORK_CLIENT_ID: "amana" };
  const config = read({
    ...PRODUCTION,
    ...GOOGLE,
    ...more,
    AMANA_OIDC_WORK_CLIENT_SECRET: "k3ow9Qm2Lr7Tz5kX",
    AMANA_OIDC_WORK_LABEL: "Work account",
  });
  if (!config.ok) throw new Error(JSON.stringify(config.error));
  expect(config.value.signInProviders).toMatchObject([
    { name: "google", label: "Google", issuer: "https://accounts.google.com" },
    { name: "work", label: "Work account", clientId: "amana" },
  ]);
  expect(JSON.stringify(config.value)).not.toContain("GOCSPX");
});

test("production has none by itself, and the sandbox has its own beside those given", () => {
  const names = (env: Record<string, string>) => {
    const config = read(env);
    return config.ok ? config.value.signInProviders.map(({ name }) => name) : config.error;
  };
  expect(names(PRODUCTION)).toEqual([]);
  expect(names({ AMANA_MODE: "sandbox" })).toEqual(["demo"]);
  expect(names({ AMANA_MODE: "sandbox", ...GOOGLE })).toEqual(["demo", "google"]);
});

describe("case 125: production does not start with a provider that", () => {
  test.each([
    ["lacks its secret", { AMANA_OIDC_GOOGLE_CLIENT_SECRET: "" }, "AMANA_OIDC_GOOGLE_CLIENT_SECRET"],
    ["lacks its issuer", { AMANA_OIDC_GOOGLE_ISSUER: "" }, "AMANA_OIDC_GOOGLE_ISSUER"],
    ["lacks its client id", { AMANA_OIDC_GOOGLE_CLIENT_ID: "" }, "AMANA_OIDC_GOOGLE_CLIENT_ID"],
    [
      "is spoken to in the clear",
      { AMANA_OIDC_GOOGLE_ISSUER: "http://accounts.google.com" },
      "AMANA_OIDC_GOOGLE_ISSUER",
    ],
    ["has no address", { AMANA_OIDC_GOOGLE_ISSUER: "accounts.google.com" }, "AMANA_OIDC_GOOGLE_ISSUER"],
    ["has a query in its issuer", { AMANA_OIDC_GOOGLE_ISSUER: "https://a.com/?x=1" }, "AMANA_OIDC_GOOGLE_ISSUER"],
    [
      "has the sandbox's secret",
      { AMANA_OIDC_GOOGLE_CLIENT_SECRET: "sandbox-oidc-secret-not-real" },
      "AMANA_OIDC_GOOGLE_CLIENT_SECRET",
    ],
    ["has a space in its secret", { AMANA_OIDC_GOOGLE_CLIENT_SECRET: "a b" }, "AMANA_OIDC_GOOGLE_CLIENT_SECRET"],
    ["has a label of two lines", { AMANA_OIDC_GOOGLE_LABEL: "a\nb" }, "AMANA_OIDC_GOOGLE_LABEL"],
    ["is misspelt", { AMANA_OIDC_GOOGLE_ISUER: "https://a.com" }, "AMANA_OIDC_GOOGLE_ISUER"],
    ["has a name that fits no address", { AMANA_OIDC_MY_ID_ISSUER: "https://a.com" }, "AMANA_OIDC_MY_ID_ISSUER"],
  ])("%s", (_, change, variable) => {
    const config = read({ ...PRODUCTION, ...GOOGLE, ...change });
    expect(config.ok ? [] : config.error.map((problem) => problem.variable)).toContain(variable);
  });
});
