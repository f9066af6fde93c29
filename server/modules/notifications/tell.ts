import { type Id, shardOf, type UserId } from "@amana/core/ids";
import { groupOf } from "@amana/core/notices";
import type { Instant } from "@amana/core/time";
import type { Tx } from "#runtime/database";
import type { Hub } from "#runtime/push";
import { addJob } from "#runtime/work";
import { mutedFor } from "./preferences.ts";
import { subscriptionsOf } from "./push-store.ts";
import { insertNotice, type Notice } from "./store.ts";

/** By what people are told. */
export type Telling = {
  readonly hub: Hub;
  /** False: no mail is sent. */
  readonly mails: boolean;
  /** False: nothing is pushed to browsers. */
  readonly pushes: boolean;
};

export const NOTICE_MAIL = "notifications.mail";
export const NOTICE_PUSH = "notifications.push";

/** Tells somebody of an event, once: in the list, by mail and on their devices, as far as they want each. What they did themselves needs the list alone. */
export async function tell(
  tx: Tx,
  { hub, mails, pushes }: Telling,
  notice: Notice & { readonly ownDoing?: boolean },
  now: Instant,
): Promise<void> {
  const muted = await mutedFor(tx, notice.user, groupOf(notice.key));
  const id = await insertNotice(tx, { ...notice, hidden: muted.has("inApp") }, now);
  if (!id) return;
  if (!muted.has("inApp")) tx.afterCommit(() => hub.tell([notice.user], { type: "notification.added", id }));
  if (notice.ownDoing) return;
  if (pushes && !muted.has("push")) await push(tx, notice.user, id, now);
  if (!mails || muted.has("email")) return;
  await addJob(tx, now, {
    ...{ shard: shardOf(id), kind: NOTICE_MAIL, key: `${NOTICE_MAIL}:${id}` },
    ...{ payload: { notice: id }, runAt: now },
  });
}

/** A job for each browser: one that is slow or gone holds up no other. */
async function push(tx: Tx, user: UserId, notice: Id<"notification">, now: Instant): Promise<void> {
  for (const { id } of await subscriptionsOf(tx, user))
    await addJob(tx, now, {
      ...{ shard: shardOf(notice), kind: NOTICE_PUSH, key: `${NOTICE_PUSH}:${notice}:${id}` },
      ...{ payload: { notice, subscription: id }, runAt: now },
    });
}
