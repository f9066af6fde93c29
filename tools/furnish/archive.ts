import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip, gunzipSync, gzipSync } from "node:zlib";
import { type Archive, archiveOf } from "../../server/runtime/database/index.ts";

/**
 * A marketplace at rest, in four files: `archive.json` (when its history ends, the newest migration of its rows), `rows.gz`,
 * `simulators.gz` (the simulators' state) and `files.gz` (what was uploaded).
 */
export const FURNISHED = join(import.meta.dirname, "../../furnished");

/** What the simulators' addresses of the application stand as in the archive. */
const PLACE = "http://application.invalid";
/** The application's clock comes later and sets the simulators' forward, which never go back. */
const BEHIND_MS = 60_000;

/** Passing things, and what each sandbox makes with its own keys. */
const LEFT_OUT = [
  ...["sandbox.clock", "seals.block", "seals.key", "http.idempotency", "identity.step_up", "identity.known_network"],
  ...["shipping.rate_cache", "webhooks.attempt"],
];

export type Resting = {
  readonly ownerUrl: string;
  readonly dataDir: string;
  /** The address that the simulators know the application by. */
  readonly url: string;
  /** The number of the newest migration of its schema. */
  readonly migration: number;
};

export async function pack({ ownerUrl, dataDir, url, migration }: Resting, at: number): Promise<void> {
  await rm(FURNISHED, { recursive: true, force: true });
  await mkdir(FURNISHED, { recursive: true });
  await writeLines("rows.gz", archiveOf(ownerUrl, LEFT_OUT));
  await writeLines("files.gz", filesIn(join(dataDir, "files")));
  const state = withoutPast(JSON.parse(await readFile(join(dataDir, "sandbox/sandbox.json"), "utf8")));
  const text = JSON.stringify(state).replaceAll(url, PLACE);
  await writeFile(join(FURNISHED, "simulators.gz"), gzipSync(text, { level: 9 }));
  const about = { at: new Date(at).toISOString(), migration };
  await writeFile(join(FURNISHED, "archive.json"), `${JSON.stringify(about, null, 2)}\n`);
}

/** Lays out what the simulators and the store of files begin with. The application puts the rows back by itself. */
export async function unpack(dataDir: string, files: string, url: string): Promise<void> {
  const { at } = JSON.parse(await readFile(join(FURNISHED, "archive.json"), "utf8"));
  const state = JSON.parse(
    gunzipSync(await readFile(join(FURNISHED, "simulators.gz")))
      .toString()
      .replaceAll(PLACE, url),
  );
  const offsetMs = Date.parse(at) - Date.now() - BEHIND_MS;
  for await (const line of linesOf("files.gz")) {
    const { path, bytes } = JSON.parse(line);
    await mkdir(dirname(join(files, path)), { recursive: true });
    await writeFile(join(files, path), Buffer.from(bytes, "base64"));
  }
  await mkdir(join(dataDir, "sandbox"), { recursive: true });
  await writeFile(join(dataDir, "sandbox/sandbox.json"), JSON.stringify({ ...state, offsetMs }));
}

/** The simulators keep their whole state in one file: what nobody asks for again would only make it slow. */
const withoutPast = (state: Record<string, unknown>): object => ({
  ...state,
  deliveries: { $map: [] },
  idempotency: { $map: [] },
  mails: (Array.isArray(state.mails) ? state.mails : []).slice(-50),
});

async function* filesIn(folder: string): Archive {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    yield JSON.stringify({ path: relative(folder, path), bytes: (await readFile(path)).toString("base64") });
  }
}

async function writeLines(name: string, lines: Archive): Promise<void> {
  const ended = async function* () {
    for await (const line of lines) yield `${line}\n`;
  };
  await pipeline(Readable.from(ended()), createGzip({ level: 9 }), createWriteStream(join(FURNISHED, name)));
}

/** Opened by the first who asks: lines that come before anybody listens are lost. */
async function* linesOf(name: string): Archive {
  const input = createReadStream(join(FURNISHED, name)).pipe(createGunzip());
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
}
