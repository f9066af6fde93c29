import type { DeadlineKind, Order, OrderKind } from "../../api/types.ts";

/** The steps of a sale that goes well, each by the deadline that ends it. */
const STEPS: Record<OrderKind, readonly DeadlineKind[]> = {
  physical: ["payment", "dispatch", "delivery", "inspection"],
  digital: ["payment", "inspection"],
  service: ["payment", "start", "delivery", "inspection"],
  milestone: ["payment", "start", "delivery", "inspection"],
};

/** What is still to come after the deadline that runs now; nothing where the sale has left its usual way. */
export function stepsAhead({ kind, deadlines }: Pick<Order, "kind" | "deadlines">): readonly DeadlineKind[] {
  const now = deadlines[0]?.kind;
  const steps = STEPS[kind];
  // Who signs then sends; what is late is delivered all the same.
  const place =
    now === "signatures" ? 0 : now === "lateness" ? steps.indexOf("delivery") : now ? steps.indexOf(now) : -1;
  return place < 0 ? [] : steps.slice(place + 1);
}
