import { spawnSync } from "node:child_process";
import { webcrypto } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesOfHex, checkStatement, type DealStatement } from "../../core/seal/index.ts";
import { hours } from "../../core/time/index.ts";
import { exportLedger } from "../../server/entrypoints/cli/ledger-export.ts";
import { checkStatementFile } from "../../server/entrypoints/cli/ledger-statement.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { createSealer, headsWriter, publicKeyPem, sealKey } from "../../server/modules/seals/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

const ROOT = join(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "amana-statement-"));
const [dump, heads, pem] = [join(folder, "dump"), join(folder, "heads.jsonl"), join(folder, "key.pem")];
const key = sealKey(new Uint8Array(32).fill(3));

let database: TestDatabase;
let world: World;
let app: Application;
let order: string;

/** One sale that went through, sealed but for the payout, and the head kept outside. */
beforeAll(async () => {
  database = await testDatabase();
  world = await createWorld(database);
  for (const [user, token] of [
    [world.buyer, "buyer"],
    [world.seller, "seller"],
    [await world.person(), "stranger"],
  ] as const)
    await startSession(database.app, user, world.now(), token);
  app = await applicationOf(world);
  const shipped = await world.shipped();
  order = shipped.order.id;
  world.carrier.scan(shipped.shipment.id, "delivered", world.now());
  await world.pass(hours(2));
  const sealer = createSealer({ db: database.app, clock: world.clock, key });
  while ((await sealer.step()) > 0);
  await world.pass(hours(30));
  writeFileSync(pem, publicKeyPem(key.publicKey));
});
afterAll(async () => {
  await app.close();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

async function statementFor(who: string): Promise<{ status: number; proof: DealStatement }> {
  const answer = await app.inject({
    method: "GET",
    url: `/api/v1/orders/${order}/statement/proof`,
    headers: { authorization: `Bearer ${who}` },
  });
  return { status: answer.statusCode, proof: answer.json() };
}

/** As a browser has them: with WebCrypto, and nothing of Node. */
const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
const browser = {
  sha256: async (bytes: Uint8Array) => hex(await webcrypto.subtle.digest("SHA-256", bytes.slice())),
  verify: async (publicKey: string, message: Uint8Array, signature: string) =>
    await webcrypto.subtle.verify(
      "Ed25519",
      await webcrypto.subtle.importKey("raw", bytesOfHex(publicKey).slice(), "Ed25519", false, ["verify"]),
      bytesOfHex(signature).slice(),
      message.slice(),
    ),
};

test("the buyer's statement proves what is sealed, says what is not yet, and is checked by a browser alone", async () => {
  const { status, proof } = await statementFor("buyer");
  expect(status).toBe(200);
  expect(proof.postings.map(({ kind, inclusion }) => [kind, inclusion !== null])).toEqual([
    ["fund", true],
    ["release", false],
  ]);
  expect(await checkStatement(proof, browser)).toEqual({
    ok: true,
    trusted: false,
    sealed: 1,
    unsealed: 1,
    faults: [],
  });
});

test("after the next seal all of it is proven, the seller's with the payout; a stranger gets nothing", async () => {
  const sealer = createSealer({ db: database.app, clock: world.clock, key });
  while ((await sealer.step()) > 0);
  await headsWriter(database.app, heads).copy();
  const { proof } = await statementFor("seller");
  expect(proof.postings.map(({ kind }) => kind)).toContain("payout");
  const report = await checkStatement(proof, { ...browser, trustedKeys: { [key.id]: key.publicKey } });
  expect(report).toMatchObject({ ok: true, trusted: true, unsealed: 0, sealed: proof.postings.length });
  expect((await statementFor("stranger")).status).toBe(404);
});

test("a statement does not tell the balances of other people's accounts, nor the salt that hides them", async () => {
  const text = JSON.stringify(await statementFor("buyer"));
  const { salts } = await database.owner.one<{ salts: string[] }>(
    "select array_agg(encode(salt, 'hex')) as salts from seals.block",
  );
  expect(text).not.toMatch(/balance/i);
  for (const salt of salts) expect(text).not.toContain(salt);
});

test("a downloaded statement is checked from its file, against the key and the heads", async () => {
  const { proof } = await statementFor("buyer");
  const file = join(folder, "statement.json");
  writeFileSync(file, JSON.stringify(proof));
  expect(await checkStatementFile(file, { publicKey: pem, heads })).toMatchObject({
    ok: true,
    trusted: true,
    unsealed: 0,
  });
  const [first] = proof.postings;
  const lie = { ...proof, postings: proof.postings.map((one) => (one === first ? { ...one, kind: "refund" } : one)) };
  writeFileSync(file, JSON.stringify(lie));
  expect((await checkStatementFile(file, { heads })).faults).toEqual([
    { kind: "not_in_block", block: first?.inclusion?.block, posting: first?.id },
  ]);
  writeFileSync(file, "{}");
  await expect(checkStatementFile(file)).rejects.toThrow(/no statement/);
});

const cli = (...args: string[]) =>
  spawnSync(process.execPath, [join(ROOT, "server/entrypoints/cli/ledger-verify.ts"), ...args], {
    encoding: "utf8",
    // Nothing that leads to a database: the verifier needs none.
    env: { PATH: "" },
  });

test("a dump is verified without a server: a folder, or one file as pg_dump writes it; the last line is JSON", async () => {
  expect(await exportLedger(database.appUrl, dump)).toBeGreaterThan(10);
  const whole = cli("--dump", dump, "--heads", heads, "--public-key", pem, "--json");
  expect(whole.status).toBe(0);
  expect(JSON.parse(whole.stdout)).toMatchObject({ ok: true, trust: "public-key", first: null, count: 0 });
  const { chains } = JSON.parse(whole.stdout);
  expect([chains.ledger.unsealed, chains.deals.unsealed, chains.audit.unsealed]).toEqual([0, 0, 0]);
  expect(chains.deals.sealed).toBeGreaterThan(3);

  const tables = ["ledger.account", "ledger.entry", "ledger.posting", "seals.block", "seals.key"];
  const plain = join(folder, "dump.sql");
  writeFileSync(
    plain,
    `-- PostgreSQL database dump\nSET x = 1;\n\n${tables.map((name) => readFileSync(join(dump, `${name}.sql`), "utf8")).join("\n\n")}`,
  );
  expect(cli("--dump", plain, "--heads", heads).stdout).toMatch(
    /Signatures checked with the keys in the file of heads/,
  );
  expect(cli("--dump", plain).status).toBe(0);

  writeFileSync(plain, readFileSync(plain, "utf8").replace("\tfund\t", "\trefund\t"));
  const wrong = cli("--dump", plain, "--public-key", pem);
  expect(wrong.status).toBe(1);
  expect(wrong.stdout).toMatch(
    /NOT AS IT WAS SEALED\. First: posting_changed, posting [0-9a-f-]{36}, number 1, block 1 of ledger/,
  );
});

test("what is no dump is an error of its own, and never a ledger that is right", () => {
  writeFileSync(join(folder, "empty.sql"), "");
  for (const args of [
    ["--dump", join(folder, "empty.sql")],
    ["--dump", join(folder, "missing.sql")],
    [],
    ["--dumb", dump],
  ])
    expect(cli(...args)).toMatchObject({ status: 2, stdout: "" });
});
