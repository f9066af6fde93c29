/** Hot postings from a process of its own. */
import { open } from "./cluster.ts";
import { batched, postingsOf } from "./postings.ts";

const [appUrl = "", inFlight = "1", seconds = "1", hot = "1"] = process.argv.slice(2);
const db = open(appUrl);
const next = postingsOf("hot", { hot: Number(hot), spread: 0 });
const { perSecond } = await batched(db, next, Number(inFlight), Number(seconds));
await db.close();
process.send?.(perSecond, () => process.disconnect());
