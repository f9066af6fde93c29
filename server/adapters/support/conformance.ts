import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { type Kind, makeId } from "@amana/core/ids";
import type { Result } from "@amana/core/result";
import { after, type Instant, seconds } from "@amana/core/time";
import type { CallRefusal, RawWebhook, WebhookRefusal } from "#ports/call";
import type { Http } from "./http.ts";
import { NO_ANSWER } from "./http.ts";

/** One rule that every adapter of a kind holds; a test file gives it to its runner. */
export type Case = { readonly title: string; readonly run: () => Promise<void> };

/** Where the line breaks: before the other side has heard of the call, or after it has done what was asked. */
export type Loss = "before" | "after";

/** A line that can be cut: the next call whose method and address match gets no answer. */
export function breakableLine(http: Http) {
  let cut: { readonly when: Loss; readonly call: RegExp } | null = null;
  const line: Http = async (request) => {
    const due = cut?.call.test(`${request.method} ${request.url}`) ? cut : null;
    if (!due) return http(request);
    cut = null;
    if (due.when === "after") await http(request);
    return NO_ANSWER;
  };
  const loseNext = (when: Loss, call: RegExp) => {
    cut = { when, call };
  };
  return { line, loseNext };
}

/** A fresh id of ours. */
export const freshId = (kind: Kind, now: Instant): string => makeId(kind, now, randomBytes(9), 7);

export function given<T>(result: Result<T, unknown>): T {
  if (!result.ok) assert.fail(`refused: ${JSON.stringify(result.error)}`);
  return result.value;
}

export function refused(result: Result<unknown, CallRefusal>, ...kinds: readonly CallRefusal["kind"][]): CallRefusal {
  if (result.ok) assert.fail("was not refused");
  assert.ok(
    kinds.includes(result.error.kind),
    `refused as ${JSON.stringify(result.error)}, not as ${kinds.join(" or ")}`,
  );
  return result.error;
}

/** After a lost answer an adapter either says that it does not know, or has looked and found it. */
export function unknownOrFound(result: Result<unknown, CallRefusal>): void {
  if (!result.ok) refused(result, "outcome_unknown");
}

export type WebhookUnderTest = {
  readonly read: (webhook: RawWebhook, now: Instant) => Result<unknown, WebhookRefusal>;
  /** A webhook as the other side sends it. */
  readonly genuine: () => Promise<RawWebhook>;
  /** When that one was sent. */
  readonly now: () => Instant;
  /** Carries the signature or the token. */
  readonly proofHeader: string;
  /** Tokens or secrets of ours that belong to another party. */
  readonly foreign: readonly string[];
  /** Null for parties that sign nothing and only show a token. */
  readonly signing: {
    readonly timestampHeader: string;
    readonly toleranceSeconds: number;
    /** The present secret and those that still count while keys rotate. */
    readonly secrets: readonly string[];
    readonly sign: (body: Uint8Array, sentAt: Instant, secret: string) => RawWebhook;
  } | null;
};

/** What every reader of webhooks refuses, and what it lets in. */
export function webhookCases(make: () => Promise<WebhookUnderTest>): Case[] {
  const rule = (title: string, check: (under: WebhookUnderTest) => Promise<void>): Case => ({
    title,
    run: async () => check(await make()),
  });
  return [
    rule("a genuine webhook gives a hint", async ({ read, genuine, now }) => {
      given(read(await genuine(), now()));
    }),
    rule(
      "case 3: a webhook with any byte of its proof changed is forged",
      async ({ read, genuine, now, proofHeader }) => {
        const webhook = await genuine();
        const proof = webhook.headers[proofHeader] ?? "";
        assert.ok(proof.length >= 8, "the proof is too short to be one");
        for (let index = 0; index < proof.length; index += 1) {
          const other = String.fromCharCode(proof.charCodeAt(index) ^ 1);
          const changed = proof.slice(0, index) + other + proof.slice(index + 1);
          assertForged(read(withHeader(webhook, proofHeader, changed), now()), `byte ${index}`);
        }
      },
    ),
    rule("case 3: a missing, empty, cut or lengthened proof is forged", async ({ read, genuine, now, proofHeader }) => {
      const webhook = await genuine();
      const proof = webhook.headers[proofHeader] ?? "";
      for (const other of [
        undefined,
        "",
        proof.slice(1),
        proof.slice(0, -1),
        `${proof}A`,
        `${proof}=`,
        proof.repeat(2),
        `${proof.toLowerCase()}x`,
      ]) {
        assertForged(read(withHeader(webhook, proofHeader, other), now()), String(other));
      }
    }),
    rule(
      "case 5: a proof made with another party's secret is forged",
      async ({ read, genuine, now, proofHeader, foreign, signing }) => {
        const webhook = await genuine();
        assert.ok(foreign.length > 0);
        for (const secret of foreign) {
          const wrong = signing ? signing.sign(webhook.body, now(), secret) : withHeader(webhook, proofHeader, secret);
          assertForged(read(wrong, now()), "foreign secret");
        }
      },
    ),
    rule(
      "case 14: what is not JSON is unreadable, and an unknown kind of event is not an error",
      async ({ read, signing, now }) => {
        if (!signing) return;
        const [secret = ""] = signing.secrets;
        const sign = (text: string) => signing.sign(Buffer.from(text), now(), secret);
        assert.deepEqual(read(sign("not json"), now()), { ok: false, error: "unreadable" });
        assert.deepEqual(read(sign('{"no":"type"}'), now()), { ok: false, error: "unreadable" });
        given(read(sign('{"type":"NEVER_SEEN_BEFORE","data":{"anything":[1,2,3]}}'), now()));
      },
    ),
    ...signatureCases(rule),
  ];
}

