import { timingSafeEqual } from "node:crypto";
import { type Id, parseId } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database, Queryable } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import { lockUser } from "../keys/store.ts";
import { hashOfToken, isToken, newToken } from "../keys/token.ts";
import { type Client, clientsOf, deleteClientRow, insertClient, readClient } from "./client-store.ts";
import { isRedirectUri } from "./redirect-uri.ts";

export const MOST_CLIENTS = 20;

export type ClientWanted = {
  readonly name: string;
  readonly redirectUris: readonly string[];
  /** Whether it runs where it can keep a secret. */
  readonly confidential: boolean;
};

/** Registers a program; a confidential one's secret is in the answer and nowhere else. */
export function createClient(
  db: Database,
  asker: Asker,
  wanted: ClientWanted,
  now: Instant,
): Promise<Result<{ readonly client: Client; readonly secret: string | null }, "too_many" | "not_a_redirect_uri">> {
  const { user: owner } = asker;
  return db.transaction(async (tx) => {
    if (!wanted.redirectUris.every(isRedirectUri)) return refuse("not_a_redirect_uri");
    await lockUser(tx, owner);
    if ((await clientsOf(tx, owner)).length >= MOST_CLIENTS) return refuse("too_many");
    const secret = wanted.confidential ? newToken("client") : null;
    const client: Client = {
      ...{ id: newRootId("oauthClient", now), owner, name: wanted.name, createdAt: now },
      ...{ redirectUris: [...new Set(wanted.redirectUris)], secretHash: secret === null ? null : hashOfToken(secret) },
    };
    await insertClient(tx, client);
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "oauth_client.created", subject: client.id, reason: null },
      detail: { name: client.name, redirectUris: client.redirectUris, confidential: wanted.confidential },
    });
    return ok({ client, secret });
  });
}

/** Everything that people granted it ends with it. */
export function deleteClient(
  db: Database,
  asker: Asker,
  id: Id<"oauthClient">,
  now: Instant,
): Promise<Result<null, "no_such_client">> {
  return db.transaction(async (tx) => {
    if (!(await deleteClientRow(tx, asker.user, id, now))) return refuse("no_such_client");
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "oauth_client.deleted", subject: id, reason: null, detail: {} },
    });
    return ok(null);
  });
}

/** How a program says who it is: by its secret, or without one where it has none. */
export type ClientProof = { readonly id: string; readonly secret: string | null };

/** The program that proves to be itself; null alike for an unknown one, a wrong secret and a missing one. */
export async function provenClient(db: Queryable, { id, secret }: ClientProof): Promise<Client | null> {
  const known = parseId("oauthClient", id);
  const client = known && (await readClient(db, known));
  if (!client) return null;
  if (client.secretHash === null) return secret === null ? client : null;
  if (secret === null || !isToken("client", secret)) return null;
  return timingSafeEqual(hashOfToken(secret), client.secretHash) ? client : null;
}
