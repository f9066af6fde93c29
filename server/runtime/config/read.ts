import { join, resolve } from "node:path";
import type { Calendar } from "@amana/core/calendar";
import type { Currency } from "@amana/core/money";
import type { TaxTable } from "@amana/core/pricing";
import { ok, type Result, refuse } from "@amana/core/result";
import { Value } from "typebox/value";
import { keepSecret } from "./kept-secrets.ts";
import { calendarOf, commissionTaxOf, digitalOf, type Tariff, tariffsOf, taxesOf } from "./market-values.ts";
import type { ConfigProblem, Env, Values } from "./problem.ts";
import { objectionsOfProduction } from "./production.ts";
import { mailboxAt, PROVIDERS, SANDBOX_CREDENTIALS, SANDBOX_URL, scannerAt, simulatorsAt } from "./sandbox.ts";
import { type ScannerAddress, scannerOf } from "./scanner.ts";
import { type Secret, secret } from "./secret.ts";
import { objectionsOfSets } from "./sets.ts";
import {
  isOfSignInProvider,
  objectionsOfSignInProviders,
  type SignInProviderSettings,
  signInProvidersIn,
} from "./sign-in-providers.ts";
import { aboutOf, Environment, NAMES, type Variable } from "./variables.ts";

export type Mode = "sandbox" | "production";

export type Config = {
  readonly mode: Mode;
  readonly host: string;
  readonly port: number;
  /** An origin, without a slash at the end. */
  readonly publicUrl: string;
  /** Absolute. */
  readonly dataFolder: string;
  readonly logLevel: "trace" | "debug" | "info" | "warn" | "error" | "fatal";
  /** Null: start the installed PostgreSQL. */
  readonly database: { readonly appUrl: Secret; readonly ownerUrl: Secret } | null;
  /** The simulators' address; null in production. */
  readonly sandboxUrl: string | null;
  /** Null, and always in production: nothing but what every sandbox has. */
  readonly furnished: string | null;
  /** Null: switched off, because its keys are absent. */
  readonly cashfree: (CashfreeKeys & { readonly scriptUrl: string; readonly mode: Mode }) | null;
  readonly cashfreePayouts: CashfreeKeys | null;
  readonly rapidshyp: RapidShypKeys | null;
  readonly smtp: { readonly url: Secret; readonly from: string };
  /** Other providers that people may sign in by. */
  readonly signInProviders: readonly SignInProviderSettings[];
  /** Whether addresses and numbers in messages are hidden until money is held. */
  readonly messageMasking: boolean;
  /** An absolute folder, and how much of it one user may have. */
  readonly files: { readonly folder: string; readonly quotaMegabytes: number };
  /** Where a clamd listens; null: nobody looks for viruses. */
  readonly virusScanner: ScannerAddress | null;
  readonly secret: Secret;
  /** 32 bytes in base64. */
  readonly dataKey: Secret;
  /** They open what they sealed and seal nothing. */
  readonly otherDataKeys: readonly Secret[];
  /** 32 bytes in base64. */
  readonly sealKey: Secret;
  /** Null: nothing is pushed to browsers. */
  readonly pushKey: Secret | null;
  /** Absolute. */
  readonly sealHeads: string;
  readonly cronKey: Secret | null;
  readonly fundHolder: string;
  readonly commissionBasisPoints: number;
  /** Null: none is due. */
  readonly commissionTax: { readonly code: string; readonly basisPoints: number } | null;
  /** By the seller's country. */
  readonly taxes: TaxTable;
  /** Null: every day is a business day. */
  readonly calendar: Calendar | null;
  readonly accountHoldHours: number;
  /** Of files that are bought: hours to look at them, downloads of each for each licence, days; 0 hours or days: none, and for ever. */
  readonly digital: { readonly inspectionHours: number; readonly downloads: number; readonly days: number };
  readonly unmatchedRefundDays: number;
  /** In minor units of whichever currency. */
  readonly approvalLimit: number;
  /** In minor units. */
  readonly withdrawals: { readonly smallest: number; readonly perDay: number | null; readonly confirmAbove: number };
  /** Null: nothing is held back. */
  readonly reserve: { readonly basisPoints: number; readonly days: number } | null;
  /** Addresses and networks. */
  readonly trustedProxies: readonly string[];
  readonly corsOrigins: readonly { readonly origin: string; readonly credentials: boolean }[];
  /** 0: no limits. */
  readonly rateLimitFactor: number;
  /** Null: the database counts. */
  readonly redisUrl: Secret | null;
  readonly batchWriters: number;
  /** Never in production. */
  readonly webhookPrivateAddresses: boolean;
  readonly deadlinesPerSecond: number;
  readonly currency: Currency;
  /** Whether staff look at listings before they are for sale. */
  readonly listingReview: "on" | "off";
  readonly ownBank: string;
  /** By gateway; fixed parts in minor units. */
  readonly tariffs: Readonly<Record<string, Tariff>>;
  /** In minor units of whichever currency. */
  readonly unexplainedLimit: number;
};

