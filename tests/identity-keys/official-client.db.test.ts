import * as client from "openid-client";
import { afterAll, beforeAll, expect, test } from "vitest";
import { authorizationServer } from "../../server/modules/identity/index.ts";
import { CONFIRMED, createGround, type Ground, ISSUER } from "./ground.ts";

const BACK = "https://books.example.test/back";

let ground: Ground;
beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());

/** Carries a certified library's requests to the server under test, as they are. */
const carried: client.CustomFetch = async (url, { method, headers, body }) => {
  const answer = await ground.app.inject({
    ...{ method: method as "POST", url: new URL(url).pathname, headers },
    ...(body === null || body === undefined ? {} : { payload: String(body) }),
  });
  return new Response(answer.body, {
    status: answer.statusCode,
    headers: { "content-type": String(answer.headers["content-type"]) },
  });
};

test.each([
  ["a program with a secret, by the header", true, client.ClientSecretBasic],
  ["a program with a secret, by the form", true, client.ClientSecretPost],
  ["a public program", false, () => client.None()],
] as const)(
  "a certified library speaks with us as %s: grants, renews and gives back",
  async (_, confidential, proof) => {
    const noor = await ground.person();
    const made = await ground.send("POST", "/oauth/clients", {
      ...{ token: noor.token, headers: CONFIRMED, body: { name: "Bookkeeper", redirectUris: [BACK], confidential } },
    });
    const config = new client.Configuration(
      { ...authorizationServer(ISSUER), scopes_supported: [...authorizationServer(ISSUER).scopes_supported] },
      String(made.body.id),
      {},
      proof(String(made.body.secret)),
    );
    config[client.customFetch] = carried;

    const [verifier, state] = [client.randomPKCECodeVerifier(), client.randomState()];
    const asked = client.buildAuthorizationUrl(config, {
      ...{ redirect_uri: BACK, scope: "orders:read", state },
      ...{ code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: "S256" },
    });
    expect(asked.href.startsWith(`${ISSUER}/authorize?`)).toBe(true);
    const field = (name: string) => asked.searchParams.get(name);
    const decided = await ground.send("POST", "/oauth/consents", {
      token: noor.token,
      body: {
        ...{ clientId: field("client_id"), redirectUri: field("redirect_uri"), responseType: field("response_type") },
        ...{ scope: field("scope"), state: field("state"), codeChallenge: field("code_challenge") },
        ...{ codeChallengeMethod: field("code_challenge_method"), decision: "approve" },
      },
    });

    const answer = new URL(String(decided.body.redirectTo));
    const first = await client.authorizationCodeGrant(config, answer, {
      pkceCodeVerifier: verifier,
      expectedState: state,
    });
    const second = await client.refreshTokenGrant(config, first.refresh_token ?? "");
    const orders = async (token: string) => (await ground.send("GET", "/probe/orders", { token })).status;
    expect([await orders(first.access_token), await orders(second.access_token)]).toEqual([200, 200]);
    await client.tokenRevocation(config, second.refresh_token ?? "");
    expect([await orders(first.access_token), await orders(second.access_token)]).toEqual([401, 401]);
    await expect(client.refreshTokenGrant(config, second.refresh_token ?? "")).rejects.toMatchObject({
      error: "invalid_grant",
    });
  },
);
