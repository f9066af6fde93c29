import { at, days, minutes } from "@amana/core/time";
import { Webhook } from "standardwebhooks";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { newSecret, signedHeaders } from "./signature.ts";

const NOW = at(Date.UTC(2026, 2, 2, 9));
const MESSAGE = { id: "evt_0199aa00c0de7000a000000000000042", body: '{"type":"order.paid","data":{"note":"مرحبا"}}' };

/** The package looks at the machine's clock. */
beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  vi.useRealTimers();
});

describe("what we send is accepted by the package `standardwebhooks`", () => {
  test("with the secret it was signed by, and its body is what was sent", () => {
    const secret = newSecret();
    const verified = new Webhook(secret).verify(MESSAGE.body, signedHeaders([secret], MESSAGE, NOW));
    expect(verified).toEqual(JSON.parse(MESSAGE.body));
  });

  test("with the new and with the old secret while both sign", () => {
    const secrets = [newSecret(), newSecret()];
    const headers = signedHeaders(secrets, MESSAGE, NOW);
    for (const secret of secrets) expect(() => new Webhook(secret).verify(MESSAGE.body, headers)).not.toThrow();
  });

  test("and with no other secret, body, id or time", () => {
    const secret = newSecret();
    const headers = signedHeaders([secret], MESSAGE, NOW);
    const webhook = new Webhook(secret);
    expect(() => new Webhook(newSecret()).verify(MESSAGE.body, headers)).toThrow("No matching signature");
    expect(() => webhook.verify(`${MESSAGE.body} `, headers)).toThrow("No matching signature");
    expect(() => webhook.verify(MESSAGE.body, { ...headers, "webhook-id": "evt_other" })).toThrow("No matching");
    expect(() => webhook.verify(MESSAGE.body, signedHeaders([secret], MESSAGE, at(NOW - minutes(6))))).toThrow(
      "too old",
    );
    expect(() => webhook.verify(MESSAGE.body, signedHeaders([secret], MESSAGE, at(NOW + days(1))))).toThrow("too new");
  });
});

test("a secret is 32 random bytes in base64 behind its mark", () => {
  const secrets = Array.from({ length: 100 }, newSecret);
  expect(new Set(secrets).size).toBe(100);
  for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
});
