import { at } from "@amana/core/time";
import { Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  DEFAULT_LIMIT,
  defineRoute,
  encodeCursor,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  list,
  MoneyJson,
  nothing,
  nullable,
  PAGE,
  type Route,
  readCursor,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { listNotices, markRead } from "./store.ts";

const NoticeJson = strict(
  {
    id: IdOf("notification"),
    key: Type.String({ description: "What is said and to whom: `payment_captured.seller`." }),
    params: strict({
      orderNumber: Type.Optional(Type.String()),
      amount: Type.Optional(ref(MoneyJson)),
      dueAt: Type.Optional(InstantJson),
      oldAccount: Type.Optional(Type.String({ description: "A bank account, all but its last four digits hidden." })),
      newAccount: Type.Optional(Type.String()),
      payoutsFrom: Type.Optional(InstantJson),
    }),
    orderId: nullable(Type.String()),
    at: InstantJson,
    readAt: nullable(InstantJson),
  },
  { $id: "Notification" },
);

const Cursor = Type.Tuple([Type.Integer(), IdOf("notification")]);

export const notificationRoutes = (db: Database): Route[] => [
  defineRoute({
    method: "GET",
    path: "/notifications",
    operationId: "listNotifications",
    summary: "What I have been told, newest first",
    tag: "notifications",
    policy: signedIn("notifications:read"),
    query: strict(PAGE),
    responses: { 200: list(ref(NoticeJson)) },
    problems: [],
    async handle({ query, principal }) {
      const cursor = readCursor(Cursor, query.cursor);
      if (!cursor.ok) return invalid("cursor", "is not one that a list has given");
      const limit = query.limit ?? DEFAULT_LIMIT;
      const found = await listNotices(
        db,
        principal.id,
        limit + 1,
        cursor.value && { at: at(cursor.value[0]), id: cursor.value[1] },
      );
      const page = found.slice(0, limit);
      const last = page.at(-1);
      return reply(200, {
        data: page.map((notice) => ({
          id: notice.id,
          key: notice.key,
          params: notice.params,
          orderId: notice.order,
          at: instantJson(notice.at),
          readAt: notice.readAt === null ? null : instantJson(notice.readAt),
        })),
        nextCursor: found.length > limit && last ? encodeCursor([last.at, last.id]) : null,
      });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/notifications/read",
    operationId: "markNotificationsRead",
    summary: "Mark notifications as read: the named ones, or all",
    tag: "notifications",
    policy: signedIn(),
    body: strict({ ids: Type.Optional(Type.Array(IdOf("notification"), { maxItems: 100 })) }),
    responses: { 204: nothing() },
    problems: [],
    async handle({ body, principal, now }) {
      await markRead(db, principal.id, body.ids ?? null, now);
      return reply(204, null);
    },
  }),
];
