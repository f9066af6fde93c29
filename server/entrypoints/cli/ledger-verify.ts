/**
 * Checks a dump by itself: no database, no server, no module of the server is loaded.
 * Also runs as `node server/entrypoints/cli/ledger-verify.ts --dump FILE`.
 */
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Fault, type VerifyReport, verifySealed } from "@amana/core/seal";
import { publicKeysIn, sha256, signatureCheck } from "./ledger-crypto.ts";
import { type Dump, readDump } from "./ledger-dump.ts";
import { type HeadsFile, readHeads } from "./ledger-heads.ts";

export type Verified = VerifyReport & {
  /** Where the public keys came from; keys out of the dump itself prove nothing against whoever wrote the dump. */
  readonly trust: "public-key" | "heads" | "dump";
  readonly first: Fault | null;
  readonly seconds: number;
  readonly entriesPerSecond: number;
};

export type VerifyOptions = {
  readonly dump: string;
  readonly heads?: string | undefined;
  readonly publicKey?: string | undefined;
  /** Whether a second thread reads; without it, the size of the dump says so. */
  readonly inThreads?: boolean;
};

const NEEDED = ["ledger.account", "ledger.posting", "ledger.entry", "seals.block"];

/** Reads and checks a dump; throws when there is nothing to check in it. */
export async function verifyDump({
  dump: path,
  heads: headsFile,
  publicKey,
  inThreads,
}: VerifyOptions): Promise<Verified> {
  const started = performance.now();
  const dump = await readDump(path, inThreads);
  const lacking = NEEDED.filter((table) => !dump.tables.has(table));
  if (lacking.length > 0)
    throw new Error(
      `${path} holds no rows of ${lacking.join(", ")}: it must be a plain pg_dump with COPY, or a folder made by ledger export`,
    );
  const heads = headsFile === undefined ? null : readHeads(headsFile);
  const { keys, trust } = keysFor(dump, heads, publicKey);
  const report = verifySealed(dump, heads?.heads ?? [], {
    ...{ sha256, verify: signatureCheck(), keys },
    rootOf: (block) => dump.roots.get(block) ?? "",
  });
  const seconds = (performance.now() - started) / 1000;
  return {
    ...report,
    trust,
    first: report.faults[0] ?? null,
    seconds,
    entriesPerSecond: Math.round(report.entries / seconds),
  };
}

function keysFor(
  dump: Dump,
  heads: HeadsFile | null,
  publicKey: string | undefined,
): { keys: ReadonlyMap<string, string>; trust: Verified["trust"] } {
  if (publicKey !== undefined) return { keys: publicKeysIn(readFileSync(publicKey, "utf8")), trust: "public-key" };
  if (heads && heads.keys.size > 0) return { keys: heads.keys, trust: "heads" };
  return { keys: dump.keys, trust: "dump" };
}

const USAGE = "usage: ledger verify --dump FILE.sql|FOLDER [--heads FILE] [--public-key FILE] [--json]\n";

/** Exit code 0: all is as it was sealed; 1: it is not, and the first bad place is named; 2: nothing could be checked. */
export async function runVerify(args: readonly string[]): Promise<number> {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        ...{ dump: { type: "string" }, heads: { type: "string" }, "public-key": { type: "string" } },
        json: { type: "boolean", default: false },
      },
    });
    if (values.dump === undefined) throw new Error("which dump?");
    const report = await verifyDump({ dump: values.dump, heads: values.heads, publicKey: values["public-key"] });
    process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : readable(report));
    return report.ok ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n${USAGE}`);
    return 2;
  }
}

export const ledgerVerify = { summary: "check a dump of the ledger, without a server", run: runVerify };

const MOST_SHOWN = 20;

function readable(report: Verified): string {
  const chains = Object.entries(report.chains).map(([chain, one]) =>
    one
      ? `${chain}: ${one.sealed} rows in ${one.blocks} blocks, ${one.unsealed} not sealed yet`
      : `${chain}: not in this dump`,
  );
  return [
    `${report.postings} postings, ${report.entries} entries, ${report.accounts} accounts in ${report.seconds.toFixed(2)} s (${report.entriesPerSecond} entries a second)`,
    ...chains,
    TRUST[report.trust],
    report.heads === 0
      ? "No heads from outside: a tail that was cut off would not be seen."
      : `${report.heads} heads from outside.`,
    ...report.faults.slice(0, MOST_SHOWN).map(sentence),
    ...(report.count > MOST_SHOWN ? [`… and ${report.count - MOST_SHOWN} more.`] : []),
    report.ok
      ? "All is as it was sealed."
      : `NOT AS IT WAS SEALED. First: ${report.first ? sentence(report.first) : ""}`,
    "",
  ].join("\n");
}

const TRUST: Record<Verified["trust"], string> = {
  "public-key": "Signatures checked with the public key given.",
  heads: "Signatures checked with the keys in the file of heads.",
  dump: "Signatures checked with keys from the dump itself, which proves little: give --public-key or --heads.",
};

const sentence = (fault: Fault): string =>
  `${[
    fault.kind,
    ...(fault.row ? [`${fault.chain === "ledger" ? "posting" : "row"} ${fault.row}`] : []),
    ...(fault.account ? [`account ${fault.account}`] : []),
    ...(fault.number !== null ? [`number ${fault.number}`] : []),
    ...(fault.block !== null ? [`block ${fault.block} of ${fault.chain}`] : []),
  ].join(", ")}: ${fault.detail}`;

if (import.meta.main) process.exitCode = await runVerify(process.argv.slice(2));
