import type { Agreed } from "./kinds.ts";
import type { Watch } from "./oracles.ts";
import type { Store } from "./store/store.ts";

type Counts = { delivered: number; asked: number };

/**
 * Looks at work: each step of the deal comes with what was handed over or wanted, and changes are asked for no more often than the
 * buyer was sold, as the buyer knows it.
 */
export function watchWork(
  store: Store,
  watcher: Watch,
  agreedOn: (deal: string) => Agreed | undefined,
  wrong: (sentence: string) => void,
) {
  const counts = new Map<string, Counts>();

  const kept = (deal: string): Counts => {
    const found = { delivered: 0, asked: 0 };
    const orders = [...store.rows("orders.order")].filter(({ deal_id: id }) => id === deal).map(({ id }) => id);
    for (const { order_id: order, changes } of store.rows("orders.delivery"))
      if (orders.includes(order)) {
        found.delivered += 1;
        if (changes !== null) found.asked += 1;
      }
    return found;
  };
  const step = (deal: string, command: unknown): void => {
    const seen = counts.get(deal) ?? { delivered: 0, asked: 0 };
    counts.set(deal, seen);
    if (command === "deliver") seen.delivered += 1;
    if (command === "request_revision") seen.asked += 1;
    const sold = agreedOn(deal)?.revisions ?? 0;
    if (seen.asked > sold) wrong(`changes of ${deal} were asked for ${seen.asked} times, and ${sold} were sold`);
  };
  const processOf = (deal: string): string => watcher.deals.get(deal)?.process ?? "";
  const sameAsKept = (deal: string): void => {
    const [seen, found] = [counts.get(deal), kept(deal)];
    if (seen?.delivered !== found.delivered)
      wrong(`${deal} was delivered ${seen?.delivered} times and keeps ${found.delivered}`);
    if (seen?.asked !== found.asked)
      wrong(`changes of ${deal} were asked for ${seen?.asked} times, and ${found.asked} are kept`);
  };

  return {
    /** Called with the changes of each transaction, when the watcher has seen its events. */
    beforeCommit(): void {
      const steps = store
        .changes()
        .filter(({ kind, table }) => kind === "inserted" && table.shape.name === "escrow.event")
        .map(({ row }) => ({ deal: String(row.deal), command: row.command, process: processOf(String(row.deal)) }));
      const work = steps.filter(({ process }) => process === "service" || process === "milestone");
      for (const { deal, command } of work) step(deal, command);
      // What is said about a milestone here is said without words.
      for (const { deal, process } of work) if (process === "service") sameAsKept(deal);
    },
    /** With nothing left to happen: what was offered is what was sold, less what was used. */
    atRest(): void {
      for (const { id, revisions_left: left } of store.rows("escrow.deal")) {
        const sold = agreedOn(String(id))?.revisions;
        const rest = sold === undefined ? null : sold - (counts.get(String(id))?.asked ?? 0);
        if (left !== rest) wrong(`deal ${String(id)} has ${String(left)} revisions left, and not ${rest}`);
      }
    },
  };
}
