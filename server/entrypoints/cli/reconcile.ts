import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { formatMajor, money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, at, days, hours, type Instant } from "@amana/core/time";
import { type Difference, differenceJson, fetchAndReconcile, openDifferences, runJson } from "#modules/reconciliation";
import type { StatementSource } from "#ports/statement";
import { csvSource, readCsv, readMapping } from "../../adapters/statements/csv/index.ts";
import { createAdapters } from "../adapters.ts";
import { reconciliationSettings } from "../reconciliation-settings.ts";
import { complain, type FinanceMeans, say, withFinanceDatabase } from "./finance-database.ts";

const MOST_LISTED = 1000;

/** Reads a statement, from the gateway or from its file, and sets it against the books; fails when differences are open. */
export const reconcileCommand = {
  summary:
    "<gateway> [--from TIME] [--until TIME] [--csv FILE --mapping FILE] [--json]: set a statement against the books",
  run: (args: readonly string[]): Promise<number> => {
    const options = optionsIn(args);
    if (!options.ok) return usage(options.error);
    return withFinanceDatabase((means) => reconcileNow(means, options.value));
  },
};

/** Lists what nobody has explained yet; fails when there is something. */
export const reconcileListCommand = {
  summary: "[--json]: list the differences that nobody has explained yet",
  run: (args: readonly string[]): Promise<number> =>
    withFinanceDatabase(async ({ db }) => {
      const open = await openDifferences(db, MOST_LISTED);
      if (args.includes("--json")) say(JSON.stringify({ open: open.map(differenceJson) }));
      else say(open.length === 0 ? "every difference is explained" : open.map(sentence).join("\n"));
      return open.length === 0 ? 0 : 1;
    }),
};

type Options = {
  readonly gateway: string;
  readonly from: Instant | null;
  readonly until: Instant | null;
  readonly file: { readonly csv: string; readonly mapping: string } | null;
  readonly json: boolean;
};

async function reconcileNow({ db, config, now }: FinanceMeans, options: Options): Promise<number> {
  const source = options.file ? sourceOfFile(options.file) : sourceOf({ db, config, now }, options.gateway);
  if (!source.ok) return usage(source.error);
  if (source.value.name !== options.gateway) return usage(`the mapping is of ${source.value.name}`);
  const until = options.until ?? after(now, -hours(1));
  const period = { from: options.from ?? after(until, -days(7)), until };
  const settings = reconciliationSettings(config);
  const run = await fetchAndReconcile(db, settings, source.value, period, now);
  if (!run.ok) {
    complain(`the statement of ${options.gateway} cannot be read: ${JSON.stringify(run.error)}`);
    return 1;
  }
  const open = await openDifferences(db, MOST_LISTED, options.gateway);
  if (options.json) say(JSON.stringify({ run: runJson(run.value), open: open.map(differenceJson) }));
  else
    say(
      [
        `${run.value.lines} lines, ${run.value.newLines} of them new; ${run.value.matched} lines agree, ${run.value.waiting} wait for the other side`,
        ...open.map(sentence),
      ].join("\n"),
    );
  return open.length === 0 ? 0 : 1;
}

function sourceOf({ config, now }: FinanceMeans, gateway: string): Result<StatementSource, string> {
  const { statements } = createAdapters(config, { now: () => now });
  const source = statements.find(({ name }) => name === gateway);
  return source
    ? ok(source)
    : refuse(`no statement can be fetched from ${gateway}; give its file with --csv and --mapping`);
}

function sourceOfFile({ csv, mapping }: NonNullable<Options["file"]>): Result<StatementSource, string> {
  const [declared, text] = [textOf(mapping), textOf(csv)];
  if (!declared.ok) return declared;
  if (!text.ok) return text;
  const read = readMapping(declared.value);
  if (!read.ok) return read;
  const lines = readCsv(read.value, text.value);
  if (!lines.ok)
    return refuse(`${csv}, line ${lines.error.line}: ${lines.error.problem}; nothing of the file was taken`);
  return ok(csvSource(read.value, lines.value));
}

function textOf(file: string): Result<string, string> {
  try {
    return ok(readFileSync(file, "utf8"));
  } catch {
    return refuse(`${file} cannot be read`);
  }
}

function optionsIn(args: readonly string[]): Result<Options, string> {
  const text = { type: "string" } as const;
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: { from: text, until: text, csv: text, mapping: text, json: { type: "boolean", default: false } },
    });
    const [gateway, ...more] = positionals;
    if (gateway === undefined || more.length > 0) return refuse("name one gateway");
    const [from, until] = [values.from, values.until].map(momentIn);
    if (from === undefined || until === undefined) return refuse("a time looks like 2026-03-02T00:00:00Z");
    if ((values.csv === undefined) !== (values.mapping === undefined)) return refuse("--csv and --mapping go together");
    const file = values.csv && values.mapping ? { csv: values.csv, mapping: values.mapping } : null;
    return ok({ gateway, from, until, file, json: values.json });
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

/** Null when none was given, undefined when it cannot be read. */
function momentIn(text: string | undefined): Instant | null | undefined {
  if (text === undefined) return null;
  const full = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(full) ? undefined : at(full);
}

function sentence({ id, gateway, class: found, reasons, at: when, atStake }: Difference): string {
  const amounts = [...atStake].map(([currency, minor]) => `${formatMajor(money(minor, currency))} ${currency}`);
  const words = [found, ...reasons].join(", ");
  return `${id}  ${gateway}  ${new Date(when).toISOString()}  ${words}  ${amounts.join(" and ") || "no money"}`;
}

async function usage(problem: string): Promise<number> {
  complain(problem);
  return 2;
}
