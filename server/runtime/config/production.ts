import type { ConfigProblem, Env, Values } from "./problem.ts";
import { SANDBOX_CREDENTIALS } from "./sandbox.ts";
import { setsGiven } from "./sets.ts";
import { aboutOf, NAMES, type Variable } from "./variables.ts";

const NOT_REAL = /sandbox|example|change[-_]?me|demo[-_]?secret|not[-_]real|placeholder|<.*>/i;
const TEST_KEY = /^(TEST|cfsk_ma_test_)/;
const WEAK_PASSWORDS = ["", "postgres", "password", "amana", "amana_app", "amana_owner", "admin", "root", "secret"];
const SHORTEST_KEY = 16;
const LOCAL =
  /^(localhost|.*\.localhost|.*\.local|.*\.test|.*\.internal|0\.0\.0\.0|127\..*|10\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|169\.254\..*|\[::1?\]|\[f[cd].*\])$/i;

const PROVIDER_ADDRESSES = [
  "CASHFREE_BASE_URL",
  "CASHFREE_SCRIPT_URL",
  "CASHFREE_PAYOUT_BASE_URL",
  "RAPIDSHYP_BASE_URL",
] as const;
const IDENTIFIERS = ["CASHFREE_CLIENT_ID", "CASHFREE_PAYOUT_CLIENT_ID"] as const;
/** Their passwords are looked at by themselves, or are the business of who runs the thing. */
const ADDRESSES = new Set<Variable>(["DATABASE_URL", "DATABASE_OWNER_URL", "REDIS_URL"]);
const DATABASES = ["DATABASE_URL", "DATABASE_OWNER_URL"] as const;

/** Everything for which production does not start: what is missing, and what belongs to the sandbox, to examples or to debugging. */
export function objectionsOfProduction(values: Values, env: Env): ConfigProblem[] {
  return [
    ...missing(values),
    ...noGateway(values),
    ...leftovers(env),
    ...secretsOf(values).flatMap(({ name, text }) => objectionTo(name, text)),
    ...IDENTIFIERS.flatMap((name) => objectionToIdentifier(name, values[name])),
    ...DATABASES.flatMap((name) => objectionToDatabase(name, values[name])),
    ...objectionToRedis(values.REDIS_URL),
    ...objectionToScanner(values.AMANA_VIRUS_SCANNER),
    ...PROVIDER_ADDRESSES.flatMap((name) => objectionToAddress(name, values[name])),
    ...objectionToAddress("AMANA_PUBLIC_URL", values.AMANA_PUBLIC_URL),
    ...usedTwice(values),
    ...objectionToHolder(values.AMANA_FUND_HOLDER),
    ...objectionsToOpenDoors(values),
    ...objectionToSender(values.AMANA_MAIL_FROM),
    ...debugging(values, env),
  ];
}

const problemWith = (variable: string, problem: string, fix: string): ConfigProblem => ({ variable, problem, fix });

const missing = (values: Values): ConfigProblem[] =>
  NAMES.filter((name) => aboutOf(name).production === "required" && values[name] === undefined).map((name) =>
    problemWith(name, "it is missing, and production has no default for it", `Set it to ${aboutOf(name).expects}.`),
  );

const noGateway = (values: Values): ConfigProblem[] =>
  setsGiven(values).includes("Cashfree payments")
    ? []
    : [
        problemWith(
          "CASHFREE_CLIENT_ID",
          "no payment gateway is switched on",
          "Set CASHFREE_CLIENT_ID and CASHFREE_CLIENT_SECRET.",
        ),
      ];

const leftovers = (env: Env): ConfigProblem[] =>
  Object.keys(env)
    .filter((name) => name.startsWith("AMANA_SANDBOX_") && env[name])
    .map((name) => problemWith(name, "there are no simulators in production", "Remove it."));

/** Each secret of a list by itself. */
const secretsOf = (values: Values): { name: Variable; text: string }[] =>
  NAMES.filter((name) => aboutOf(name).secret && !ADDRESSES.has(name)).flatMap((name) =>
    (isList(name) ? (values[name] ?? "").split(",") : [values[name] ?? ""])
      .filter(Boolean)
      .map((text) => ({ name, text })),
  );

const isList = (name: Variable): boolean => name.endsWith("_PREVIOUS_SECRETS") || name === "AMANA_OTHER_DATA_KEYS";

function objectionTo(name: Variable, text: string): ConfigProblem[] {
  const fix = `Use a value of your own: ${aboutOf(name).expects}.`;
  if (isOfSandbox(text) || NOT_REAL.test(text))
    return [problemWith(name, "it is a value from the sandbox or from an example", fix)];
  if (TEST_KEY.test(text)) return [problemWith(name, "it is a key of the provider's test system", fix)];
  if (isOneByteRepeated(name, text)) return [problemWith(name, "all of its characters are the same", fix)];
  if (text.replace(/^Bearer /, "").length < SHORTEST_KEY)
    return [problemWith(name, `it is shorter than ${SHORTEST_KEY} characters`, fix)];
  return [];
}

const isBase64Key = (name: Variable): boolean =>
  name === "AMANA_DATA_KEY" ||
  name === "AMANA_OTHER_DATA_KEYS" ||
  name === "AMANA_SEAL_KEY" ||
  name === "AMANA_PUSH_KEY";

