import { createHash, randomUUID } from "node:crypto";
import { uuidOf } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import type { Fingerprint } from "./fingerprint.ts";
import type { Principal } from "./policy.ts";
import { invalid, type ProblemAnswer, problem } from "./problems.ts";

/** An answer as it goes over the wire. */
export type Wire = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
};

/** The right to run one request, until the lease ends. */
export type Claim = { readonly scope: string; readonly key: string; readonly token: string };

export type Claimed =
  | { readonly kind: "claimed"; readonly claim: Claim }
  | { readonly kind: "replay"; readonly wire: Wire }
  | { readonly kind: "refused"; readonly answer: ProblemAnswer };

const KEY = /^[\x21-\x7e](?:[\x20-\x7e]{0,253}[\x21-\x7e])?$/;

/** The key in its header, null without one, or what is wrong with it. */
export function readKey(header: string | undefined): string | null | ProblemAnswer<"VALIDATION_FAILED"> {
  if (header === undefined) return null;
  return KEY.test(header) ? header : invalid("Idempotency-Key", "must be 1 to 255 printable ASCII characters");
}

/**
 * In whose name a key is kept, as a UUID: the user, and for everybody else the network, so that a stranger's key never meets
 * a user's and hardly another stranger's. What a stranger may be answered again is what he could have asked for himself.
 */
export function keeperOf(principal: Principal, network: string): string {
  switch (principal.kind) {
    case "user":
      return uuidOf(principal.id);
    case "pending":
    case "suspended":
      return uuidFrom(`${principal.kind}:${principal.id}`);
    case "key":
      return uuidFrom(`key:${principal.name}`);
    case "anonymous":
      return uuidFrom(`network:${network}`);
    default:
      return principal satisfies never;
  }
}

/**
 * Takes the key for one run. Leases and expiry are measured by the database's own clock, for the application's may be moved.
 * A run whose lease of 60 s has ended is taken over by the next request that is the same; what it answers later is not kept.
 */
export async function claim(db: Queryable, scope: string, key: string, fingerprint: Fingerprint): Promise<Claimed> {
  const mine: Claim = { scope, key, token: randomUUID() };
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const claimed = await db.maybe(CLAIM, [scope, key, fingerprint.current, mine.token, fingerprint.any]);
    if (claimed) return { kind: "claimed", claim: mine };
    const row = await db.maybe<Row>(READ, [scope, key]);
    if (row) return answerFrom(row, fingerprint);
  }
  return { kind: "refused", answer: inFlight };
}

/** Keeps the answer, so that it is stored before it is sent. False when another run has taken over. */
export async function keepAnswer(db: Queryable, { scope, key, token }: Claim, wire: Wire): Promise<boolean> {
  const body = wire.body && Buffer.from(wire.body);
  return (await db.maybe(KEEP, [scope, key, token, wire.status, JSON.stringify(wire.headers), body])) !== null;
}

/** Gives the key back, as if the request had never come. */
export async function release(db: Queryable, { scope, key, token }: Claim): Promise<void> {
  await db.query(RELEASE, [scope, key, token]);
}

/** Removes what is older than a day. Returns how many; for a job that runs now and then. */
export async function purgeIdempotency(db: Queryable): Promise<number> {
  return (await db.one<{ purged: number }>(PURGE)).purged;
}

type Row = {
  fingerprint: Buffer;
  status: number | null;
  headers: Record<string, string> | null;
  body: Buffer | null;
};

/** Version 8 of RFC 9562, which none of our ids has. */
function uuidFrom(text: string): string {
  const bytes = createHash("sha256").update(text).digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x80, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}

/** A row can vanish between the two statements, when its run releases it. */
const ATTEMPTS = 3;

const inFlight: ProblemAnswer = { ...problem("IDEMPOTENCY_IN_FLIGHT"), headers: { "retry-after": "1" } };

function answerFrom({ fingerprint, status, headers, body }: Row, asked: Fingerprint): Claimed {
  if (!asked.any.some((mine) => mine.equals(fingerprint)))
    return { kind: "refused", answer: problem("IDEMPOTENCY_KEY_REUSED") };
  if (status === null) return { kind: "refused", answer: inFlight };
  return { kind: "replay", wire: { status, headers: headers ?? {}, body } };
}

const CLAIM = `
  insert into http.idempotency as kept (user_id, key, fingerprint, claim) values ($1, $2, $3, $4)
  on conflict (user_id, key) do update
     set fingerprint = excluded.fingerprint, claim = excluded.claim, claimed_at = excluded.claimed_at,
         status = null, headers = null, body = null
   where (kept.status is null and kept.fingerprint = any ($5::bytea[])
          and kept.claimed_at < clock_timestamp() - interval '60 seconds')
      or kept.claimed_at < clock_timestamp() - interval '24 hours'
  returning claim`;

const READ = "select fingerprint, status, headers, body from http.idempotency where user_id = $1 and key = $2";

const KEEP = `
  update http.idempotency set status = $4, headers = $5::jsonb, body = $6
   where user_id = $1 and key = $2 and claim = $3 and status is null
  returning claim`;

const RELEASE = "delete from http.idempotency where user_id = $1 and key = $2 and claim = $3 and status is null";

const PURGE = `
  with purged as (delete from http.idempotency where claimed_at < clock_timestamp() - interval '24 hours' returning 1)
  select count(*)::int as purged from purged`;
