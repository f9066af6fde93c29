import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createApi } from "./demo/api.ts";
import { playCart } from "./demo/cart.ts";
import { playStory, type StoryResult } from "./demo/play.ts";
import { STORIES } from "./demo/stories.ts";
import { TOLD, tellStory } from "./demo/told.ts";
import { startSystem } from "./system.ts";

/** Plays every story through HTTP and the simulators alone; `--json` prints one JSON document instead of the telling. */
const json = process.argv.includes("--json");
const print = (line: string): void => {
  if (!json) console.log(line);
};

const dataDir = await mkdtemp(join(tmpdir(), "amana-demo-"));
// PostgreSQL does not run as root: another user must be able to enter.
await chmod(dataDir, 0o755);
// Long enough for a buyer of files to find something wrong with them.
const env = { ...process.env, AMANA_DIGITAL_INSPECTION_HOURS: "24" };
const system = await startSystem({ dataDir, port: 0, sandboxPort: 0, build: false, env });
let stories: StoryResult[] = [];
try {
  if (system.sandboxUrl === null) throw new Error("the demo needs the simulators");
  const api = createApi(system.url, system.sandboxUrl);
  await api.advance("PT1M");
  for (const story of STORIES) stories = [...stories, await playStory(api, story, print)];
  for (const story of TOLD) stories = [...stories, await tellStory(api, story, print)];
  stories = [...stories, await playCart(api, print)];
} finally {
  await system.stop();
  await rm(dataDir, { recursive: true, force: true });
}
if (json) console.log(JSON.stringify({ stories }));
else
  for (const { name, status, buyer, seller, platform, postings } of stories)
    console.log(`\n${name}: ${status}, buyer ${buyer}, seller ${seller}, platform ${platform}, ${postings} postings`);
process.exitCode = stories.every(({ balanced, statementAgrees }) => balanced && statementAgrees) ? 0 : 1;
