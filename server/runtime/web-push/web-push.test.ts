import { createPublicKey, verify } from "node:crypto";
import { describe, expect, test } from "vitest";
import { at } from "../../../core/time/index.ts";
import { areBrowserKeys, authorization, draw, encrypt, pushKey } from "./index.ts";

const bytes = (text: string) => Buffer.from(text, "base64url");

/** The example of RFC 8291, section 5 and appendix A. */
const RFC = {
  message: "When I grow up, I want to be a watermelon",
  browser: {
    p256dh: bytes("BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
    auth: bytes("BTBZMqHH6r4Tts7J_aSIgg"),
  },
  drawn: { privateKey: bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw"), salt: bytes("DGv6ra1nlYgDCS1FRnbzlw") },
  sealed:
    "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN",
};

test("a message is sealed as the standard's own example is", () => {
  expect(Buffer.from(encrypt(RFC.message, RFC.browser, RFC.drawn)).toString("base64url")).toBe(RFC.sealed);
});

test("each message is sealed with keys of its own", () => {
  const [one, two] = [draw(), draw()].map((drawn) => Buffer.from(encrypt("x", RFC.browser, drawn)).toString("hex"));
  expect(one).not.toBe(two);
});

describe("keys of a browser", () => {
  test("are taken", () => expect(areBrowserKeys(RFC.browser)).toBe(true));

  test.each([
    ["no point of the curve", { ...RFC.browser, p256dh: Buffer.alloc(65, 4) }],
    ["a point that is too short", { ...RFC.browser, p256dh: RFC.browser.p256dh.subarray(0, 64) }],
    ["a secret that is too long", { ...RFC.browser, auth: Buffer.alloc(17) }],
    ["nothing", { p256dh: Buffer.alloc(0), auth: Buffer.alloc(0) }],
  ])("are not: %s", (_, keys) => expect(areBrowserKeys(keys)).toBe(false));
});

describe("what shows a push service that it is us", () => {
  const key = pushKey(Buffer.alloc(32, 7), "mailto:push@example.test");
  const header = authorization(key, "https://push.example.test/p/abc?x=1", at(1_767_225_600_000));
  const [, token = "", shown = ""] = /^vapid t=([^,]+), k=(.+)$/.exec(header) ?? [];
  const [head = "", claims = "", signature = ""] = token.split(".");

  test("names the service, an hour within a day, and whom to ask", () => {
    expect(JSON.parse(bytes(head).toString())).toEqual({ typ: "JWT", alg: "ES256" });
    expect(JSON.parse(bytes(claims).toString())).toEqual({
      ...{ aud: "https://push.example.test", exp: 1_767_225_600 + 12 * 3600, sub: "mailto:push@example.test" },
    });
  });

  test("is signed by the key that it shows, which browsers subscribe with", () => {
    expect(shown).toBe(key.publicKey);
    const point = bytes(shown);
    const jwk = {
      ...{ kty: "EC", crv: "P-256" },
      ...{ x: point.subarray(1, 33).toString("base64url"), y: point.subarray(33).toString("base64url") },
    };
    const by = { key: createPublicKey({ key: jwk, format: "jwk" }), dsaEncoding: "ieee-p1363" } as const;
    expect(verify("sha256", Buffer.from(`${head}.${claims}`), by, bytes(signature))).toBe(true);
    expect(verify("sha256", Buffer.from(`${head}.${claims}x`), by, bytes(signature))).toBe(false);
  });

  test("needs a key of the curve", () => expect(() => pushKey(Buffer.alloc(32), "mailto:x@example.test")).toThrow());
});
