/** What a webhook costs at least: HTTP, and one durable row. */

import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { open } from "./cluster.ts";

const db = open(process.argv[2] ?? "", 20);
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const keep = db.query(
      "insert into payments.webhook (gateway, dedupe_key, type, body, received_at) values ('plain', $1, 'plain', $2, now())",
      [randomUUID(), Buffer.concat(parts)],
    );
    keep.then(
      () => response.end(),
      () => response.writeHead(500).end(),
    );
  });
});
server.listen(0, "127.0.0.1", () => {
  const address = server.address();
  if (address && typeof address === "object") process.send?.(`http://127.0.0.1:${address.port}`);
});
process.once("disconnect", () => {
  server.close();
  server.closeAllConnections();
  void db.close();
});
