import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { binariesFor } from "./binaries.ts";
import { initialise } from "./initialise.ts";
import { holderOf } from "./lock-file.ts";
import { findPlace, type Place, settle } from "./place.ts";
import { endProcess, isSameProcess, markOf, type ProcessMark } from "./processes.ts";
import { APP, OWNER, prepare } from "./roles.ts";
import { secretsOf } from "./secrets.ts";
import { adoptOrLaunch } from "./server.ts";

export type PostgresOptions = {
  /** The folder that keeps data and secrets; made when absent. */
  readonly home: string;
  readonly database: string;
  /** Server settings over ours, for tests. An adopted server keeps the settings that it was started with. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Lets the owner clone databases, for tests. */
  readonly ownerCreatesDatabases?: boolean;
  readonly log?: (line: string) => void;
};

export type Postgres = {
  /** For migrations: the role that owns the schema. */
  readonly ownerUrl: string;
  /** For everything else: owns nothing, and may do what migrations grant. */
  readonly appUrl: string;
  /** Whether the server already ran, as after a kill of the process that started it. */
  readonly adopted: boolean;
  /** Where the data really is: root may have had to move it. */
  readonly home: string;
  readonly pid: number;
  /** Stops the server and waits, when this call started it or took it over from a dead process; otherwise does nothing. */
  stop(): Promise<void>;
};

const Mark = Type.Object({ pid: Type.Integer(), startedAt: Type.String() });
const STOP_PATIENCE_MS = 60_000;

/**
 * Runs the PostgreSQL that is installed with the application, on 127.0.0.1 and a free port. A server that outlived a
 * killed process is adopted. Throws with a sentence for the operator when it cannot run.
 */
export async function startPostgres({
  home,
  database,
  settings = {},
  ownerCreatesDatabases = false,
  log = () => {},
}: PostgresOptions): Promise<Postgres> {
  if (!/^[a-z_][a-z0-9_]{0,62}$/.test(database)) throw new Error(`not a database name: ${database}`);
  const place = settle(home);
  const native = binariesFor(place);
  const secrets = secretsOf(place);
  if (initialise(place, native, secrets.superuser) === "made") log(`PostgreSQL: new data folder ${place.data}`);
  const server = await adoptOrLaunch({ place, native, password: secrets.superuser, settings });
  const ours = await prepare({ port: server.port, secrets, database, ownerCreatesDatabases }, () =>
    claim(place, server.adopted),
  );
  log(
    `PostgreSQL: ${server.adopted ? "adopted a running server" : "started"} on 127.0.0.1:${server.port} (${place.data})`,
  );
  const url = (user: string, password: string) => `postgres://${user}:${password}@127.0.0.1:${server.port}/${database}`;
  return {
    ownerUrl: url(OWNER, secrets.owner),
    appUrl: url(APP, secrets.app),
    adopted: server.adopted,
    home: place.home,
    pid: server.mark.pid,
    async stop() {
      if (!ours) return;
      await stopServer(server.mark);
      log("PostgreSQL: stopped");
    },
  };
}

/** Stops the server of a home whose starter is gone. Answers whether there was one. */
export async function stopAbandonedPostgres(home: string): Promise<boolean> {
  const place = findPlace(home);
  const holder = place && holderOf(place);
  if (!holder || starterLives(place)) return false;
  await stopServer(holder.mark);
  return true;
}

/** SIGINT is PostgreSQL's fast stop; SIGQUIT leaves the rest to recovery at the next start. */
async function stopServer(mark: ProcessMark): Promise<void> {
  const end = await endProcess(mark, ["SIGINT", "SIGQUIT"], STOP_PATIENCE_MS);
  if (end === "alive") throw new Error(`PostgreSQL (process ${mark.pid}) does not stop.`);
}

const starterFile = (place: Place): string => join(place.home, "starter.json");

/** The one that started the server stops it; when it has died, the next one that comes takes its place. */
function claim(place: Place, adopted: boolean): boolean {
  if (adopted && starterLives(place)) return false;
  const draft = `${starterFile(place)}.${process.pid}`;
  writeFileSync(draft, JSON.stringify(markOf(process.pid)));
  renameSync(draft, starterFile(place));
  return true;
}

function starterLives(place: Place): boolean {
  try {
    const stored: unknown = JSON.parse(readFileSync(starterFile(place), "utf8"));
    return Value.Check(Mark, stored) && isSameProcess(stored);
  } catch {
    return false;
  }
}
