import { at } from "@amana/core/time";
import { Type } from "typebox";
import { readReader } from "#modules/identity";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  list,
  MoneyJson,
  nothing,
  nullable,
  PAGE,
  pageAsked,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { preferenceRoutes } from "./preference-routes.ts";
import { rendered } from "./said.ts";
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
      name: Type.Optional(Type.String({ description: "Who has written, or what it is about." })),
      count: Type.Optional(Type.Integer({ description: "How many messages are unread." })),
      conversationId: Type.Optional(IdOf("conversation")),
      negotiationId: Type.Optional(IdOf("negotiation")),
      agreementId: Type.Optional(IdOf("agreement")),
      proposalId: Type.Optional(IdOf("proposal")),
      contractId: Type.Optional(IdOf("contract")),
      listingId: Type.Optional(Type.Union([IdOf("product"), IdOf("service")])),
    }),
    title: Type.String({ description: "In my language." }),
    text: Type.String({ description: "In my language, with its values filled in; moments in UTC." }),
    page: Type.String({ description: "The page of the web app that it leads to, below that of a language." }),
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
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const found = await listNotices(
        db,
        principal.id,
        asked.rows,
        asked.after && { at: at(asked.after[0]), id: asked.after[1] },
      );
      const { page, nextCursor } = asked.cut(found, (notice) => [notice.at, notice.id]);
      const reader = await readReader(db, principal.id);
      return reply(200, {
        data: page.map((notice) => ({
          id: notice.id,
          key: notice.key,
          params: notice.params,
          ...rendered(reader?.language ?? "en", notice),
          orderId: notice.order,
          at: instantJson(notice.at),
          readAt: notice.readAt === null ? null : instantJson(notice.readAt),
        })),
        nextCursor,
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
  ...preferenceRoutes(db),
];
