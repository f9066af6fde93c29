import type { Suspension } from "../../../core/escrow/index.ts";
import { days } from "../../../core/time/index.ts";
import type { Bug } from "../world.ts";
import { posting, reworded, routine, skipped, together } from "./patches.ts";

/** Changes one argument of the commands of these names as they are written. */
const written = (commands: readonly string[], argument: string, change: (value: unknown) => unknown): Bug =>
  routine("escrow.apply", (arrays) => {
    arrays[argument] = (arrays[argument] ?? []).map((value, at) =>
      commands.includes(String(arrays.p_command?.[at])) ? change(value) : value,
    );
  });

/** The same in the deals of one process alone. */
const writtenIn = (process: string, commands: readonly string[], argument: string, value: (was: unknown) => unknown) =>
  routine("escrow.apply", (arrays, run) => {
    const isIn = (at: number): boolean =>
      run("select process from escrow.deal where shard = $1 and id = $2", [
        arrays.p_shard?.[at],
        arrays.p_deal?.[at],
      ])[0]?.process === process;
    arrays[argument] = (arrays[argument] ?? []).map((was, at) =>
      commands.includes(String(arrays.p_command?.[at])) && isIn(at) ? value(was) : was,
    );
  });

/** Changes what is kept of a freeze. */
const kept = (commands: readonly string[], change: (suspended: Suspension) => Partial<Suspension>): Bug =>
  written(commands, "p_suspended", (value) =>
    value ? { ...(value as Suspension), ...change(value as Suspension) } : value,
  );

const other = (by: string): "buyer" | "seller" => (by === "buyer" ? "seller" : "buyer");
const FREEZES = ["dispute", "chargeback_opened"];

type Lines = { code: string; amount: bigint }[];
const lineOf = (lines: Lines, prefix: string): Lines[number] | undefined =>
  lines.find(({ code }) => code.startsWith(prefix));

/** Changes what the two get of a division, so that the posting still sums to zero. */
const dividing = (change: (buyer: bigint, seller: bigint) => bigint): Bug =>
  together(
    ...posting("settle", (lines) => {
      const [buyer, seller] = [lineOf(lines, "refunds_in_flight:"), lineOf(lines, "wallet:")];
      if (!buyer || !seller) return;
      const gets = change(buyer.amount, seller.amount);
      seller.amount += buyer.amount - gets;
      buyer.amount = gets;
    }),
  );

/** Mistakes with disputes, rulings, divisions, freezes and more time. */
export const QUARREL_BUGS: Readonly<Record<string, Bug>> = {
  "a ruling is not kept": written(["decide_split"], "p_ruling", () => null),
  "a ruling is carried out as half of what was ruled": written(["decide_split"], "p_ruling", (value) =>
    value === null ? null : BigInt(String(value)) / 2n,
  ),
  "an appeal changes nothing": written(["appeal"], "p_state", (value) => String(value).replace("appealed", "ruled")),
  "a freeze does not stop the timer": kept(FREEZES, ({ left }) => ({ left: left > 3 ? left - 3 : 1 })),
  "a resumption gives back the whole time": kept(FREEZES, ({ elapsed, left }) => ({
    elapsed: 0,
    left: left + elapsed,
  })),
  "a chargeback upon a dispute forgets the dispute": kept(["chargeback_opened"], () => ({ beneath: null })),
  "a dispute is taken for the other party's": kept(["dispute"], ({ by }) => ({ by: other(by) })),
  "a dispute is raised without a freeze": written(["dispute"], "p_suspended", () => null),
  "a dispute that is withdrawn goes back to the beginning": written(["withdraw"], "p_state", () => "escrow_locked"),
  "the odd unit of a half goes to the seller": dividing((buyer, seller) => (buyer > seller ? buyer - 1n : buyer)),
  "a division is the wrong way round": dividing((_, seller) => seller),
  "one party alone gives more time": written(["extend"], "p_actor", () => "buyer"),
  "more time is given twice over": written(["extend"], "p_deadline_due_at", (due) => Number(due) + days(2)),
  "a revision is not counted": written(["request_revision"], "p_revisions_left", (left) => Number(left) + 1),
  "a revision of a service is not counted": writtenIn("service", ["request_revision"], "p_revisions_left", (left) =>
    left === null ? null : Number(left) + 1,
  ),
  "work has one revision more than was sold": reworded(
    /insert into escrow\.deal/,
    "null, $14, $21,",
    "null, $14, $21 + 1,",
  ),
  "what was handed over is not kept": skipped(/^insert into orders\.delivery/),
  "what is wanted changed is not kept": skipped(/^update orders\.delivery set changes/),
  "work that is not accepted is worked on": writtenIn("service", ["lapse_start"], "p_state", () => "processing"),
  "work that is late is taken back at once": written(["lapse_delivery"], "p_state", (state) =>
    state === "late" ? "cancelled" : state,
  ),
  "goods that are to be sent back are paid back at once": written(["send_back"], "p_state", () => "refunded"),
};