type CashfreeKeys = {
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly previousSecrets: readonly Secret[];
  readonly baseUrl: string;
};
type RapidShypKeys = {
  readonly token: Secret;
  readonly baseUrl: string;
  readonly storeName: string;
  readonly webhook: { readonly header: string; readonly token: Secret };
};

export type ReadOptions = {
  /** Wins over AMANA_MODE. */
  readonly mode?: Mode;
  /** Keeps a secret of the sandbox between starts; by default in a file of the data folder. */
  readonly keep?: (dataFolder: string, name: string) => string;
};

/** Reads the environment once, and either gives all of the configuration, frozen, or everything that is wrong with it. */
export function readConfig(
  env: Env,
  { mode: wanted, keep = keepSecret }: ReadOptions = {},
): Result<Config, readonly ConfigProblem[]> {
  const values = valuesIn(env);
  const problems = [...objectionsToTexts(values), ...unknownVariables(env), ...objectionsOfSets(values)];
  const mode = wanted ?? modeOf(values);
  if (mode === "production") problems.push(...objectionsOfProduction(values, env));
  if (mode === "sandbox") problems.push(...realMoneyInSandbox(values));
  problems.push(...objectionsOfSignInProviders(env, mode));
  if (mode === null || problems.length > 0) return refuse(deepFreeze(problems));
  const read = mode === "production" ? forProduction(values) : forSandbox(values, keep);
  return ok(deepFreeze({ ...read, signInProviders: [...read.signInProviders, ...signInProvidersIn(env)] }));
}

/** An empty variable is an absent one: that is how compose files and panels leave a value out. */
const valuesIn = (env: Env): Values =>
  Object.fromEntries(NAMES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));

const modeOf = (values: Values): Mode | null => {
  const text = values.AMANA_MODE ?? "sandbox";
  return text === "sandbox" || text === "production" ? text : null;
};

function objectionsToTexts(values: Values): ConfigProblem[] {
  return NAMES.flatMap((name) => {
    const text = values[name];
    if (text === undefined) return [];
    const { expects, accepts } = aboutOf(name);
    const fits = Value.Check(Environment, { [name]: text }) && (accepts?.(text) ?? true);
    if (text === text.trim() && fits) return [];
    const problem =
      text === text.trim() ? "the value does not have the right form" : "there are spaces around the value";
    return [{ variable: name, problem, fix: `Write ${expects}.` }];
  });
}

/** A misspelt variable would be the default in silence. AMANA_SANDBOX_… also tells the simulators, a program of their own. */
const unknownVariables = (env: Env): ConfigProblem[] =>
  Object.keys(env)
    .filter(
      (name) =>
        /^(AMANA|CASHFREE|RAPIDSHYP)_/.test(name) &&
        !name.startsWith("AMANA_SANDBOX_") &&
        !isOfSignInProvider(name) &&
        !NAMES.some((known) => known === name),
    )
    .map((variable) => ({
      variable,
      problem: "nothing reads a variable of this name",
      fix: "Check its spelling in docs/operating/configuration.md, or remove it.",
    }));

