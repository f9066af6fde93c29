/** Seals beside the measurement, as each process of production does. What lay there before is sealed first. */
import { createSealer, sealKey, startSealing } from "../server/modules/seals/index.ts";
import { open } from "./cluster.ts";
import { now } from "./seed.ts";

const [appUrl = "", headsFile = ""] = process.argv.slice(2);
const db = open(appUrl);
const parts = { db, clock: { now }, key: sealKey(new Uint8Array(32).fill(1)) };
const backlog = createSealer(parts);
while ((await backlog.step()) > 0);
const sealing = startSealing({ ...parts, headsFile, onError: (error) => void process.stderr.write(`${error}\n`) });
process.once("disconnect", () => void sealing.stop().then(() => db.close()));
process.send?.("sealing");
