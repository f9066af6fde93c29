import { type UserId, uuidOf } from "@amana/core/ids";
import { NOTICE_CHANNELS, NOTICE_GROUPS, type NoticeChannel, type NoticeGroup } from "@amana/core/notices";
import { type Queryable, type Tx, textArray } from "#runtime/database";

/** What somebody wants to be told of, by channel and group. */
export type Preferences = Readonly<Record<NoticeChannel, Readonly<Record<NoticeGroup, boolean>>>>;

/** The channels by which somebody does not want to hear of a group. */
export async function mutedFor(db: Queryable, user: UserId, group: NoticeGroup): Promise<ReadonlySet<NoticeChannel>> {
  const rows = await db.query<{ channel: NoticeChannel }>(
    "select channel from notifications.muted where user_id = $1 and topic = $2",
    [uuidOf(user), group],
  );
  return new Set(rows.map(({ channel }) => channel));
}

export async function readPreferences(db: Queryable, user: UserId): Promise<Preferences> {
  const rows = await db.query<{ channel: NoticeChannel; topic: NoticeGroup }>(
    "select channel, topic from notifications.muted where user_id = $1",
    [uuidOf(user)],
  );
  const muted = new Set(rows.map(({ channel, topic }) => `${channel} ${topic}`));
  const of = (channel: NoticeChannel) => ({
    orders: !muted.has(`${channel} orders`),
    payments: !muted.has(`${channel} payments`),
    messages: !muted.has(`${channel} messages`),
    account: !muted.has(`${channel} account`),
  });
  return { inApp: of("inApp"), email: of("email"), push: of("push") };
}

/** Replaces all switches. Mail about the account stays on, whatever is asked. */
export async function savePreferences(tx: Tx, user: UserId, wanted: Preferences): Promise<void> {
  await tx.query("delete from notifications.muted where user_id = $1", [uuidOf(user)]);
  const off = NOTICE_CHANNELS.flatMap((channel) =>
    NOTICE_GROUPS.filter((group) => !wanted[channel][group] && !isAlwaysOn(channel, group)).map(
      (group) => [channel, group] as const,
    ),
  );
  await tx.query(
    "insert into notifications.muted (user_id, channel, topic) select $1, m.channel, m.topic from unnest($2::text[], $3::text[]) m(channel, topic)",
    [uuidOf(user), textArray(off.map(([channel]) => channel)), textArray(off.map(([, group]) => group))],
  );
}

export const isAlwaysOn = (channel: NoticeChannel, group: NoticeGroup): boolean =>
  channel === "email" && group === "account";
