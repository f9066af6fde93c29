import { aboutOf, type Group, NAMES, type Variable } from "./variables.ts";

const GROUPS = [...new Set(NAMES.map((name) => aboutOf(name).group))];
const INTRODUCTIONS: Partial<Record<Group, string>> = {
  "Cashfree payments":
    "Absent: switched off in production (which needs at least one gateway), the simulator in the sandbox. Half given: the application does not start.",
  "Cashfree payouts":
    "Absent: switched off in production, the simulator in the sandbox. Half given: the application does not start.",
  RapidShyp:
    "Absent: switched off in production, the simulator in the sandbox. Half given: the application does not start.",
};

const ofGroup = (group: Group): Variable[] => NAMES.filter((name) => aboutOf(name).group === group);

/** `docs/operating/configuration.md`. */
export function configurationDocs(): string {
  return [
    "# Configuration",
    "",
    "<!-- Made by `node tools/config-docs.ts` from server/runtime/config/variables.ts. -->",
    "",
    "Everything is set by environment variables. They are read once, before anything starts; when something is wrong, the application",
    "lists all of it and does not start. An empty variable counts as absent, and a variable whose name begins with `AMANA_`, `CASHFREE_`",
    "or `RAPIDSHYP_` and that nothing reads is refused. Secrets are never logged.",
    "",
    "`AMANA_MODE=production` refuses, besides what the tables say: simulators' addresses and credentials, keys of a provider's test system,",
    "secrets that come from examples, are short, repeat one character or are used twice, addresses of providers that are local or not https,",
    "a debugger in `NODE_OPTIONS`, and `NODE_TLS_REJECT_UNAUTHORIZED=0`.",
    "",
    ...GROUPS.flatMap(section),
    "## Other providers to sign in by",
    "",
    "`AMANA_OIDC_<NAME>_ISSUER`, `_CLIENT_ID`, `_CLIENT_SECRET` (secret) and `_LABEL` make one provider of OpenID Connect each; the name is letters and",
    "digits. [sign-in.md](sign-in.md) shows it with Google.",
    "",
  ].join("\n");
}

function section(group: Group): string[] {
  const introduction = INTRODUCTIONS[group];
  return [
    `## ${group}`,
    "",
    ...(introduction ? [introduction, ""] : []),
    "| Variable | What it is | Form | Default | Production |",
    "| --- | --- | --- | --- | --- |",
    ...ofGroup(group).map((name) => {
      const { description, expects, default: standard = "none", production = "", secret } = aboutOf(name);
      return `| \`${name}\` | ${description}${secret ? " Secret." : ""} | ${expects} | ${standard} | ${production} |`.replace(
        "||",
        "|",
      );
    }),
    "",
  ];
}

/** `.env.example`: everything is commented out, so that a copy changes nothing until someone fills it in. */
export function envExample(): string {
  return [
    "# Made by `node tools/config-docs.ts`. docs/operating/configuration.md says more.",
    "# The sandbox needs none of these. What production requires is marked so.",
    ...GROUPS.flatMap((group) => ["", `# ${group}`, "", ...ofGroup(group).flatMap(example)]),
    "",
    "# Other providers to sign in by (docs/operating/sign-in.md)",
    "",
    ...["ISSUER=https://accounts.google.com", "CLIENT_ID=", "CLIENT_SECRET=", "LABEL=Google"].map(
      (line) => `# AMANA_OIDC_GOOGLE_${line}`,
    ),
    "",
  ].join("\n");
}

function example(name: Variable): string[] {
  const { description, production, default: standard, example: text } = aboutOf(name);
  const shown = text ?? (standard !== undefined && !/[;:] |^none|DATABASE/.test(standard) ? standard : "");
  return [
    `# ${description.replaceAll("`", "")}${production === "required" ? " (Required in production.)" : ""}`,
    `# ${name}=${shown}`,
  ];
}