function signatureCases(rule: (title: string, check: (under: WebhookUnderTest) => Promise<void>) => Case): Case[] {
  return [
    rule("case 6: a body written anew from its JSON is forged", async ({ read, genuine, now, signing }) => {
      if (!signing) return;
      const webhook = await genuine();
      const text = Buffer.from(webhook.body).toString("utf8");
      const backwards = Object.entries(JSON.parse(text)).toReversed();
      const anew = [
        ...[JSON.stringify(JSON.parse(text), null, 1), `${text} `, `\ufeff${text}`, text.replace("{", '{"type":"x",')],
        // The same value by any reader of JSON: the first letter escaped, the last key once more, the keys the other way round.
        text.replace(/"([a-z])/, (_, letter: string) => `"\\u00${letter.charCodeAt(0).toString(16)}`),
        ...backwards
          .slice(0, 1)
          .map(([key, value]) => `{${JSON.stringify(key)}:${JSON.stringify(value)},${text.slice(1)}`),
        ...(backwards.length > 1 ? [JSON.stringify(Object.fromEntries(backwards))] : []),
      ];
      for (const body of anew.slice(4)) assert.deepEqual(JSON.parse(body), JSON.parse(text));
      for (const body of anew) assertForged(read({ ...webhook, body: Buffer.from(body) }, now()), body.slice(0, 40));
    }),
    rule(
      "case 4: a webhook 300 s old or early is taken, one of 301 s is stale",
      async ({ read, genuine, now, signing }) => {
        if (!signing) return;
        const { sign, toleranceSeconds, secrets } = signing;
        const { body } = await genuine();
        const sentBy = (offset: number) => read(sign(body, after(now(), seconds(offset)), secrets[0] ?? ""), now());
        for (const offset of [-toleranceSeconds + 1, -toleranceSeconds, 0, toleranceSeconds, toleranceSeconds - 1])
          given(sentBy(offset));
        for (const offset of [-toleranceSeconds - 1, toleranceSeconds + 1, -86_400, 86_400]) {
          assert.deepEqual(sentBy(offset), { ok: false, error: "stale" });
        }
      },
    ),
    rule("case 4: a captured webhook under a renewed timestamp is forged", async ({ read, genuine, now, signing }) => {
      if (!signing) return;
      const webhook = await genuine();
      const renewed = withHeader(webhook, signing.timestampHeader, String(after(now(), seconds(60))));
      assertForged(read(renewed, after(now(), seconds(60))), "renewed timestamp");
      for (const odd of [undefined, "", "yesterday", "-1", "1e12"])
        assertForged(read(withHeader(webhook, signing.timestampHeader, odd), now()), String(odd));
    }),
    rule(
      "case 5: while keys rotate, each secret that still counts may sign",
      async ({ read, genuine, now, signing }) => {
        if (!signing) return;
        const { body } = await genuine();
        assert.ok(signing.secrets.length > 1, "the adapter under test has no previous secret");
        for (const secret of signing.secrets) given(read(signing.sign(body, now(), secret), now()));
      },
    ),
  ];
}

function assertForged(result: Result<unknown, WebhookRefusal>, what: string): void {
  assert.deepEqual(result, { ok: false, error: "forged" }, `taken although changed: ${what}`);
}

const withHeader = (webhook: RawWebhook, name: string, value: string | undefined): RawWebhook => ({
  ...webhook,
  headers: { ...webhook.headers, [name]: value },
});