function realMoneyInSandbox(values: Values): ConfigProblem[] {
  const addresses = ["CASHFREE_BASE_URL", "CASHFREE_PAYOUT_BASE_URL"] as const;
  return addresses
    .filter((name) => /^https?:\/\/(api|payout-api)\.cashfree\.com/.test(values[name] ?? ""))
    .map((variable) => ({
      variable,
      problem: "the sandbox must not move real money",
      fix: "Remove it, or set AMANA_MODE=production.",
    }));
}

const deepFreeze = <T>(value: T): T => {
  if (typeof value === "object" && value !== null && !Object.isFrozen(value)) {
    for (const part of Object.values(Object.freeze(value))) deepFreeze(part);
  }
  return value;
};

const filesOf = (values: Values): Config["files"] => ({
  folder: resolve(values.AMANA_FILES ?? join(values.AMANA_DATA ?? ".amana", "files")),
  quotaMegabytes: Number(values.AMANA_FILE_QUOTA_MB ?? "500"),
});

const shared = (values: Values) => ({
  host: values.AMANA_HOST ?? "127.0.0.1",
  port: Number(values.AMANA_PORT ?? "4000"),
  dataFolder: resolve(values.AMANA_DATA ?? ".amana"),
  sealHeads: resolve(values.AMANA_SEAL_HEADS ?? join(values.AMANA_DATA ?? ".amana", "seal-heads.jsonl")),
  files: filesOf(values),
  messageMasking: values.AMANA_MESSAGE_MASKING !== "off",
  logLevel: levelOf(values.AMANA_LOG_LEVEL),
  publicUrl: values.AMANA_PUBLIC_URL
    ? new URL(values.AMANA_PUBLIC_URL).origin
    : `http://localhost:${values.AMANA_PORT ?? "4000"}`,
  database: values.DATABASE_URL
    ? { appUrl: secret(values.DATABASE_URL), ownerUrl: secret(values.DATABASE_OWNER_URL ?? values.DATABASE_URL) }
    : null,
  otherDataKeys: listOf(values.AMANA_OTHER_DATA_KEYS),
  cronKey: values.AMANA_CRON_KEY ? secret(values.AMANA_CRON_KEY) : null,
  ...doorOf(values),
  ...moneyRulesOf(values),
  batchWriters: Number(values.AMANA_BATCH_WRITERS ?? "1"),
  webhookPrivateAddresses: values.AMANA_WEBHOOK_PRIVATE_ADDRESSES === "allow",
  deadlinesPerSecond: Number(values.AMANA_DEADLINES_PER_SECOND ?? "2000"),
  currency: "INR" as const,
  listingReview: reviewOf(values),
  ...reconciliationOf(values),
});

const reviewOf = ({ AMANA_LISTING_REVIEW: review }: Values): "on" | "off" => (review === "off" ? "off" : "on");

const doorOf = (values: Values): Pick<Config, "trustedProxies" | "corsOrigins" | "rateLimitFactor" | "redisUrl"> => ({
  trustedProxies: (values.AMANA_TRUSTED_PROXIES ?? "").split(",").filter(Boolean),
  corsOrigins: corsOriginsOf(values.AMANA_CORS_ORIGINS),
  rateLimitFactor: Number(values.AMANA_RATE_LIMIT_FACTOR ?? "1"),
  redisUrl: values.REDIS_URL ? secret(values.REDIS_URL) : null,
});

type MoneyRules = Pick<
  Config,
  | ("commissionBasisPoints" | "commissionTax" | "taxes" | "calendar")
  | "accountHoldHours"
  | "digital"
  | "unmatchedRefundDays"
  | "approvalLimit"
  | "withdrawals"
  | "reserve"
>;

