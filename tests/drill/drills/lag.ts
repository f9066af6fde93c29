import { uuidOf } from "../../../core/ids/index.ts";
import { connect } from "../../../server/runtime/database/index.ts";
import { createWorld } from "../../money/world.ts";
import { asDisposable } from "../cluster.ts";
import { claim, type Drill } from "../drill-form.ts";
import { pairOf, until } from "./replicas.ts";

/** The replica stands still while a whole sale is made. */
export const lag: Drill = {
  name: "replica lag",
  rule: "case 66: people read what they wrote although the replica stands still, and it catches up",
  async hold(ground) {
    const { primary, standby } = await pairOf(ground, "lag", false);
    await using app = asDisposable(connect(primary.appUrl, { connections: 8 }));
    await using owner = asDisposable(connect(primary.ownerUrl, { connections: 4 }));
    await standby.admin("select pg_wal_replay_pause()");
    const world = await createWorld({
      ...{ app, owner, appUrl: primary.appUrl, ownerUrl: primary.ownerUrl },
      drop: async () => {},
    });
    const { order } = await world.shipped();
    await world.give(order, "confirm_receipt", "buyer");
    await world.settle();
    claim((await world.stateOf(order)) === "completed", "the sale is not completed");
    claim((await world.payout(order))?.state === "paid", "the seller has not been paid");
    const wrong = await world.books();
    claim(wrong.length === 0, wrong.slice(0, 3).join("; "));
    const known = async (): Promise<boolean> => {
      const rows = await standby.admin<{ state: string }>(
        `select state from escrow.deal where id = '${uuidOf(order.deal)}'`,
      );
      return rows[0]?.state === "completed";
    };
    claim(!(await known()), "the replica did not stand still");
    await standby.admin("select pg_wal_replay_resume()");
    await until(known, "the replica's knowledge of the sale");
    return { "sales completed while it stood still": 1 };
  },
};
