/** For one test: a server that dies, like by a power cut, when its answer is stored and not yet sent. */
import { connect } from "#runtime/database";
import { sampleServer } from "./sample.ts";

const app = await sampleServer({ db: connect(process.env["DATABASE_URL"] ?? "") });
app.addHook("onSend", async () => {
  process.kill(process.pid, "SIGKILL");
});
process.stdout.write(`${await app.listen({ port: 0, host: "127.0.0.1" })}\n`);
