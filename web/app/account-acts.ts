import { textsIn } from "../api/attempt.ts";
import { unreadable } from "../api/problem.ts";
import { type Args, command, keyAfter, newKey, type Sent } from "../api/server.ts";
import { confirmable } from "../api/step-up.ts";
import type { ApiKey, OAuthClient } from "../api/types.ts";
import type { Shown, Standing } from "../features/session/standing.ts";
import { pathPart } from "./query.ts";

type Input = Record<string, string>;
type Act = { input: Input; send: (key: string) => Promise<Sent<Shown | null>> };

/** Does what a form of the account's page asks for, and says where the page stands then. */
export async function accountAct(args: Args, lang: string, form: FormData): Promise<Standing> {
  const { act = "", idempotencyKey = newKey(), ...input } = textsIn(form);
  const known = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
  if (!known) return { act, problem: unreadable("act"), input: {}, shown: null, key: newKey() };
  const asked = known({ args, lang, form, input });
  const standing = { act, input: asked.input, shown: null, problem: null };
  if (form.has("back")) return { ...standing, key: newKey() };
  const sent = await asked.send(`${idempotencyKey}:${act}`);
  if (sent.ok) return { ...standing, input: {}, shown: sent.value, key: newKey() };
  return { ...standing, problem: sent.problem, key: keyAfter(sent.problem, idempotencyKey) };
}

type Asked = { args: Args; lang: string; form: FormData; input: Input };
const NOTHING = () => null;

const ACTS: Record<string, (asked: Asked) => Act> = {
  "sign-out": ({ args }) => plain((key) => command(args, "POST", "/auth/sign-out", {}, key)),
  session: ({ args, input }) => plain((key) => remove(args, `/auth/sessions/${id(input)}`, key)),
  "other-sessions": ({ args }) => plain((key) => command(args, "POST", "/auth/sessions/revoke-others", {}, key)),
  password: changePassword,
  "authenticator-begin": ({ args, form }) => ({
    input: {},
    send: (key) =>
      showing(
        confirmable<{ secret: string; address: string }>(args, form, {
          ...{ method: "POST", path: "/users/me/second-factor", body: {}, key },
        }),
        ({ secret, address }) => ({ kind: "authenticator", secret, address }),
      ),
  }),
  "authenticator-confirm": ({ args, input }) => ({
    input: {},
    send: (key) => {
      const code = (input.code ?? "").replaceAll(/\s/g, "");
      return showing(command<Codes>(args, "POST", "/users/me/second-factor/confirm", { code }, key), codesShown);
    },
  }),
  "recovery-codes": ({ args, form }) => ({
    input: {},
    send: (key) => {
      const path = "/users/me/second-factor/recovery-codes";
      return showing(confirmable<Codes>(args, form, { method: "POST", path, body: {}, key }), codesShown);
    },
  }),
  "authenticator-remove": ({ args, form }) => ({
    input: {},
    send: (key) => {
      const path = "/users/me/second-factor";
      return showing(confirmable(args, form, { method: "DELETE", path, body: {}, key }), NOTHING);
    },
  }),
  "key-make": makeKey,
  "key-end": ({ args, input }) => plain((key) => remove(args, `/users/me/api-keys/${id(input)}`, key)),
  "grant-end": ({ args, input }) => plain((key) => remove(args, `/users/me/grants/${id(input)}`, key)),
  "app-make": makeApp,
  "app-end": ({ args, input }) => plain((key) => remove(args, `/oauth/clients/${id(input)}`, key)),
  link,
  unlink: ({ args, form, input }) => ({
    input: { id: input.id ?? "" },
    send: (key) => {
      const path = `/users/me/oidc/${id(input)}`;
      return showing(confirmable(args, form, { method: "DELETE", path, body: {}, key }), NOTHING);
    },
  }),
};

/** Passwords are taken as they were typed, and are in no answer of ours: with the code they are typed once more. */
function changePassword({ args, form }: Asked): Act {
  const [before, password] = ["currentPassword", "password"].map((name) => String(form.get(name) ?? ""));
  const body = { ...(before && { currentPassword: before }), password };
  return {
    input: {},
    send: (key) =>
      showing(confirmable(args, form, { method: "PUT", path: "/auth/password", body, key }), () => ({
        kind: "password",
      })),
  };
}

function makeKey({ args, form, input: { name = "", until = "" } }: Asked): Act {
  const scopes = form.getAll("scopes").flatMap((given) => String(given).split(" ").filter(Boolean));
  const body = { name, scopes, expiresAt: until === "" ? null : `${until}T00:00:00Z` };
  return {
    input: { name, until, scopes: scopes.join(" ") },
    send: (key) =>
      showing(
        confirmable<ApiKey & { token: string }>(args, form, {
          ...{ method: "POST", path: "/users/me/api-keys", body, key },
        }),
        (made) => ({ kind: "key", name: made.name, token: made.token }),
      ),
  };
}

function makeApp({ args, form, input: { name = "", redirectUris = "", confidential = "" } }: Asked): Act {
  const body = { name, redirectUris: redirectUris.split(/\s+/).filter(Boolean), confidential: confidential !== "" };
  return {
    input: { name, redirectUris, ...(confidential && { confidential }) },
    send: (key) =>
      showing(
        confirmable<OAuthClient & { secret: string | null }>(args, form, {
          ...{ method: "POST", path: "/oauth/clients", body, key },
        }),
        (made) => ({ kind: "app", name: made.name, id: made.id, secret: made.secret }),
      ),
  };
}

function link({ args, form, lang, input }: Asked): Act {
  const body = { next: `/${lang}/account` };
  return {
    input: { id: input.id ?? "" },
    send: (key) => {
      const path = `/users/me/oidc/${id(input)}/link`;
      return showing(
        confirmable<{ redirectTo: string }>(args, form, { method: "POST", path, body, key }),
        ({ redirectTo }) => ({ kind: "provider", address: redirectTo }),
      );
    },
  };
}

type Codes = { recoveryCodes: string[] };
const codesShown = ({ recoveryCodes }: Codes): Shown => ({ kind: "codes", codes: recoveryCodes });

const id = (input: Input): string => pathPart(input.id ?? "");

const remove = (args: Args, path: string, key: string): Promise<Sent<unknown>> =>
  command<unknown>(args, "DELETE", path, {}, key);

/** An act after which the page looks as it is now. */
const plain = (send: (key: string) => Promise<Sent<unknown>>): Act => ({
  input: {},
  send: (key) => showing(send(key), NOTHING),
});

async function showing<T>(sending: Promise<Sent<T>>, shownOf: (value: T) => Shown | null): Promise<Sent<Shown | null>> {
  const sent = await sending;
  return sent.ok ? { ok: true, value: shownOf(sent.value) } : sent;
}
