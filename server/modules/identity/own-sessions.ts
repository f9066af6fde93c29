import type { Id } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import type { Database } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { endSessionById, endSessionsOf } from "./session-store.ts";
import type { SessionAsker } from "./visit.ts";

/** Ends one session of a user; false when it is none of theirs, or has ended. */
export const revokeSession = (db: Database, asker: Asker, session: Id<"session">, now: Instant): Promise<boolean> =>
  db.transaction(async (tx) => {
    if (!(await endSessionById(tx, asker.user, session))) return false;
    await record(tx, now, {
      ...doneBy("user", asker),
      ...{ action: "session.revoked", subject: session, reason: null, detail: {} },
    });
    return true;
  });

/** Ends all sessions of a user but the one that asks; answers how many. */
export const revokeOtherSessions = (db: Database, asker: SessionAsker, now: Instant): Promise<number> =>
  db.transaction(async (tx) => {
    const ended = await endSessionsOf(tx, asker.user, asker.session);
    if (ended > 0)
      await record(tx, now, {
        ...doneBy("user", asker),
        ...{ action: "sessions.revoked", subject: asker.user, reason: null, detail: { ended } },
      });
    return ended;
  });