const isOfSandbox = (text: string): boolean =>
  Object.values(SANDBOX_CREDENTIALS).some((credential) => credential === text);

function isOneByteRepeated(name: Variable, text: string): boolean {
  const bytes = isBase64Key(name) ? [...Buffer.from(text, "base64")] : [...text.replace(/^Bearer /, "")];
  return new Set<string | number>(bytes).size === 1;
}

const objectionToIdentifier = (name: Variable, text: string | undefined): ConfigProblem[] =>
  text !== undefined && (isOfSandbox(text) || NOT_REAL.test(text) || TEST_KEY.test(text))
    ? [
        problemWith(
          name,
          "it is an id of a test system, of the sandbox or of an example",
          "Use the id of your live account.",
        ),
      ]
    : [];

function objectionToDatabase(name: Variable, text: string | undefined): ConfigProblem[] {
  if (text === undefined || !URL.canParse(text)) return [];
  const { password, hostname } = new URL(text);
  if (WEAK_PASSWORDS.includes(password) || NOT_REAL.test(decodeURIComponent(password))) {
    return [
      problemWith(name, "its password is absent, a default or from an example", "Give the role a password of its own."),
    ];
  }
  return NOT_REAL.test(hostname)
    ? [problemWith(name, "its host is from an example", "Write the host of your database.")]
    : [];
}

function objectionToRedis(text: string | undefined): ConfigProblem[] {
  if (text === undefined || !URL.canParse(text) || !NOT_REAL.test(new URL(text).hostname)) return [];
  return [problemWith("REDIS_URL", "its host is from an example", "Write the host of your Redis.")];
}

const objectionToScanner = (text: string | undefined): ConfigProblem[] =>
  text !== undefined && NOT_REAL.test(text)
    ? [problemWith("AMANA_VIRUS_SCANNER", "it is from an example", "Write where your clamd listens, or none.")]
    : [];

function objectionToAddress(name: Variable, text: string | undefined): ConfigProblem[] {
  if (text === undefined || !URL.canParse(text)) return [];
  const { protocol, hostname } = new URL(text);
  if (protocol !== "https:") return [problemWith(name, "it is not https", "Write an https address.")];
  if (LOCAL.test(hostname))
    return [problemWith(name, "its host is on this machine or in a private network", "Write the public address.")];
  return NOT_REAL.test(text) || /-gamma\b/.test(hostname)
    ? [problemWith(name, "its host is a test system or an example", "Write the address of the live system.")]
    : [];
}

function usedTwice(values: Values): ConfigProblem[] {
  const secrets = secretsOf(values);
  return secrets
    .filter(({ text }, index) => secrets.findIndex((other) => other.text === text) < index)
    .map(({ name }) =>
      problemWith(
        name,
        "another variable has the same secret",
        "Give each its own: one that leaks must not open the other.",
      ),
    );
}

const objectionToHolder = (text: string | undefined): ConfigProblem[] =>
  text !== undefined && (NOT_REAL.test(text) || /no real money|\bdemo\b/i.test(text))
    ? [
        problemWith(
          "AMANA_FUND_HOLDER",
          "it is not the name of whoever holds the money",
          "Name the bank or licensed agent: people read it.",
        ),
      ]
    : [];

function objectionsToOpenDoors(values: Values): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (/(^|,)http:/.test(values.AMANA_CORS_ORIGINS ?? ""))
    problems.push(problemWith("AMANA_CORS_ORIGINS", "one of its origins is not https", "Write https origins only."));
  if (Number(values.AMANA_RATE_LIMIT_FACTOR ?? "1") === 0)
    problems.push(problemWith("AMANA_RATE_LIMIT_FACTOR", "nobody would be limited", "Write a number above 0."));
  if (/(^|[,/])0+(\.0+)*\/0|::\/0/.test(values.AMANA_TRUSTED_PROXIES ?? ""))
    problems.push(
      problemWith("AMANA_TRUSTED_PROXIES", "everybody would be believed", "Name the networks of your own proxies."),
    );
  return problems;
}
const objectionToSender = (text: string | undefined): ConfigProblem[] =>
  text !== undefined && /sandbox|example|\.(test|invalid|localhost)>?$/i.test(text)
    ? [problemWith("AMANA_MAIL_FROM", "it is an address of the sandbox or of an example", "Write your own address.")]
    : [];

function debugging(values: Values, env: Env): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  if (values.AMANA_LOG_LEVEL === "trace" || values.AMANA_LOG_LEVEL === "debug") {
    problems.push(
      problemWith("AMANA_LOG_LEVEL", "such detailed logs may hold personal data", "Use info, warn, error or fatal."),
    );
  }
  if (values.AMANA_WEBHOOK_PRIVATE_ADDRESSES === "allow") {
    problems.push(
      problemWith(
        "AMANA_WEBHOOK_PRIVATE_ADDRESSES",
        "any user could have this machine and its network called",
        "Remove it.",
      ),
    );
  }
  if (/--inspect/.test(env.NODE_OPTIONS ?? ""))
    problems.push(problemWith("NODE_OPTIONS", "a debugger could attach and read every secret", "Remove --inspect."));
  if (env.NODE_TLS_REJECT_UNAUTHORIZED === "0") {
    problems.push(
      problemWith("NODE_TLS_REJECT_UNAUTHORIZED", "providers' certificates would not be checked", "Remove it."),
    );
  }
  return problems;
}
