import { connect } from "../../server/runtime/database/index.ts";
import { startLoad } from "./load.ts";

/** The load as a program, to be run with the source of another release beside it: an address and how many commands. */
const [url = "", commands = "0"] = process.argv.slice(2);
const db = connect(url, { connections: 4 });
const load = startLoad(db, 4);
await load.more(Number(commands));
await load.stop();
await db.close();
process.stdout.write(
  JSON.stringify({ acknowledged: load.acknowledged, unsure: load.unsure.length, error: load.firstError() }),
);
