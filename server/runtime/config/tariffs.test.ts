import { describe, expect, test } from "vitest";
import { describeProblems, readConfig } from "./index.ts";
import { keep } from "./production-for-test.ts";

const read = (env: Record<string, string>) => readConfig(env, { keep });

describe("what gateways may charge", () => {
  test("is a share, a fixed part and the tax on both, by gateway", () => {
    const config = read({ AMANA_TARIFFS: "cashfree=195,300,1800;other-pay=0,0,0", AMANA_UNEXPLAINED_LIMIT: "0" });
    if (!config.ok) throw new Error(describeProblems(config.error));
    expect(config.value.tariffs).toEqual({
      cashfree: { basisPoints: 195, fixed: 300, taxBasisPoints: 1800 },
      "other-pay": { basisPoints: 0, fixed: 0, taxBasisPoints: 0 },
    });
    expect(config.value.unexplainedLimit).toBe(0);
  });

  test("is nothing in particular when nobody says it", () => {
    const config = read({});
    expect(config.ok && [config.value.tariffs, config.value.unexplainedLimit, config.value.ownBank]).toEqual([
      {},
      10_000,
      "own",
    ]);
  });

  test.each([
    "cashfree",
    "cashfree=1.95,0,0",
    "cashfree=195,300",
    "=1,2,3",
    "cashfree=195,300,1800;",
    "Cashfree=1,2,3",
  ])("is refused as %s", (text) => {
    expect(read({ AMANA_TARIFFS: text }).ok).toBe(false);
  });
});

test.each(["-1", "1.5", "01", "ten", "1000000000000000"])("a limit of %s is refused", (text) => {
  expect(read({ AMANA_UNEXPLAINED_LIMIT: text }).ok).toBe(false);
});
