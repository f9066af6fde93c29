import { parseId } from "@amana/core/ids";
import type { Subscription } from "#runtime/work";
import { withdrawFile } from "./listings.ts";

/** What has a virus in it is offered no longer. */
export const withdrawInfected: Subscription = {
  name: "withdraw infected listings",
  topic: "file.infected",
  async hear(tx, payload, now) {
    const [file, owner] = [parseId("file", String(payload.file)), parseId("user", String(payload.owner))];
    if (!file || !owner) throw new Error(`no file of anybody in ${JSON.stringify(payload)}`);
    if (payload.purpose === "asset") await withdrawFile(tx, file, owner, now);
  },
};
