import type { UserId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, hours, type Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Queryable } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newIdBeside } from "#runtime/ids";
import type { AddressObjection, Outbound } from "#runtime/outbound";
import type { Keyring } from "#runtime/secrets";
import type { EventType } from "./catalogue.ts";
import { failWaiting } from "./delivery-store.ts";
import {
  countEndpoints,
  type Endpoint,
  type EndpointId,
  endpointMadeBy,
  insertEndpoint,
  insertSecret,
  lockEndpoint,
  readEndpoint,
  removeEndpoint,
  retireSecret,
  saveEndpoint,
  secretMadeBy,
} from "./endpoint-store.ts";
import { newSecret } from "./signature.ts";

export const MOST_ENDPOINTS = 10;

/** For so long an old secret signs beside the new one. */
export const OVERLAP = hours(24);

/** For so long a repeated request is shown the secret once more. */
const SHOWN_AGAIN = hours(24);

export type EndpointMeans = {
  readonly db: Database;
  readonly dataKey: Keyring;
  readonly outbound: Outbound;
};

export type EndpointWish = {
  readonly url: string;
  readonly description: string | null;
  readonly types: readonly EventType[] | null;
};

export type AddressRefused = { readonly kind: "address_refused"; readonly objection: AddressObjection };
export type EndpointRefusal =
  | { readonly kind: "no_such_endpoint" | "too_many_endpoints" | "key_of_another_request" }
  | AddressRefused;

export type WithSecret = { readonly endpoint: Endpoint; readonly secret: string };

/** Makes an endpoint with its first secret, once per key. */
export async function createEndpoint(
  means: EndpointMeans,
  asker: Asker,
  wish: EndpointWish,
  requestKey: string | null,
  now: Instant,
): Promise<Result<WithSecret, EndpointRefusal>> {
  const { user } = asker;
  const before = requestKey === null ? null : await endpointMadeBy(means.db, user, requestKey);
  if (before) return await shownAgain(means, before, wish, requestKey ?? "", now);
  const refused = await objectionTo(means, wish.url);
  if (refused) return refuse(refused);
  const secret = newSecret();
  return await means.db.transaction(async (tx) => {
    const count = await countEndpoints(tx, user);
    const raced = requestKey === null ? null : await endpointMadeBy(tx, user, requestKey);
    if (raced) return await shownAgain({ ...means, db: tx }, raced, wish, requestKey ?? "", now);
    if (count >= MOST_ENDPOINTS) return refuse({ kind: "too_many_endpoints" });
    const id = newIdBeside("webhookEndpoint", now, user);
    await insertEndpoint(tx, { id, user, ...wish, madeAt: now, requestKey });
    await insertSecret(tx, means.dataKey, { endpoint: id, text: secret, requestKey }, now);
    await note(tx, asker, id, "added", { url: wish.url, types: wish.types }, now);
    return ok({ endpoint: await present(tx, user, id), secret });
  });
}

/** A repeated request whose answer was lost; the address is compared, so that a key does not fetch another endpoint's secret. */
async function shownAgain(
  { db, dataKey }: { readonly db: Queryable; readonly dataKey: Keyring },
  endpoint: Endpoint,
  { url }: EndpointWish,
  requestKey: string,
  now: Instant,
): Promise<Result<WithSecret, EndpointRefusal>> {
  const made = await secretMadeBy(db, dataKey, endpoint.id, requestKey);
  if (endpoint.url !== url || !made || now - made.madeAt > SHOWN_AGAIN)
    return refuse({ kind: "key_of_another_request" });
  return ok({ endpoint, secret: made.text });
}

export type EndpointChange = Partial<EndpointWish> & { readonly enabled?: boolean };

/** Switching off ends what waits; switching on forgets the failures. */
export async function changeEndpoint(
  means: EndpointMeans,
  asker: Asker,
  id: EndpointId,
  change: EndpointChange,
  now: Instant,
): Promise<Result<Endpoint, EndpointRefusal>> {
  const { user } = asker;
  if (!(await readEndpoint(means.db, user, id))) return refuse({ kind: "no_such_endpoint" });
  const refused = change.url === undefined ? null : await objectionTo(means, change.url);
  if (refused) return refuse(refused);
  return await means.db.transaction(async (tx) => {
    const before = await lockEndpoint(tx, user, id);
    if (!before) return refuse({ kind: "no_such_endpoint" });
    const changed = withChange(before, change, now);
    await saveEndpoint(tx, changed);
    if (change.enabled === false) await failWaiting(tx, id);
    await note(tx, asker, id, "changed", { ...change }, now);
    return ok(changed);
  });
}

function withChange(before: Endpoint, { enabled, url, description, types }: EndpointChange, now: Instant): Endpoint {
  const wished: Endpoint = {
    ...before,
    url: url ?? before.url,
    description: description === undefined ? before.description : description,
    types: types === undefined ? before.types : types,
  };
  if (enabled === true) return { ...wished, offBecause: null, offAt: null, failingSince: null };
  if (enabled === false && before.offBecause === null) return { ...wished, offBecause: "owner", offAt: now };
  return wished;
}

export const deleteEndpoint = (
  db: Database,
  asker: Asker,
  id: EndpointId,
  now: Instant,
): Promise<Result<"deleted", EndpointRefusal>> =>
  db.transaction(async (tx) => {
    const endpoint = await lockEndpoint(tx, asker.user, id);
    if (!endpoint) return refuse({ kind: "no_such_endpoint" });
    await removeEndpoint(tx, id);
    await note(tx, asker, id, "removed", { url: endpoint.url }, now);
    return ok("deleted");
  });

/** Gives an endpoint a new secret, once per key; those before it sign beside it for a day from when they were replaced. */
export const rotateSecret = (
  { db, dataKey }: EndpointMeans,
  asker: Asker,
  id: EndpointId,
  requestKey: string | null,
  now: Instant,
): Promise<Result<WithSecret, EndpointRefusal>> =>
  db.transaction(async (tx) => {
    const { user } = asker;
    if (!(await lockEndpoint(tx, user, id))) return refuse({ kind: "no_such_endpoint" });
    const made = requestKey === null ? null : await secretMadeBy(tx, dataKey, id, requestKey);
    if (made) return ok({ endpoint: await present(tx, user, id), secret: made.text });
    const secret = newSecret();
    await retireSecret(tx, id, after(now, OVERLAP), now);
    await insertSecret(tx, dataKey, { endpoint: id, text: secret, requestKey }, now);
    await note(tx, asker, id, "secret_rotated", {}, now);
    return ok({ endpoint: await present(tx, user, id), secret });
  });

async function objectionTo({ outbound }: EndpointMeans, url: string): Promise<AddressRefused | null> {
  const objection = await outbound.objectionTo(url);
  return objection && { kind: "address_refused", objection };
}

async function present(tx: Queryable, user: UserId, id: EndpointId): Promise<Endpoint> {
  const endpoint = await readEndpoint(tx, user, id);
  if (!endpoint) throw new Error(`${id} is gone`);
  return endpoint;
}

const note = (
  tx: Queryable,
  asker: Asker,
  id: EndpointId,
  what: "added" | "changed" | "removed" | "secret_rotated",
  detail: Record<string, unknown>,
  now: Instant,
): Promise<void> =>
  record(tx, now, {
    ...doneBy("user", asker),
    action: `webhook_endpoint.${what}`,
    subject: id,
    reason: null,
    detail,
  });
