import { uuidOf } from "@amana/core/ids";
import { bytesOfHex, checkStatement, type DealStatement, type StatementReport } from "@amana/core/seal";

/** What came of a check in this browser: a report, or why there is none. */
export type Verdict =
  | { kind: "checked"; report: StatementReport; blocks: SealedBlock[]; keys: string[] }
  | { kind: "not_a_statement" | "another_order" | "cannot_check" };
export type SealedBlock = { number: number; sealedAt: string };

/**
 * Checks a statement with the browser's own cryptography, without asking the marketplace anything. `deal` is whose statement it
 * should be; `headsSeen` are hashes of blocks that were seen elsewhere, such as in a file that was kept.
 */
export async function checkHere(
  given: unknown,
  deal: string,
  headsSeen?: ReadonlyMap<number, string>,
): Promise<Verdict> {
  const statement = statementIn(given);
  if (!statement) return { kind: "not_a_statement" };
  if (statement.deal.replaceAll("-", "") !== uuidOf(deal)) return { kind: "another_order" };
  try {
    const report = await checkStatement(statement, { sha256, verify, ...(headsSeen && { knownHeads: headsSeen }) });
    const blocks = [...statement.blocks]
      .sort((a, b) => a.number - b.number)
      .map(({ number, sealedAt }) => ({ number, sealedAt: new Date(sealedAt / 1000).toISOString() }));
    return { kind: "checked", report, blocks, keys: Object.keys(statement.keys) };
  } catch {
    return { kind: "cannot_check" };
  }
}

/** The hashes of a statement's blocks by their numbers; empty where it is no statement. */
export const headsIn = (given: unknown): Map<number, string> =>
  new Map(statementIn(given)?.blocks.map(({ number, hash }) => [number, hash]));

/** What the API answers as the proof of a statement; null for anything else. */
export const statementIn = (given: unknown): DealStatement | null => (isStatement(given) ? given : null);

const sha256 = async (bytes: Uint8Array): Promise<string> =>
  hexOf(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));

async function verify(publicKey: string, message: Uint8Array, signature: string): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", bytesIn(publicKey), "Ed25519", false, ["verify"]);
  return await crypto.subtle.verify("Ed25519", key, bytesIn(signature), new Uint8Array(message));
}

const bytesIn = (hex: string): Uint8Array<ArrayBuffer> => new Uint8Array(bytesOfHex(hex));
const hexOf = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");

type Check = (value: unknown) => boolean;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const text: Check = (value) => typeof value === "string";
const whole: Check = (value) => Number.isSafeInteger(value);
const hex =
  (digits: number): Check =>
  (value) =>
    typeof value === "string" && value.length === digits && /^[0-9a-f]*$/.test(value);
const either =
  (...checks: Check[]): Check =>
  (value) =>
    checks.some((check) => check(value));
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const shaped =
  (fields: Record<string, Check>): Check =>
  (value) =>
    isRecord(value) && Object.entries(fields).every(([name, check]) => check(value[name]));
const nothing: Check = (value) => value === null;

const isHead = shaped({
  ...{ chain: text, number: whole, first: whole, last: whole, count: whole, root: hex(64), previous: hex(64) },
  ...{ sealedAt: whole, key: hex(16), saltHash: hex(64), hash: hex(64), signature: hex(128) },
});
const isPosting = shaped({
  ...{ shard: whole, id: text, number: whole, key: text, fingerprint: text, kind: text, deal: either(text, nothing) },
  ...{ at: whole, hidden: either(hex(64), hex(0)) },
  entries: listOf(shaped({ code: text, currency: text, amount: whole })),
  inclusion: either(nothing, shaped({ block: whole, index: whole, path: listOf(hex(64)) })),
});
const isKeys: Check = (value) => isRecord(value) && Object.values(value).every(hex(64));
const hasShape = shaped({
  ...{ version: whole, deal: text, postings: listOf(isPosting), blocks: listOf(isHead), keys: isKeys },
});
const isStatement = (value: unknown): value is DealStatement => hasShape(value);
