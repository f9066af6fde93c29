import type { Id } from "@amana/core/ids";
import { dealOfPosting } from "#modules/ledger";
import { type Called, calledBy } from "#modules/payments";
import type { Queryable } from "#runtime/database";
import { ourIdIn } from "./lines.ts";
import { readDifference } from "./store.ts";

/** The deal and the people that a difference names, by its posting or by our id in its line. */
export async function aboutDifference(
  db: Queryable,
  id: Id<"difference">,
): Promise<Pick<Called, "deal"> & { readonly people: readonly Called["buyer"][] }> {
  const difference = await readDifference(db, id, "read");
  if (!difference) return { deal: null, people: [] };
  const { posting, line } = difference.subject;
  const posted = posting && (await dealOfPosting(db, posting));
  const ours = line && (await ourIdIn(db, line));
  const called = ours ? await calledBy(db, ours) : null;
  return { deal: posted ?? called?.deal ?? null, people: [called?.buyer ?? null, ...(called?.sellers ?? [])] };
}
