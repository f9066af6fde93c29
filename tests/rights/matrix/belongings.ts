import { createHash } from "node:crypto";
import { idOf, uuidOf } from "../../../core/ids/index.ts";
import type { Instant } from "../../../core/time/index.ts";
import { newRootId } from "../../../server/runtime/ids/index.ts";
import type { Market, PersonName, Side } from "./market.ts";
import type { MatrixServer } from "./server.ts";
import { sessionOf } from "./tokens.ts";

/** What people have made for themselves: the seller a company, an endpoint, a key and a program; the buyer granted it something. */
export type Belongings = Readonly<
  Record<
    | ("organization" | "colleague" | "invitation" | "endpoint" | "delivery" | "event")
    | ("apiKey" | "client" | "grant" | "session" | "audit"),
    string
  >
>;

export const REDIRECT = "https://books.example.test/back";
const VERIFIER = "v".repeat(64);
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

export const consentTo = (client: string) => ({
  ...{ clientId: client, redirectUri: REDIRECT, responseType: "code", scope: "orders:read", decision: "approve" },
  ...{ codeChallenge: CHALLENGE, codeChallengeMethod: "S256" },
});

/** One pair's, made through the API as people make them, but for the invitation by which the colleague came. */
export async function belongingsOf(market: Market, app: MatrixServer["app"], side: Side): Promise<Belongings> {
  const { world, people, sides, hide } = market;
  const [seller, buyer] = [`seller ${side}`, `buyer ${side}`] as const;
  const ask = asking(app);
  const company = await ask(seller, "POST", "/organizations", {
    legalName: hide(`Canary Company ${side}`, seller, `colleague ${side}`, "admin"),
    // Members who only look at a company do not see by what it is taxed.
    ...{ country: "BH", taxNumber: hide(`CANARY-TAX-${side}`, seller) },
  });
  const organization = hide(String(company.id), seller, `colleague ${side}`, "admin");
  const colleague = people[`colleague ${side}`];
  await world.owner.query(
    "insert into organizations.member (organization_id, user_id, role, joined_at) values ($1, $2, 'viewer', now())",
    [uuidOf(organization), uuidOf(colleague)],
  );
  const email = hide(`canary.invited.${side.toLowerCase()}@example.test`, seller);
  const invited = await ask(seller, "POST", `/organizations/${organization}/invitations`, { email, role: "viewer" });
  const url = hide(`https://canary-hook-${side.toLowerCase()}.example.test/`, seller, "admin");
  const hook = await ask(seller, "POST", "/webhook-endpoints", { url });
  hide(String(hook.secret));
  const endpoint = hide(String(Object(hook.endpoint).id), seller, "admin");
  const sent = await ask(seller, "POST", `/webhook-endpoints/${endpoint}/test`);
  const key = await ask(seller, "POST", "/users/me/api-keys", { name: "Demo", scopes: ["orders:read"] });
  hide(String(key.token));
  const program = { name: "Books (demo)", redirectUris: [REDIRECT], confidential: false };
  const client = String((await ask(seller, "POST", "/oauth/clients", program)).id);
  const sessions = await ask(buyer, "GET", "/auth/sessions");
  return {
    ...{ organization, colleague, endpoint, client },
    invitation: hide(String(invited.id), seller, "admin"),
    delivery: hide(String(sent.id), seller),
    event: hide(String(sent.eventId), seller),
    apiKey: hide(String(key.id), seller, "admin"),
    grant: hide(await granted(app, buyer, client), buyer, "admin"),
    session: hide(String(Object(sessions.data)[0].id), buyer, "admin"),
    audit: await entryAbout(market, sides[side].approval),
  };
}

type Made = Readonly<Record<string, unknown>>;

const asking =
  (app: MatrixServer["app"]) =>
  async (who: PersonName, method: "GET" | "POST", path: string, body?: object): Promise<Made> => {
    const headers = { authorization: `Bearer ${sessionOf(who)}` };
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(body && { payload: body }) });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json();
  };

/** A grant with tokens out: until the program has exchanged its code there is nothing to take back. */
async function granted(app: MatrixServer["app"], who: PersonName, client: string): Promise<string> {
  const ask = asking(app);
  const { redirectTo } = await ask(who, "POST", "/oauth/consents", consentTo(client));
  const code = new URL(String(redirectTo)).searchParams.get("code") ?? "";
  const form = { grant_type: "authorization_code", code, code_verifier: VERIFIER, redirect_uri: REDIRECT };
  const answer = await app.inject({
    ...{ method: "POST", url: "/api/v1/oauth/token" },
    headers: { "content-type": "application/x-www-form-urlencoded" },
    payload: new URLSearchParams({ ...form, client_id: client }).toString(),
  });
  if (answer.statusCode !== 200) throw new Error(`no tokens: ${answer.body}`);
  return String(Object((await ask(who, "GET", "/users/me/grants")).data)[0].id);
}

/** An entry about money, which finance staff find too. */
async function entryAbout({ world }: Market, subject: string): Promise<string> {
  const row = await world.owner.one<{ id: string }>(
    "select id from audit.entry where subject = $1 and action like 'approval.%' order by number limit 1",
    [subject],
  );
  return idOf("audit", row.id);
}

export const nobodysBelongings = (now: Instant): Belongings => ({
  ...{ organization: newRootId("organization", now), colleague: newRootId("user", now) },
  ...{ invitation: newRootId("invitation", now), endpoint: newRootId("webhookEndpoint", now) },
  ...{ delivery: newRootId("webhookDelivery", now), event: newRootId("event", now) },
  ...{ apiKey: newRootId("apiKey", now), client: newRootId("oauthClient", now), grant: newRootId("grant", now) },
  ...{ session: newRootId("session", now), audit: newRootId("audit", now) },
});
