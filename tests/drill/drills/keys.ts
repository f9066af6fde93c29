import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { at } from "../../../core/time/index.ts";
import { insertUser } from "../../../server/modules/identity/index.ts";
import { ACCOUNT_NUMBERS, addBankAccount } from "../../../server/modules/payouts/index.ts";
import { connect, type Database } from "../../../server/runtime/database/index.ts";
import { newRootId } from "../../../server/runtime/ids/index.ts";
import { type Keyring, keyId, keyring, sealedBy, unseal } from "../../../server/runtime/secrets/index.ts";
import { asking } from "../../money/asking.ts";
import { asDisposable } from "../cluster.ts";
import { claim, type Drill, since } from "../drill-form.ts";
import { until } from "./replicas.ts";

const REPOSITORY = join(import.meta.dirname, "../../..");
const COMMAND = join(REPOSITORY, "server/entrypoints/cli/index.ts");
const NOW = at(Date.UTC(2026, 2, 2));

/** The data key is changed while people add bank accounts, and the command that reseals is killed again and again. */
export const keyRotation: Drill = {
  name: "rotation of the data key",
  rule: "cases 113 and 114: every number opens at every moment, the old key is not needed afterwards, and a lost or wrong key is told",
  async hold(ground) {
    const cluster = await ground.newCluster("keys");
    await cluster.start();
    await using db = asDisposable(connect(cluster.appUrl, { connections: 8 }));
    const [old, next] = [randomBytes(32), randomBytes(32)];
    const both = keyring(next, [old]);
    const accounts = Math.max(300, Math.min(3_000, ground.commands));
    const numbers = await addAccounts(db, keyring(old), accounts);
    await readAll(db, both, numbers);

    const command =
      (...words: readonly string[]) =>
      (keys: Keyring) =>
        amana(cluster.appUrl, ["keys", ...words, "--json"], keys).ended;
    const start = performance.now();
    const writing = addAccounts(db, both, 20);
    const killedAt = await killOften(db, () => amana(cluster.appUrl, ["keys", "rotate", "--batch", "10"], both), both);
    for (const [id, number] of await writing) numbers.set(id, number);
    await readAll(db, both, numbers);
    const done = await command("rotate")(both);
    const took = since(start);
    claim(done.code === 0, `rotate ended with ${done.code}: ${done.output}`);
    await readAll(db, keyring(next), numbers);
    claim((await command("check")(keyring(next))).code === 0, "the old key is still needed");
    await theWrongKeyIsTold(command, numbers.size);
    return { accounts: numbers.size, "resealed at each kill": killedAt.join(" "), "rotation with kills, ms": took };
  },
};

type Ran = { readonly code: number | null; readonly output: string };
type Command = (...words: readonly string[]) => (keys: Keyring) => Promise<Ran>;

const KILLS = 4;
const ROWS_BETWEEN_KILLS = 40;

/** Kills the command in the middle, each time further on; answers with how many were resealed at each kill. */
async function killOften(db: Database, rotate: () => Program, keys: Keyring): Promise<number[]> {
  const killedAt: number[] = [];
  for (let kill = 1; kill <= KILLS; kill++) {
    const program = rotate();
    const before = await resealedOf(db, keys);
    await until(async () => (await resealedOf(db, keys)) >= before + ROWS_BETWEEN_KILLS, "a batch");
    program.kill();
    claim((await program.ended).code === null, "the rotation was through before it could be killed");
    killedAt.push(await resealedOf(db, keys));
  }
  return killedAt;
}

async function resealedOf(db: Database, { current }: Keyring): Promise<number> {
  const mine = keyId(current).toString("hex");
  return Number((await sealedBy(db, ACCOUNT_NUMBERS)).find(({ key }) => key === mine)?.rows ?? 0);
}

async function theWrongKeyIsTold(command: Command, accounts: number): Promise<void> {
  const wrong = keyring(randomBytes(32));
  const check = await command("check")(wrong);
  claim(check.code === 1 && /"lost":\["[0-9a-f]{8}"\]/.test(check.output), `a lost key is not told: ${check.output}`);
  const rotate = await command("rotate")(wrong);
  const told = rotate.output.split("\n").filter((line) => /^bank_.*opens with none of the keys/.test(line)).length;
  claim(rotate.code === 1 && told === accounts, `rotate under a wrong key told ${told} of ${accounts}`);
}

async function addAccounts(db: Database, keys: Keyring, count: number): Promise<Map<string, string>> {
  const numbers = new Map<string, string>();
  const add = async (index: number): Promise<void> => {
    const user = newRootId("user", NOW);
    const email = `${user}@example.test`;
    const person = { id: user, demoKey: null, name: "Shop (demo shop)", email, phone: "9000000001" };
    await insertUser(db, { ...person, roles: ["user"], pickupAddress: null });
    const accountNumber = String(100_000_000_000 + index);
    const details = { holderName: "Shop", accountNumber, ifsc: "YESB0000262", kind: "current" } as const;
    const added = await addBankAccount(db, keys, asking(user), details, NOW);
    if (added.ok) numbers.set(added.value.id, accountNumber);
  };
  for (let index = 0; index < count; index += 20)
    await Promise.all(Array.from({ length: Math.min(20, count - index) }, (_, more) => add(index + more)));
  return numbers;
}

/** Opens every number in its own place. */
async function readAll(db: Database, keys: Keyring, numbers: ReadonlyMap<string, string>): Promise<void> {
  const rows = await db.query<{ id: string; sealed: Buffer }>(
    "select 'bank_' || replace(id::text, '-', '') as id, account_number_sealed as sealed from payouts.bank_account",
  );
  claim(rows.length >= numbers.size, `${rows.length} accounts of ${numbers.size}`);
  for (const { id, sealed } of rows) {
    const number = unseal(keys, `payouts.bank_account:account_number:${id}`, sealed);
    claim(!numbers.has(id) || numbers.get(id) === number, `the number of ${id} is another one`);
  }
}

type Program = { readonly ended: Promise<Ran>; readonly kill: () => void };

/** Runs an operator's command as a program, with the keys in its environment. */
function amana(databaseUrl: string, args: readonly string[], keys: Keyring): Program {
  const text = (key: Uint8Array): string => Buffer.from(key).toString("base64");
  const child = spawn(process.execPath, [COMMAND, ...args], {
    cwd: REPOSITORY,
    env: {
      PATH: process.env.PATH,
      DATABASE_URL: databaseUrl,
      AMANA_DATA_KEY: text(keys.current),
      AMANA_OTHER_DATA_KEYS: keys.others.map(text).join(","),
    },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
  const ended = new Promise<Ran>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output: Buffer.concat(said).toString("utf8") }));
  });
  return { ended, kill: () => void child.kill("SIGKILL") };
}
