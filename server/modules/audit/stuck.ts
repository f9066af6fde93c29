import type { Subscription } from "#runtime/work";
import { record } from "./record.ts";

/** A job or an announcement that does not get on is noted once, where staff look. */
export const recordStuck: Subscription = {
  name: "record stuck work",
  topic: "work.stuck",
  async hear(tx, payload, now) {
    await record(tx, now, {
      actor: "system",
      actorId: null,
      action: payload.dead === true ? "work.given_up" : "work.stuck",
      subject: String(payload.id),
      reason: String(payload.why).slice(0, 500),
      detail: { what: payload.what },
    });
  },
};
