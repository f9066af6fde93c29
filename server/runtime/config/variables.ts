import { Type } from "typebox";
import { DOOR_VARIABLES } from "./door-variables.ts";
import { MARKETPLACE_VARIABLES } from "./marketplace-variables.ts";

/** What the documentation says of a variable, and what its text must look like. */
export type About = {
  readonly group: Group;
  readonly description: string;
  readonly expects: string;
  readonly pattern: string;
  /** Shown in the documentation; where it is a fact and not a sentence, it is the value too. */
  readonly default?: string;
  readonly secret?: true;
  readonly production?: "required" | "refused";
  /** An example that cannot be used as it stands. */
  readonly example?: string;
  /** What a pattern cannot say. */
  readonly accepts?: (text: string) => boolean;
};

export type Group =
  | "The application"
  | "Database"
  | "Secrets"
  | "Marketplace"
  | "Mail"
  | "Cashfree payments"
  | "Cashfree payouts"
  | "RapidShyp"
  | "Sandbox";

const ANY = "^[^\\r\\n]+$";
const HTTP = "^https?://[^\\s]+$";
const POSTGRES = "^postgres(ql)?://[^\\s]+$";
const KEY = "^[\\x21-\\x7e]+$";
const KEYS = "^[\\x21-\\x2b\\x2d-\\x7e]+(,[\\x21-\\x2b\\x2d-\\x7e]+)*$";
const PORT = "^([1-9]\\d{0,3}|[1-5]\\d{4}|6[0-4]\\d{3}|65[0-4]\\d{2}|655[0-2]\\d|6553[0-5])$";

const key = (group: Group, description: string): About => ({
  group,
  description,
  expects: "printable characters without spaces",
  pattern: KEY,
  secret: true,
});
const previousKeys = (group: Group): About => ({
  group,
  description: "Secrets that still sign webhooks while keys rotate, newest first.",
  expects: "secrets divided by commas, without spaces",
  pattern: KEYS,
  secret: true,
});
const address = (group: Group, description: string, standard: string): About => ({
  group,
  description,
  expects: "an http(s) address without user name, query or fragment",
  pattern: HTTP,
  default: standard,
  accepts: isPlainAddress,
});
const database = (description: string, standard: string): About => ({
  group: "Database",
  description,
  expects: "postgres://user:password@host:port/database",
  pattern: POSTGRES,
  default: standard,
  secret: true,
  accepts: (text) => URL.canParse(text) && new URL(text).pathname.length > 1,
});

