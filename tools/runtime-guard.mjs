/**
 * Plain JavaScript, so that any Node can read it: Node before 22.18 fails on the first TypeScript file with a message that
 * helps nobody. `node tools/runtime-guard.mjs tools/start.ts` checks, and then runs that file.
 */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

const NEEDED = 24;
const found = Number.parseInt(process.versions.node, 10);

if (found < NEEDED) {
  process.stderr.write(
    `Amana needs Node ${NEEDED} or newer, and this is Node ${process.versions.node}.\n` +
      "`npm install` brings the right one where it is packaged (Linux x64): run `npm start` then, which uses it.\n" +
      `Elsewhere install Node ${NEEDED} from https://nodejs.org.\n`,
  );
  process.exit(1);
}

const program = process.argv[2];
if (program !== undefined && resolve(process.argv[1] ?? "") === import.meta.filename) {
  process.argv.splice(1, 1);
  // Not awaited: the program imports this file too, and would wait for itself.
  void import(pathToFileURL(resolve(program)).href);
}
