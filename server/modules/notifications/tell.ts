import { shardOf } from "@amana/core/ids";
import { groupOf } from "@amana/core/notices";
import type { Instant } from "@amana/core/time";
import type { Tx } from "#runtime/database";
import type { Hub } from "#runtime/push";
import { addJob } from "#runtime/work";
import { mutedFor } from "./preferences.ts";
import { insertNotice, type Notice } from "./store.ts";

/** By what people are told. */
export type Telling = {
  readonly hub: Hub;
  /** False: no mail is sent. */
  readonly mails: boolean;
};

export const NOTICE_MAIL = "notifications.mail";

/** Tells somebody of an event, once: in the list and by mail, as far as they want either. What they did themselves needs no mail. */
export async function tell(
  tx: Tx,
  { hub, mails }: Telling,
  notice: Notice & { readonly ownDoing?: boolean },
  now: Instant,
): Promise<void> {
  const muted = await mutedFor(tx, notice.user, groupOf(notice.key));
  const id = await insertNotice(tx, { ...notice, hidden: muted.has("inApp") }, now);
  if (!id) return;
  if (!muted.has("inApp")) tx.afterCommit(() => hub.tell([notice.user], { type: "notification.added", id }));
  if (!mails || notice.ownDoing || muted.has("email")) return;
  await addJob(tx, now, {
    ...{ shard: shardOf(id), kind: NOTICE_MAIL, key: `${NOTICE_MAIL}:${id}` },
    ...{ payload: { notice: id }, runAt: now },
  });
}
