import type pg from "pg";
import { sqlStateOf } from "./errors.ts";

/** The server that answered must not be written to: it is a replica, or a primary that another one has replaced. */
export class NotThePrimary extends Error {
  override readonly name = "NotThePrimary";
}

/** Null on a replica. PostgreSQL names WAL files by timeline first, and begins a new timeline at each promotion. */
const TIMELINE = `select case when pg_is_in_recovery() then null
  else ('x' || substring(pg_walfile_name(pg_current_wal_insert_lsn()) for 8))::bit(32)::int end as timeline`;

/**
 * Lets new connections through to the newest primary only: a replica, and a primary with an older timeline than one that was met
 * before, which is one that came back after its replica had been promoted, are refused.
 */
export function primaryGuard(): (client: Pick<pg.ClientBase, "query">) => Promise<void> {
  let newest = 0;
  return async (client) => {
    const timeline = await timelineOf(client);
    if (timeline === "hidden") return;
    if (timeline === null) throw new NotThePrimary("The database server that answers is a replica");
    if (timeline < newest)
      throw new NotThePrimary(
        `The database server that answers is on timeline ${timeline}, and another has been promoted to ${newest}: stop the old one`,
      );
    newest = timeline;
  };
}

async function timelineOf(client: Pick<pg.ClientBase, "query">): Promise<number | null | "hidden"> {
  try {
    const { rows } = await client.query<{ timeline: number | null }>(TIMELINE);
    return rows[0]?.timeline ?? null;
  } catch (error) {
    // Some hosts of PostgreSQL keep these functions to themselves; whatever else breaks here is the connection.
    if (["42501", "42883"].includes(sqlStateOf(error) ?? "")) return "hidden";
    throw error;
  }
}
