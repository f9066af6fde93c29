import { ok, type Result, refuse } from "@amana/core/result";
import { after, hours, type Instant } from "@amana/core/time";
import * as client from "openid-client";
import type { CallRefusal } from "#ports/call";
import type { Clock } from "#ports/clock";
import type { ProvenPerson, SignInProvider } from "#ports/sign-in-provider";

export type OpenIdSettings = {
  readonly name: string;
  readonly label: string;
  /** Where `/.well-known/openid-configuration` is found below. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** For a simulator on this machine. */
  readonly allowPlainHttp: boolean;
};

const TIMEOUT_SECONDS = 10;
/** Kept so long before the provider is asked again about itself. */
const KNOWN_FOR = hours(1);

type Known = { readonly settings: Promise<client.Configuration>; readonly until: Instant };

/**
 * Any provider of OpenID Connect: authorization code with PKCE, state and nonce. The signature of the ID token is checked with the
 * provider's published keys although it comes from the provider itself, so that nobody in between can say who somebody is.
 */
export function openId(settings: OpenIdSettings, clock: Clock): SignInProvider {
  let known: Known | null = null;
  const configuration = (): Promise<client.Configuration> => {
    if (known && known.until > clock.now()) return known.settings;
    const asked = { settings: discover(settings), until: after(clock.now(), KNOWN_FOR) };
    known = asked;
    asked.settings.catch(() => {
      if (known === asked) known = null;
    });
    return asked.settings;
  };
  return {
    name: settings.name,
    label: settings.label,
    begin: ({ state, nonce, verifier, returnTo }) =>
      translated(async () => {
        const address = client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: returnTo,
          scope: "openid email profile",
          code_challenge: await client.calculatePKCECodeChallenge(verifier),
          code_challenge_method: "S256",
          ...{ state, nonce },
        });
        return address.href;
      }),
    finish: ({ state, nonce, verifier, returnTo }, answer) =>
      translated(async () => {
        const config = await configuration();
        const came = new URL(returnTo);
        came.search = new URLSearchParams(answer).toString();
        const tokens = await client.authorizationCodeGrant(config, came, {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true },
        });
        return personIn(config, tokens);
      }),
  };
}

const discover = ({ issuer, clientId, clientSecret, allowPlainHttp }: OpenIdSettings): Promise<client.Configuration> =>
  client.discovery(new URL(issuer), clientId, clientSecret, asTheyTakeIt(clientSecret), {
    timeout: TIMEOUT_SECONDS,
    execute: [client.enableNonRepudiationChecks, ...(allowPlainHttp ? [client.allowInsecureRequests] : [])],
  });

/** By the header, which is what a provider takes that says nothing of it, or in the form where it names that. */
const asTheyTakeIt =
  (secret: string): client.ClientAuth =>
  (server, ...request) => {
    const inForm = server.token_endpoint_auth_methods_supported?.includes("client_secret_post") ?? false;
    return (inForm ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret))(server, ...request);
  };

type Tokens = Awaited<ReturnType<typeof client.authorizationCodeGrant>>;

async function personIn(config: client.Configuration, tokens: Tokens): Promise<ProvenPerson> {
  const claims = tokens.claims();
  if (!claims) throw new TypeError("there is no ID token");
  const { issuer, userinfo_endpoint: more } = config.serverMetadata();
  const about =
    claims.email === undefined && more !== undefined
      ? await client.fetchUserInfo(config, tokens.access_token, claims.sub)
      : claims;
  // Some providers write the word.
  const isVerified = about.email_verified === true || String(about.email_verified) === "true";
  return {
    ...{ issuer, subject: claims.sub, name: textOf(about.name) },
    email: isVerified ? textOf(about.email) : null,
  };
}

const textOf = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

async function translated<T>(work: () => Promise<T>): Promise<Result<T, CallRefusal>> {
  try {
    return ok(await work());
  } catch (error) {
    return refuse(refusalOf(error));
  }
}

const OUR_FAULT = new Set(["invalid_client", "unauthorized_client", "unsupported_grant_type", "invalid_request"]);

function refusalOf(error: unknown): CallRefusal {
  const detail = error instanceof Error ? error.message : String(error);
  if (error instanceof client.AuthorizationResponseError) return { kind: "declined", code: error.error, detail };
  if (error instanceof client.ResponseBodyError) {
    return OUR_FAULT.has(error.error)
      ? { kind: "misconfigured", detail: `${error.error}: ${detail}` }
      : { kind: "declined", code: error.error, detail };
  }
  if (error instanceof client.WWWAuthenticateChallengeError) return { kind: "misconfigured", detail };
  if (error instanceof client.ClientError && error.code !== "OAUTH_TIMEOUT" && isDecided(error))
    return { kind: "declined", code: error.code ?? "not_as_it_must_be", detail };
  return { kind: "try_later", detail };
}

/** An answer came and was wrong; an error page of a server that is down decides nothing. */
function isDecided({ cause, code }: client.ClientError): boolean {
  if (code === "OAUTH_RESPONSE_IS_NOT_CONFORM" && cause instanceof Response) return cause.status < 500;
  return code !== undefined;
}