/** Every environment variable that the application reads. */
export const VARIABLES = {
  AMANA_MODE: {
    group: "The application",
    description:
      "`sandbox` runs against simulators with demo people; `production` moves real money and starts only when nothing of the sandbox is left.",
    expects: "sandbox or production",
    pattern: "^(sandbox|production)$",
    default: "sandbox",
  },
  AMANA_HOST: {
    group: "The application",
    description: "The address to listen on.",
    expects: "a host name or IP address",
    pattern: "^[A-Za-z0-9.:_-]+$",
    default: "127.0.0.1",
  },
  AMANA_PORT: {
    group: "The application",
    description: "The port to listen on.",
    expects: "a whole number from 1 to 65535",
    pattern: PORT,
    default: "4000",
  },
  AMANA_PUBLIC_URL: {
    group: "The application",
    description: "The address that people and providers reach the application by. In production it must be https.",
    expects: "an http(s) address without path, user name, query or fragment",
    pattern: HTTP,
    default: "http://localhost: and the port",
    production: "required",
    example: "https://market.example.test",
    accepts: (text) => isPlainAddress(text) && new URL(text).pathname === "/",
  },
  ...DOOR_VARIABLES,
  AMANA_DATA: {
    group: "The application",
    description:
      "The folder for everything that the application keeps outside the database, and for the installed PostgreSQL.",
    expects: "a path",
    pattern: ANY,
    default: "./.amana",
  },
  AMANA_FILES: {
    group: "The application",
    description:
      "The folder for what people upload. Several processes must share it, and a backup must hold it beside the database.",
    expects: "a path",
    pattern: ANY,
    default: "in the data folder: files",
  },
  AMANA_FILE_QUOTA_MB: {
    group: "The application",
    description: "How much one user's uploaded files may take, in mebibytes.",
    expects: "a whole number from 1 to 99999",
    pattern: "^[1-9]\\d{0,4}$",
    default: "500",
  },
  AMANA_VIRUS_SCANNER: {
    group: "The application",
    description:
      "The clamd that looks for viruses in uploaded files: nobody gets a file before it was found clean, and while clamd is down they wait. Its line is not encrypted: keep it on this machine or in a private network. `none`: files are given away as they came. Production wants either in words.",
    expects: "clamd://host:port, unix:/path/of/the/socket, or none",
    pattern: "^(none|clamd://[^\\s/@?#]+:\\d{1,5}|unix:/[^\\r\\n]+)$",
    default: "none; in the sandbox the simulators' scanner, 35 ports above AMANA_SANDBOX_URL",
    production: "required",
    example: "clamd://clamav.example.test:3310",
    accepts: (text) => !text.startsWith("clamd:") || URL.canParse(text),
  },
  AMANA_LOG_LEVEL: {
    group: "The application",
    description: "The least important lines that are logged. `trace` and `debug` are refused in production.",
    expects: "trace, debug, info, warn, error or fatal",
    pattern: "^(trace|debug|info|warn|error|fatal)$",
    default: "info",
  },
  DATABASE_URL: {
    ...database(
      "A PostgreSQL of your own, 15 or newer, for the application's role. Absent: the installed PostgreSQL is started, which production refuses.",
      "none: the installed PostgreSQL",
    ),
    production: "required",
    example: "postgres://amana_app:<password>@db.example.test:5432/amana",
  },
  DATABASE_OWNER_URL: {
    ...database(
      "The same database for the role that owns the schema and runs migrations. Give it, so that the application's own role cannot change the schema.",
      "DATABASE_URL",
    ),
    example: "postgres://amana_owner:<password>@db.example.test:5432/amana",
  },
  AMANA_BATCH_WRITERS: {
    group: "Database",
    description:
      "How many batches of commands one process writes at once. One is best until the database has processors to spare.",
    expects: "a whole number from 1 to 16",
    pattern: "^([1-9]|1[0-6])$",
    default: "1",
  },
  AMANA_DEADLINES_PER_SECOND: {
    group: "The application",
    description:
      "How many deadlines one worker acts on in a second at most, so that what an outage left over does not push everything else aside.",
    expects: "a whole number from 1 to 99999",
    pattern: "^[1-9]\\d{0,4}$",
    default: "2000",
  },
  AMANA_SECRET: {
    group: "Secrets",
    description:
      "Kept for signing what leaves the server and comes back; nothing is signed with it yet. In the sandbox it is made once and kept in the data folder.",
    expects: "at least 32 printable characters without spaces, for example from `openssl rand -base64 48`",
    pattern: "^[\\x21-\\x7e]{32,}$",
    secret: true,
    production: "required",
  },
  AMANA_DATA_KEY: {
    group: "Secrets",
    description:
      "Seals bank account numbers and the secrets of authenticators and webhooks, and tells requests that come again. Losing it loses them. In the sandbox it is made once and kept in the data folder.",
    expects: "32 bytes in base64, from `openssl rand -base64 32`",
    pattern: "^[A-Za-z0-9+/]{43}=$",
    secret: true,
    production: "required",
  },
  AMANA_OTHER_DATA_KEYS: {
    group: "Secrets",
    description:
      "More data keys, which open what they sealed and seal nothing: the old one until `amana keys rotate` is through, or the next one before it takes over.",
    expects: "keys like AMANA_DATA_KEY divided by commas, without spaces",
    pattern: "^[A-Za-z0-9+/]{43}=(,[A-Za-z0-9+/]{43}=)*$",
    secret: true,
  },
  AMANA_SEAL_KEY: {
    group: "Secrets",
    description:
      "Signs the blocks that seal the ledger: the private half of an Ed25519 key. Keep it from whoever can change the database. In the sandbox it is made once and kept in the data folder.",
    expects: "32 bytes in base64, from `openssl rand -base64 32`",
    pattern: "^[A-Za-z0-9+/]{43}=$",
    secret: true,
    production: "required",
  },
  AMANA_PUSH_KEY: {
    group: "Secrets",
    description:
      "Shows push services that it is us who tell a browser of notices: the private half of a P-256 key. Absent: nothing is pushed. Another key ends all subscriptions, until people open the app again. In the sandbox it is made once and kept in the data folder.",
    expects: "32 bytes in base64, from `openssl rand -base64 32`",
    pattern: "^[A-Za-z0-9+/]{43}=$",
    secret: true,
  },
  AMANA_SEAL_HEADS: {
    group: "The application",
    description:
      "The file that the heads of sealed blocks are copied to, best on another disk or machine: without it nobody sees that the end of the ledger was cut off.",
    expects: "a path",
    pattern: ANY,
    default: "in the data folder: seal-heads.jsonl",
  },
  AMANA_WEBHOOK_PRIVATE_ADDRESSES: {
    group: "The application",
    description:
      "`allow` lets webhooks go to this machine and to private networks, for receivers beside a sandbox. Refused in production.",
    expects: "allow or refuse",
    pattern: "^(allow|refuse)$",
    default: "refuse",
  },
  AMANA_CRON_KEY: {
    ...key("Secrets", "The key with which an outside scheduler calls the application. Absent: none may."),
    expects: "at least 16 printable characters without spaces",
    pattern: "^[\\x21-\\x7e]{16,}$",
  },
  ...MARKETPLACE_VARIABLES,
  AMANA_SMTP_URL: {
    group: "Mail",
    description:
      "The server that takes our mail. `smtps:` is encrypted from the first byte; with `smtp:` production insists on STARTTLS.",
    expects: "smtp://user:password@host:port or smtps://…; user and password may be absent",
    pattern: "^smtps?://[^\\s]+$",
    default: "none; in the sandbox the simulators' mailbox, 25 ports above AMANA_SANDBOX_URL",
    secret: true,
    production: "required",
    example: "smtps://<user>:<password>@mail.example.test:465",
    accepts: (text) => URL.canParse(text) && new URL(text).hostname !== "",
  },
  AMANA_MAIL_FROM: {
    group: "Mail",
    description: "The sender of our mail: an address, or a name and an address in angle brackets.",
    expects: "an address such as Market <no-reply@market.example.test>",
    pattern: '^([^<>\\r\\n"]{1,80} <[^<>@\\s]{1,64}@[A-Za-z0-9.-]{1,190}>|[^<>@\\s]{1,64}@[A-Za-z0-9.-]{1,190})$',
    default: "Amana sandbox <no-reply@example.test>",
    production: "required",
    example: "Market <no-reply@market.example.test>",
  },
  CASHFREE_CLIENT_ID: { ...key("Cashfree payments", "The app id of Cashfree's payment gateway."), secret: undefined },
  CASHFREE_CLIENT_SECRET: key("Cashfree payments", "Its secret key, which also signs webhooks."),
  CASHFREE_PREVIOUS_SECRETS: previousKeys("Cashfree payments"),
  CASHFREE_BASE_URL: address(
    "Cashfree payments",
    "Where its interface is.",
    "https://api.cashfree.com/pg; in the sandbox the simulator, or https://sandbox.cashfree.com/pg with keys of your own",
  ),
  CASHFREE_SCRIPT_URL: address(
    "Cashfree payments",
    "The script that opens its checkout in the browser.",
    "https://sdk.cashfree.com/js/v3/cashfree.js; in the sandbox the simulator's",
  ),
  CASHFREE_PAYOUT_CLIENT_ID: {
    ...key("Cashfree payouts", "The client id of Cashfree Payouts, a product with keys of its own."),
    secret: undefined,
  },
  CASHFREE_PAYOUT_CLIENT_SECRET: key("Cashfree payouts", "Its secret key, which also signs webhooks."),
  CASHFREE_PAYOUT_PREVIOUS_SECRETS: previousKeys("Cashfree payouts"),
  CASHFREE_PAYOUT_BASE_URL: address(
    "Cashfree payouts",
    "Where its interface is.",
    "https://api.cashfree.com/payout; in the sandbox the simulator, or https://sandbox.cashfree.com/payout with keys of your own",
  ),
  RAPIDSHYP_TOKEN: key("RapidShyp", "The API key of RapidShyp (Settings › API › Configure)."),
  RAPIDSHYP_BASE_URL: address(
    "RapidShyp",
    "Where its interface is.",
    "https://api.rapidshyp.com/rapidshyp/apis/v1; in the sandbox the simulator",
  ),
  RAPIDSHYP_STORE_NAME: {
    group: "RapidShyp",
    description: "The store that orders are booked for.",
    expects: "a name",
    pattern: ANY,
    default: "DEFAULT",
  },
  RAPIDSHYP_WEBHOOK_HEADER: {
    group: "RapidShyp",
    description: "The header that its tracking webhook carries our token in.",
    expects: "a header name",
    pattern: "^[A-Za-z0-9-]{1,64}$",
    default: "access-token",
  },
  RAPIDSHYP_WEBHOOK_TOKEN: {
    ...key(
      "RapidShyp",
      "The whole value of that header, chosen by you; with the header `authorization` it may begin with `Bearer `.",
    ),
    expects: "printable characters, with a space only after Bearer",
    pattern: "^(Bearer )?[\\x21-\\x7e]+$",
  },
  AMANA_SANDBOX_URL: {
    ...address("Sandbox", "Where the simulators of the sandbox are.", "http://127.0.0.1:4100"),
    production: "refused",
  },
  AMANA_FURNISHED: {
    group: "Sandbox",
    description:
      "The archive of a marketplace's history that an empty sandbox begins with; its clock stands where that history ends. `no`: nothing but demo people and eight listings.",
    expects: "a path, or no",
    pattern: ANY,
    default: "with `npm start` the one that comes with Amana, else no",
    production: "refused",
  },
} as const satisfies Record<string, About | (Omit<About, "secret"> & { secret: undefined })>;

export type Variable = keyof typeof VARIABLES;
export const NAMES = Object.keys(VARIABLES) as readonly Variable[];
export const aboutOf = (name: Variable): Omit<About, "secret"> & { readonly secret?: true | undefined } =>
  VARIABLES[name];

/** The schema of the environment. Other programs' variables may stand in it too. */
export const Environment = Type.Object(
  Object.fromEntries(
    NAMES.map((name) => [
      name,
      Type.Optional(Type.String({ pattern: VARIABLES[name].pattern, description: VARIABLES[name].description })),
    ]),
  ),
);

function isPlainAddress(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { username, password, search, hash } = new URL(text);
  return username === "" && password === "" && search === "" && hash === "";
}
