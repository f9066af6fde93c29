import type { Id } from "@amana/core/ids";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, type Instant, seconds } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database } from "#runtime/database";
import { type Asker, SCOPES, type Scope } from "#runtime/http";
import { newRootId } from "#runtime/ids";
import { hashOfToken, newToken } from "../keys/token.ts";
import { readClient } from "./client-store.ts";
import { insertGrant } from "./grant-store.ts";
import { answerAt } from "./redirect-uri.ts";

const CODE_LIFE = seconds(60);

/** What may be granted to somebody else's program: nothing of staff. */
export const GRANTABLE = SCOPES.filter((scope) => !scope.startsWith("staff:"));

/** What a program asked for in the address of the consent page (RFC 6749 §4.1.1, RFC 7636 §4.3), and what the person decided. */
export type ConsentAsked = {
  readonly clientId: Id<"oauthClient">;
  readonly redirectUri: string;
  readonly responseType: string;
  readonly scope: string;
  readonly state: string | undefined;
  readonly codeChallenge: string;
  readonly codeChallengeMethod: string;
  readonly decision: "approve" | "deny";
};

type ConsentParts = { readonly db: Database; readonly issuer: string };

/**
 * Answers with the address that the person's browser goes to next. Who is not known, or wants the answer sent elsewhere than
 * registered, is refused here and gets nothing; all else that is wrong is told to the program at its own address.
 */
export async function consent(
  { db, issuer }: ConsentParts,
  asker: Asker,
  asked: ConsentAsked,
  now: Instant,
): Promise<Result<string, "no_such_client" | "not_its_redirect_uri">> {
  const client = await readClient(db, asked.clientId);
  if (!client) return refuse("no_such_client");
  if (!client.redirectUris.includes(asked.redirectUri)) return refuse("not_its_redirect_uri");
  const answer = (fields: Readonly<Record<string, string>>) =>
    ok(answerAt(asked.redirectUri, { ...fields, state: asked.state, iss: issuer }));
  const scopes = grantable(asked.scope);
  const error = objectionTo(asked, scopes);
  if (error !== null || scopes === null) return answer({ error: error ?? "invalid_scope" });
  return answer({ code: await give(db, asker, asked, scopes, now) });
}

const CHALLENGE = /^[A-Za-z0-9_-]{43}$/;

function objectionTo(asked: ConsentAsked, scopes: readonly Scope[] | null): string | null {
  if (asked.responseType !== "code") return "unsupported_response_type";
  if (asked.codeChallengeMethod !== "S256" || !CHALLENGE.test(asked.codeChallenge)) return "invalid_request";
  if (scopes === null) return "invalid_scope";
  return asked.decision === "deny" ? "access_denied" : null;
}

/** Null when there is none, or one that is unknown or not to be given away. */
export function grantable(scope: string): Scope[] | null {
  const words = [...new Set(scope.split(" ").filter(Boolean))];
  const scopes = GRANTABLE.filter((known) => words.includes(known));
  return words.length > 0 && scopes.length === words.length ? scopes : null;
}

function give(
  db: Database,
  asker: Asker,
  { clientId, redirectUri, codeChallenge }: ConsentAsked,
  scopes: readonly Scope[],
  now: Instant,
): Promise<string> {
  return db.transaction(async (tx) => {
    const code = newToken("code");
    const id = newRootId("grant", now);
    await insertGrant(tx, {
      ...{ id, client: clientId, user: asker.user, scopes, redirectUri, challenge: codeChallenge },
      ...{ codeHash: hashOfToken(code), codeExpiresAt: after(now, CODE_LIFE), createdAt: now },
    });
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "grant.given", subject: id, reason: null },
      detail: { client: clientId, scopes },
    });
    return code;
  });
}
