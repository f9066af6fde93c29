import { afterAll, beforeAll, expect, test } from "vitest";
import { type Head, headerBytes } from "../../core/seal/index.ts";
import { signatureCheck } from "../../server/entrypoints/cli/ledger-crypto.ts";
import { createSealer, publicKeyPem, type SealKey, sha256 } from "../../server/modules/seals/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { type Application, applicationOf } from "../money/application.ts";
import { createWorld } from "../money/world.ts";
import { clock, KEY, note, OTHER_KEY, sell } from "./market.ts";

let database: TestDatabase;
let app: Application;

/** One block of the ledger and two of the audit log, and an API that nobody is signed in to. */
beforeAll(async () => {
  database = await testDatabase();
  const world = await createWorld(database);
  app = await applicationOf(world);
  await sell(database.app, 0, 3);
  await note(database.app, "first");
  await seal(KEY);
  await note(database.app, "second");
  await seal(KEY);
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

async function seal(key: SealKey): Promise<void> {
  const sealer = createSealer({ db: database.app, clock, key });
  while ((await sealer.step()) > 0);
}

type Published = {
  keys: { id: string; publicKey: string; blocks: { chain: string; first: number; last: number }[] }[];
  heads: Head[];
};

async function published(): Promise<Published> {
  const answer = await app.inject({ method: "GET", url: "/api/v1/seals" });
  expect(answer.statusCode).toBe(200);
  return answer.json();
}
const blocksOf = (name: string, { keys }: Published) => keys.find(({ id }) => id === name)?.blocks;

test("anybody may read the keys, and the newest head of each chain, which they check", async () => {
  const { keys, heads } = await published();
  expect(keys.find(({ id }) => id === KEY.id)).toEqual({
    ...{ id: KEY.id, algorithm: "Ed25519", publicKey: KEY.publicKey, pem: publicKeyPem(KEY.publicKey) },
    blocks: [
      { chain: "ledger", first: 1, last: 1 },
      { chain: "audit", first: 1, last: 2 },
    ],
  });
  expect(heads.map(({ chain }) => chain)).toEqual(["ledger", "audit"]);
  const isSigned = signatureCheck();
  for (const head of heads) {
    expect(sha256(headerBytes(head))).toBe(head.hash);
    const key = keys.find(({ id }) => id === head.key);
    expect(isSigned(key?.publicKey ?? "", headerBytes(head), head.signature)).toBe(true);
  }
  expect(JSON.stringify({ keys, heads })).not.toMatch(/"salt"|members|leaves/);
});

test("a head that was kept is what the next one of its chain follows, and a new key is named with its own blocks", async () => {
  const before = await published();
  const kept = before.heads.find(({ chain }) => chain === "audit");
  await note(database.app, "third");
  await seal(OTHER_KEY);
  const after = await published();
  const next = after.heads.find(({ chain }) => chain === "audit");
  expect(next).toMatchObject({ number: (kept?.number ?? 0) + 1, previous: kept?.hash, key: OTHER_KEY.id });
  expect(blocksOf(KEY.id, after)).toEqual(blocksOf(KEY.id, before));
  expect(blocksOf(OTHER_KEY.id, after)).toEqual([{ chain: "audit", first: next?.number, last: next?.number }]);
});
