import type { ConfigProblem, Env } from "./problem.ts";
import { type Secret, secret } from "./secret.ts";

/** Another provider of OpenID Connect that people may sign in by. */
export type SignInProviderSettings = {
  /** In addresses, in lower case. */
  readonly name: string;
  /** What people read. */
  readonly label: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
};

/** `AMANA_OIDC_GOOGLE_ISSUER` and so on: the part in the middle names the provider. */
const FORM = /^AMANA_OIDC_([A-Z][A-Z0-9]{0,31})_(ISSUER|CLIENT_ID|CLIENT_SECRET|LABEL)$/;
const NEEDED = ["ISSUER", "CLIENT_ID", "CLIENT_SECRET"] as const;
const PRINTABLE = /^[\x21-\x7e]+$/;
const LABEL = /^\S(?:[^\r\n]{0,38}\S)?$/;

export const isOfSignInProvider = (name: string): boolean => FORM.test(name);

export function signInProvidersIn(env: Env): SignInProviderSettings[] {
  return namesIn(env).map((name) => ({
    name: name.toLowerCase(),
    label: given(env, name, "LABEL") ?? name[0] + name.slice(1).toLowerCase(),
    issuer: given(env, name, "ISSUER") ?? "",
    clientId: given(env, name, "CLIENT_ID") ?? "",
    clientSecret: secret(given(env, name, "CLIENT_SECRET") ?? ""),
  }));
}

/** A provider that is given in part is a mistake, and so is one whose issuer others could speak for. */
export const objectionsOfSignInProviders = (env: Env, mode: "sandbox" | "production" | null): ConfigProblem[] =>
  namesIn(env).flatMap((name) => [
    ...NEEDED.filter((part) => given(env, name, part) === undefined).map((part) => ({
      ...{ variable: variable(name, part), problem: "it is missing, while other variables of the same set are given" },
      fix: `A provider needs ${NEEDED.map((one) => variable(name, one)).join(", ")}: set it, or remove the others.`,
    })),
    ...objectionsToForms(env, name, mode),
  ]);

function objectionsToForms(env: Env, name: string, mode: "sandbox" | "production" | null): ConfigProblem[] {
  const { issuer, id, key, label } = {
    ...{ issuer: given(env, name, "ISSUER"), id: given(env, name, "CLIENT_ID") },
    ...{ key: given(env, name, "CLIENT_SECRET"), label: given(env, name, "LABEL") },
  };
  const wrong = (part: string, problem: string, fix: string) => ({ variable: variable(name, part), problem, fix });
  const problems: ConfigProblem[] = [];
  if (issuer !== undefined && !isIssuer(issuer, mode))
    problems.push(wrong("ISSUER", "the value does not have the right form", "Write an https address without query."));
  if (id !== undefined && !PRINTABLE.test(id))
    problems.push(wrong("CLIENT_ID", "the value does not have the right form", "Write the id that the provider gave."));
  if (key !== undefined && !PRINTABLE.test(key))
    problems.push(wrong("CLIENT_SECRET", "the value does not have the right form", "Write the provider's secret."));
  if (key !== undefined && mode === "production" && /sandbox|not-real|example|change-?me/i.test(key))
    problems.push(wrong("CLIENT_SECRET", "it is a value from the sandbox or from an example", "Write a live secret."));
  if (label !== undefined && !LABEL.test(label))
    problems.push(wrong("LABEL", "the value does not have the right form", "Write one line of at most 40 characters."));
  return problems;
}

function isIssuer(text: string, mode: "sandbox" | "production" | null): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, password, search, hash } = new URL(text);
  const isPlain = username === "" && password === "" && search === "" && hash === "";
  return isPlain && (protocol === "https:" || (protocol === "http:" && mode === "sandbox"));
}

const variable = (name: string, part: string): string => `AMANA_OIDC_${name}_${part}`;
const given = (env: Env, name: string, part: string): string | undefined => env[variable(name, part)] || undefined;

const namesIn = (env: Env): string[] => [
  ...new Set(
    Object.keys(env)
      .filter((name) => env[name])
      .flatMap((name) => FORM.exec(name)?.[1] ?? []),
  ),
];
