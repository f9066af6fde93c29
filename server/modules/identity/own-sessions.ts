import type { Id, UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { record } from "#modules/audit";
import type { Database } from "#runtime/database";
import { endSessionById, endSessionsOf } from "./session-store.ts";

/** Ends one session of a user; false when it is none of theirs, or has ended. */
export const revokeSession = (db: Database, user: UserId, session: Id<"session">, now: Instant): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await endSessionById(tx, user, session))) return false;
    await record(tx, now, {
      ...{ actor: "user", actorId: user, action: "session.revoked", subject: session, reason: null },
      detail: {},
    });
    return true;
  });

/** Ends all sessions of a user but the one that asks; answers how many. */
export const revokeOtherSessions = (
  db: Database,
  { user, session }: { readonly user: UserId; readonly session: Id<"session"> | null },
  now: Instant,
): Promise<number> =>
  db.transaction(async (tx) => {
    const ended = await endSessionsOf(tx, user, session);
    if (ended > 0)
      await record(tx, now, {
        ...{ actor: "user", actorId: user, action: "sessions.revoked", subject: user, reason: null },
        detail: { ended },
      });
    return ended;
  });