const moneyRulesOf = (values: Values): MoneyRules => {
  const { AMANA_WITHDRAWAL_PER_DAY: perDay } = values;
  const basisPoints = Number(values.AMANA_RESERVE_BASIS_POINTS ?? "0");
  return {
    commissionBasisPoints: Number(values.AMANA_COMMISSION_BASIS_POINTS ?? "300"),
    commissionTax: commissionTaxOf(values.AMANA_COMMISSION_TAX),
    taxes: taxesOf(values.AMANA_TAXES),
    calendar: calendarOf(values.AMANA_CALENDAR),
    accountHoldHours: Number(values.AMANA_ACCOUNT_HOLD_HOURS ?? "24"),
    digital: digitalOf(values),
    unmatchedRefundDays: Number(values.AMANA_UNMATCHED_REFUND_DAYS ?? "7"),
    approvalLimit: Number(values.AMANA_APPROVAL_LIMIT ?? "100000"),
    withdrawals: {
      smallest: Number(values.AMANA_WITHDRAWAL_SMALLEST ?? "100"),
      perDay: perDay === undefined ? null : Number(perDay),
      confirmAbove: Number(values.AMANA_STEP_UP_WITHDRAWAL ?? "500000"),
    },
    reserve: basisPoints > 0 ? { basisPoints, days: Number(values.AMANA_RESERVE_DAYS ?? "90") } : null,
  };
};

function forProduction(values: Values): Config {
  return {
    ...shared(values),
    mode: "production",
    sandboxUrl: null,
    furnished: null,
    cashfree: cashfreeOf(values, "production", PROVIDERS.production.cashfree),
    cashfreePayouts: payoutsOf(values, PROVIDERS.production.cashfreePayouts),
    rapidshyp: rapidshypOf(values, PROVIDERS.rapidshyp),
    smtp: { url: secret(present(values, "AMANA_SMTP_URL")), from: present(values, "AMANA_MAIL_FROM") },
    signInProviders: [],
    virusScanner: scannerOf(present(values, "AMANA_VIRUS_SCANNER")),
    secret: secret(present(values, "AMANA_SECRET")),
    dataKey: secret(present(values, "AMANA_DATA_KEY")),
    sealKey: secret(present(values, "AMANA_SEAL_KEY")),
    pushKey: values.AMANA_PUSH_KEY === undefined ? null : secret(values.AMANA_PUSH_KEY),
    fundHolder: present(values, "AMANA_FUND_HOLDER"),
  };
}

/** Providers whose keys are not given are the simulators. */
function forSandbox(values: Values, keep: NonNullable<ReadOptions["keep"]>): Config {
  const base = shared(values);
  const sandboxUrl = trimmed(values.AMANA_SANDBOX_URL ?? SANDBOX_URL);
  const at = simulatorsAt(sandboxUrl);
  const simulated = simulatedValues(at);
  return {
    ...base,
    mode: "sandbox",
    sandboxUrl,
    furnished: furnishedOf(values.AMANA_FURNISHED),
    cashfree:
      cashfreeOf(values, "sandbox", PROVIDERS.sandbox.cashfree) ?? cashfreeOf(simulated, "sandbox", at.cashfree),
    cashfreePayouts: payoutsOf(values, PROVIDERS.sandbox.cashfreePayouts) ?? payoutsOf(simulated, at.cashfreePayouts),
    rapidshyp: rapidshypOf(values, PROVIDERS.rapidshyp) ?? rapidshypOf(simulated, at.rapidshyp),
    smtp: {
      url: secret(values.AMANA_SMTP_URL ?? mailboxAt(sandboxUrl)),
      from: values.AMANA_MAIL_FROM ?? aboutOf("AMANA_MAIL_FROM").default ?? "",
    },
    signInProviders: [simulatedSignIn(at.oidc)],
    virusScanner: scannerOf(values.AMANA_VIRUS_SCANNER ?? scannerAt(sandboxUrl)),
    secret: secret(values.AMANA_SECRET ?? keep(base.dataFolder, "amana-secret")),
    dataKey: secret(values.AMANA_DATA_KEY ?? keep(base.dataFolder, "amana-data-key")),
    sealKey: secret(values.AMANA_SEAL_KEY ?? keep(base.dataFolder, "amana-seal-key")),
    pushKey: secret(values.AMANA_PUSH_KEY ?? keep(base.dataFolder, "amana-push-key")),
    fundHolder: values.AMANA_FUND_HOLDER ?? aboutOf("AMANA_FUND_HOLDER").default ?? "",
  };
}

const furnishedOf = (path = "no"): string | null => (path === "no" ? null : resolve(path));

