import { parseId } from "@amana/core/ids";
import type { Subscription } from "#runtime/work";
import { type Telling, tell } from "./tell.ts";

/** Whoever brought a file with a virus in it is told, for it is his computer that has it. */
export const tellOfFiles = (telling: Telling): Subscription[] => [
  {
    name: "tell of file.infected",
    topic: "file.infected",
    async hear(tx, payload, now) {
      const user = parseId("user", String(payload.owner));
      if (!user) throw new Error(`nobody's file in ${JSON.stringify(payload)}`);
      const eventKey = `file_infected:${String(payload.file)}`;
      await tell(tx, telling, { user, eventKey, key: "file_infected", params: {}, order: null }, now);
    },
  },
];
