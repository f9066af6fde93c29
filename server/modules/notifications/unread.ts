import { type Id, parseId, shardOf, type UserId } from "@amana/core/ids";
import { after, type Duration, type Instant, minutes } from "@amana/core/time";
import { Type } from "typebox";
import { Value } from "typebox/value";
import { readUser } from "#modules/identity";
import { lastWriter, markTold, readConversation, SENT } from "#modules/messaging";
import type { Database, Tx } from "#runtime/database";
import { addJob, type JobHandler, type Subscription } from "#runtime/work";
import { type Telling, tell } from "./tell.ts";

/** Whoever reads within so long needs no mail. */
const PATIENCE: Duration = minutes(10);

const UNREAD = "notifications.unread";

const Sent = Type.Object({ conversation: Type.String(), to: Type.String() });

/** A conversation waits for its reader once, however much is said in it. */
export const waitForReader: Subscription = {
  name: "wait for the reader of a message",
  topic: SENT,
  async hear(tx, payload, now) {
    const { conversation, to } = Value.Parse(Sent, payload);
    await addJob(tx, now, {
      ...{ shard: shardOf(conversation), kind: UNREAD, key: `${UNREAD}:${conversation}:${to}` },
      ...{ payload: { conversation, to }, runAt: after(now, PATIENCE) },
    });
  },
};

/** Tells somebody that messages wait, once until they have read them. */
export const tellOfUnread = (db: Database, telling: Telling): JobHandler => ({
  kind: UNREAD,
  async run(payload, now) {
    const { conversation, to } = Value.Parse(Sent, payload);
    const [id, user] = [parseId("conversation", conversation), parseId("user", to)];
    if (!id || !user) throw new Error(`no conversation in ${JSON.stringify(payload)}`);
    await db.transaction((tx) => tellOnce(tx, telling, id, user, now));
    return "done";
  },
});

async function tellOnce(tx: Tx, telling: Telling, id: Id<"conversation">, user: UserId, now: Instant): Promise<void> {
  const conversation = await readConversation(tx, id, user);
  if (!conversation || !(await markTold(tx, id, user, conversation.lastSeq))) return;
  const { lastSeq, readSeq } = conversation;
  const writer = await readUser(tx, await lastWriter(tx, id));
  await tell(
    tx,
    telling,
    {
      ...{ user, eventKey: `messages_unread:${id}:${lastSeq}`, key: "messages_unread", order: null },
      params: { name: writer?.name ?? "", count: lastSeq - readSeq, conversationId: id },
    },
    now,
  );
}