const simulatedValues = (at: ReturnType<typeof simulatorsAt>): Values => ({
  CASHFREE_CLIENT_ID: SANDBOX_CREDENTIALS.cashfreeClientId,
  CASHFREE_CLIENT_SECRET: SANDBOX_CREDENTIALS.cashfreeClientSecret,
  CASHFREE_SCRIPT_URL: at.cashfreeScript,
  CASHFREE_PAYOUT_CLIENT_ID: SANDBOX_CREDENTIALS.cashfreePayoutClientId,
  CASHFREE_PAYOUT_CLIENT_SECRET: SANDBOX_CREDENTIALS.cashfreePayoutClientSecret,
  RAPIDSHYP_TOKEN: SANDBOX_CREDENTIALS.rapidshypToken,
  RAPIDSHYP_WEBHOOK_TOKEN: SANDBOX_CREDENTIALS.rapidshypWebhookToken,
});

const simulatedSignIn = (issuer: string): SignInProviderSettings => ({
  ...{ name: "demo", label: "Demo ID", issuer, clientId: SANDBOX_CREDENTIALS.oidcClientId },
  clientSecret: secret(SANDBOX_CREDENTIALS.oidcClientSecret),
});

function cashfreeOf(values: Values, mode: Mode, baseUrl: string): Config["cashfree"] {
  const { CASHFREE_CLIENT_ID: clientId, CASHFREE_CLIENT_SECRET: clientSecret } = values;
  if (!clientId || !clientSecret) return null;
  return {
    mode,
    clientId,
    clientSecret: secret(clientSecret),
    previousSecrets: listOf(values.CASHFREE_PREVIOUS_SECRETS),
    baseUrl: trimmed(values.CASHFREE_BASE_URL ?? baseUrl),
    scriptUrl: values.CASHFREE_SCRIPT_URL ?? PROVIDERS.cashfreeScript,
  };
}

function payoutsOf(values: Values, baseUrl: string): Config["cashfreePayouts"] {
  const { CASHFREE_PAYOUT_CLIENT_ID: clientId, CASHFREE_PAYOUT_CLIENT_SECRET: clientSecret } = values;
  if (!clientId || !clientSecret) return null;
  return {
    clientId,
    clientSecret: secret(clientSecret),
    previousSecrets: listOf(values.CASHFREE_PAYOUT_PREVIOUS_SECRETS),
    baseUrl: trimmed(values.CASHFREE_PAYOUT_BASE_URL ?? baseUrl),
  };
}

function rapidshypOf(values: Values, baseUrl: string): Config["rapidshyp"] {
  const { RAPIDSHYP_TOKEN: token, RAPIDSHYP_WEBHOOK_TOKEN: webhookToken } = values;
  if (!token || !webhookToken) return null;
  return {
    token: secret(token),
    baseUrl: trimmed(values.RAPIDSHYP_BASE_URL ?? baseUrl),
    storeName: values.RAPIDSHYP_STORE_NAME ?? "DEFAULT",
    webhook: { header: (values.RAPIDSHYP_WEBHOOK_HEADER ?? "access-token").toLowerCase(), token: secret(webhookToken) },
  };
}

const reconciliationOf = (values: Values): Pick<Config, "ownBank" | "tariffs" | "unexplainedLimit"> => ({
  ownBank: values.AMANA_OWN_BANK ?? "own",
  tariffs: tariffsOf(values.AMANA_TARIFFS),
  unexplainedLimit: Number(values.AMANA_UNEXPLAINED_LIMIT ?? "10000"),
});

const corsOriginsOf = (text: string | undefined): Config["corsOrigins"] =>
  (text ?? "")
    .split(",")
    .filter(Boolean)
    .map((entry) => ({ origin: entry.replace(/\+credentials$/, ""), credentials: entry.endsWith("+credentials") }));

const listOf = (text: string | undefined): Secret[] => (text ?? "").split(",").filter(Boolean).map(secret);
const trimmed = (address: string): string => address.replace(/\/+$/, "");

const LEVELS = ["trace", "debug", "info", "warn", "error", "fatal"] as const;
const levelOf = (text: string | undefined): Config["logLevel"] => LEVELS.find((level) => level === text) ?? "info";

/** Its absence was refused above. */
function present(values: Values, name: Variable): string {
  const text = values[name];
  if (!text) throw new Error(`${name} is absent and was not refused`);
  return text;
}
