import { startPostgres } from "./start.ts";

/** A process of its own for the tests: says where its server is, and stops it when its standard input ends. */
const [home = "", settings = "{}"] = process.argv.slice(2);
const postgres = await startPostgres({ home, database: "amana", settings: JSON.parse(settings) });
const { adopted, appUrl, ownerUrl, pid } = postgres;
process.stdout.write(`${JSON.stringify({ adopted, appUrl, ownerUrl, pid, home: postgres.home })}\n`);
process.stdin.resume().once("end", () => void postgres.stop());
