import { readFileSync, writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseId } from "@amana/core/ids";
import { checkStatement, type StatementReport } from "@amana/core/seal";
import { Value } from "typebox/value";
import { DealStatementJson, statementOfDeal } from "#modules/seals";
import { describeProblems, readConfig } from "#runtime/config";
import { connect } from "#runtime/database";
import { publicKeysIn, sha256, signatureCheck } from "./ledger-crypto.ts";
import { withAddress } from "./ledger-export.ts";
import { readHeads } from "./ledger-heads.ts";

/** Writes a deal's statement with its proofs, to give away. */
export const ledgerProve = {
  summary: "write a deal's postings with their proofs: ledger prove --deal ID [--out FILE]",
  async run(args: readonly string[]): Promise<number> {
    const { values } = parseArgs({ args: [...args], options: { deal: { type: "string" }, out: { type: "string" } } });
    const deal = parseId("deal", values.deal ?? "");
    if (!deal) return complain("usage: ledger prove --deal deal_… [--out FILE]");
    const config = readConfig(process.env);
    if (!config.ok) return complain(describeProblems(config.error));
    const statement = await withAddress(config.value, async (url) => {
      const db = connect(url, { name: "amana ledger prove", connections: 1 });
      try {
        return await statementOfDeal(db, deal);
      } finally {
        await db.close();
      }
    });
    const text = `${JSON.stringify(statement)}\n`;
    if (values.out === undefined) process.stdout.write(text);
    else writeFileSync(values.out, text);
    return statement.postings.length > 0 ? 0 : complain(`${deal} has no postings`);
  },
};

export type CheckOptions = { readonly publicKey?: string | undefined; readonly heads?: string | undefined };

/** Checks a statement by itself. Takes the proof that the API answers, which is also what `ledger prove` writes. */
export async function checkStatementFile(
  file: string,
  { publicKey, heads }: CheckOptions = {},
): Promise<StatementReport> {
  const read: unknown = JSON.parse(readFileSync(file, "utf8"));
  if (!Value.Check(DealStatementJson, read)) throw new Error(`${file} is no statement of a deal`);
  const outside = heads === undefined ? null : readHeads(heads);
  const trustedKeys = publicKey === undefined ? outside?.keys : publicKeysIn(readFileSync(publicKey, "utf8"));
  const known = outside?.heads
    .filter(({ chain }) => chain === "ledger")
    .map(({ number, hash }) => [number, hash] as const);
  return await checkStatement(read, {
    sha256,
    verify: signatureCheck(),
    ...(trustedKeys && { trustedKeys: Object.fromEntries(trustedKeys) }),
    ...(known && { knownHeads: new Map(known) }),
  });
}

/** Exit code 0: everything in it is proven; 1: it is not; 2: it cannot be read. */
export const ledgerCheckStatement = {
  summary: "check a statement that somebody downloaded: ledger check-statement FILE [--public-key FILE] [--heads FILE]",
  async run(args: readonly string[]): Promise<number> {
    try {
      const { values, positionals } = parseArgs({
        args: [...args],
        allowPositionals: true,
        options: {
          ...{ "public-key": { type: "string" }, heads: { type: "string" } },
          json: { type: "boolean", default: false },
        },
      });
      const report = await checkStatementFile(positionals[0] ?? "", {
        publicKey: values["public-key"],
        heads: values.heads,
      });
      process.stdout.write(values.json ? `${JSON.stringify(report)}\n` : readable(report));
      return report.ok ? 0 : 1;
    } catch (error) {
      return complain(error instanceof Error ? error.message : String(error));
    }
  },
};

const readable = ({ ok, trusted, sealed, unsealed, faults }: StatementReport): string =>
  [
    `${sealed} postings proven to stand in signed blocks, ${unsealed} not sealed yet.`,
    trusted
      ? "Signatures checked with the keys given."
      : "Signatures checked with the statement's own keys: compare them with the marketplace's published key.",
    ...faults.map(
      ({ kind, block, posting }) =>
        `${kind}${posting ? `, posting ${posting}` : ""}${block === null ? "" : `, block ${block}`}`,
    ),
    ok ? "Everything in it is as it was sealed." : "NOT AS IT WAS SEALED.",
    "",
  ].join("\n");

function complain(text: string): number {
  process.stderr.write(`${text}\n`);
  return 2;
}
