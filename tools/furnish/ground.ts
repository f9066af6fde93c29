import { chmod, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { UserId } from "../../core/ids/index.ts";
import { after, at } from "../../core/time/index.ts";
import { insertUser, startSession } from "../../server/modules/identity/index.ts";
import { addBankAccount } from "../../server/modules/payouts/index.ts";
import { beginClock, demoToken } from "../../server/modules/sandbox/index.ts";
import { SANDBOX_CREDENTIALS } from "../../server/runtime/config/index.ts";
import { connect, migrate } from "../../server/runtime/database/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { startPostgres } from "../../server/runtime/postgres/index.ts";
import { keyring } from "../../server/runtime/secrets/index.ts";
import { type Api, createApi } from "../demo/api.ts";
import { startSystem } from "../system.ts";
import type { Person } from "./cast.ts";

export type Ground = {
  readonly api: Api;
  readonly now: () => number;
  /** Moves the clock there; by then everything that was due has happened. */
  readonly reach: (moment: number) => Promise<void>;
  readonly ownerUrl: string;
  readonly dataDir: string;
  /** The number of the newest migration of its schema. */
  readonly migration: number;
  /** The address that the simulators know the application by. */
  readonly url: string;
  /** Ends the programs, so that everything is on disk; the database stays. */
  readonly rest: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

const MIGRATIONS = join(import.meta.dirname, "../../server/database/migrations");
const MINUTE = 60_000;

/** A whole system whose clocks begin at that moment of the past, with these people in it. */
export async function openGround(begin: number, people: readonly Person[]): Promise<Ground> {
  const dataDir = await mkdtemp(join(tmpdir(), "amana-furnish-"));
  // PostgreSQL does not run as root: another user must be able to enter.
  await chmod(dataDir, 0o755);
  const postgres = await startPostgres({ home: join(dataDir, "postgres"), database: "amana" });
  const { version: migration } = await migrate({ ...postgres, directory: MIGRATIONS });
  const offset = begin - Date.now();
  await settle(postgres.ownerUrl, begin, offset, people);
  // Behind the application's clock, which comes later and sets it forward.
  await mkdir(join(dataDir, "sandbox"), { recursive: true });
  await writeFile(join(dataDir, "sandbox/sandbox.json"), JSON.stringify({ offsetMs: Math.floor(offset) - MINUTE }));
  const system = await startSystem({
    ...{ dataDir, port: 0, sandboxPort: 0, build: false },
    env: {
      ...process.env,
      ...{ DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl },
      ...{ AMANA_DATA_KEY: SANDBOX_CREDENTIALS.archiveDataKey, AMANA_RATE_LIMIT_FACTOR: "0" },
    },
    log: (line, source) => void (source === "app" && /error/i.test(line) && console.error(line)),
  });
  if (system.sandboxUrl === null) throw new Error("there are no simulators");
  const api = createApi(system.url, system.sandboxUrl);
  let known = 0;
  const now = (): number => known;
  const read = ({ now: text }: { readonly now: string }): void => {
    known = Date.parse(text);
  };
  read(await api.advance("PT1S"));
  return {
    ...{ api, now, dataDir, migration, ownerUrl: postgres.ownerUrl, url: system.url, rest: () => system.stop() },
    async reach(moment) {
      const seconds = Math.ceil((moment - known) / 1000);
      if (seconds > 0) read(await api.advance(`PT${seconds}S`));
    },
    async remove() {
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Everybody has signed in, and who sells has a bank account. */
async function settle(ownerUrl: string, begin: number, offset: number, people: readonly Person[]): Promise<void> {
  const db = connect(ownerUrl, { name: "amana furnish", connections: 1, primaryOnly: true });
  const dataKey = keyring(Buffer.from(SANDBOX_CREDENTIALS.archiveDataKey, "base64"));
  try {
    await beginClock(db, offset);
    for (const [index, { key, name, phone, pickup, account }] of people.entries()) {
      const since = after(at(begin), index);
      const id: UserId = newRootId("user", since);
      await db.transaction(async (tx) => {
        await insertUser(tx, {
          ...{ id, demoKey: null, name, email: `${key}@example.test`, phone, roles: ["user"], pickupAddress: pickup },
        });
        await startSession(tx, id, since, demoToken(key));
      });
      if (account)
        await addBankAccount(
          ...([
            db,
            dataKey,
            { user: id, origin: { network: "127.0.0.1", agent: "Amana sandbox", via: null } },
          ] as const),
          { ...account, ifsc: "YESB0000262", kind: "current" },
          since,
        );
    }
  } finally {
    await db.close();
  }
}
