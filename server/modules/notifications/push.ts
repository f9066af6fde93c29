import { createHash } from "node:crypto";
import { parseId } from "@amana/core/ids";
import { after, hours, type Instant, minutes, seconds } from "@amana/core/time";
import { readReader } from "#modules/identity";
import type { Clock } from "#ports/clock";
import type { Database } from "#runtime/database";
import type { Outbound } from "#runtime/outbound";
import type { Keyring } from "#runtime/secrets";
import { authorization, draw, encrypt, type PushKey } from "#runtime/web-push";
import type { JobHandler, JobOutcome } from "#runtime/work";
import { markDelivered, type PushSubscriptionId, readSubscription, removeSubscription } from "./push-store.ts";
import { rendered } from "./said.ts";
import { readNotice, type StoredNotice } from "./store.ts";
import { NOTICE_PUSH } from "./tell.ts";

export type PushParts = {
  readonly db: Database;
  readonly outbound: Outbound;
  readonly dataKey: Keyring;
  readonly push: {
    readonly key: PushKey;
    /** What push services' clocks show: they do not move with a sandbox's. */
    readonly wallClock: Clock;
  };
};

/** What is older is news no more: it stands in the list. */
const STALE_AFTER = hours(24);
const SHORTEST_PAUSE = seconds(30);
const LONGEST_PAUSE = minutes(60);
const GONE = [404, 410];
/** What a push service will not take from us however often it is sent. */
const NEVER = [400, 413];

type Means = Omit<PushParts, "push"> & PushParts["push"];

/**
 * Tells a browser of a notice: its title, its order's number and its page, and no amounts, for it may stand on a locked screen. A
 * browser that is gone is forgotten; a push service that has trouble is asked again, and the pauses grow with the news's age.
 */
export const pushNotice = ({ push, ...parts }: PushParts): JobHandler => ({
  kind: NOTICE_PUSH,
  async run(payload, now) {
    const notice = parseId("notification", String(payload.notice));
    const subscription = parseId("pushSubscription", String(payload.subscription));
    if (!notice || !subscription) throw new Error(`no notice in ${JSON.stringify(payload)}`);
    return await pushOnce({ ...parts, ...push }, await readNotice(parts.db, notice), subscription, now);
  },
});

async function pushOnce(
  means: Means,
  notice: StoredNotice | null,
  id: PushSubscriptionId,
  now: Instant,
): Promise<JobOutcome> {
  const { db, outbound, dataKey, key, wallClock } = means;
  const subscription = await readSubscription(db, dataKey, id);
  const reader = notice && (await readReader(db, notice.user));
  if (!notice || !subscription || !reader) return "done";
  const { endpoint, keys, user } = subscription;
  if (user !== notice.user || now - notice.at > STALE_AFTER) return "done";
  const { title, page } = rendered(reader.language, notice);
  const text = notice.params.orderNumber ?? "";
  const message = { id: notice.id, lang: reader.language, title, text, page };
  const sent = await outbound.post({
    address: endpoint,
    headers: {
      ...{ "content-type": "application/octet-stream", "content-encoding": "aes128gcm" },
      ...{ ttl: String(STALE_AFTER / 1000), urgency: "normal", topic: topicOf(notice.id) },
      authorization: authorization(key, endpoint, wallClock.now()),
    },
    body: encrypt(JSON.stringify(message), keys, draw()),
  });
  return await endOf(means, sent, { id, age: now - notice.at, now });
}

type Tried = { readonly id: PushSubscriptionId; readonly age: number; readonly now: Instant };

async function endOf(
  means: Means,
  sent: Awaited<ReturnType<Outbound["post"]>>,
  { id, age, now }: Tried,
): Promise<JobOutcome> {
  if (sent.kind === "address_refused") return await forgotten(means, id);
  if (sent.kind !== "answered") return { again: after(now, pauseAfter(age)) };
  const { status, retryAfter } = sent;
  if (GONE.includes(status)) return await forgotten(means, id);
  if (NEVER.includes(status)) return "done";
  if (status < 200 || status >= 300) return { again: after(now, Math.max(pauseAfter(age), secondsIn(retryAfter))) };
  await markDelivered(means.db, id, now);
  return "done";
}

async function forgotten({ db }: Means, id: PushSubscriptionId): Promise<JobOutcome> {
  await removeSubscription(db, id);
  return "done";
}

/** As long as it has been tried already. */
const pauseAfter = (age: number): number => Math.min(Math.max(age, SHORTEST_PAUSE), LONGEST_PAUSE);

const secondsIn = (retryAfter: string | null): number =>
  retryAfter !== null && /^\d{1,5}$/.test(retryAfter) ? seconds(Number(retryAfter)) : 0;

/** A second one of the same notice takes the first one's place while neither has arrived: at most 32 characters. */
const topicOf = (notice: string): string => createHash("sha256").update(notice).digest("base64url").slice(0, 32);
