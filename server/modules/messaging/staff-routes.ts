import { Type } from "typebox";
import { recordDisclosure } from "#modules/audit";
import {
  defineRoute,
  IdOf,
  line,
  list,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  staff,
  strict,
} from "#runtime/http";
import { conversationsAbout } from "./conversation-store.ts";
import { MessageJson, wholeMessagesJson } from "./json.ts";
import { listMessages } from "./message-store.ts";
import type { MessagingMeans } from "./send.ts";

const Cursor = Type.Tuple([Type.Integer({ minimum: 1, maximum: 2_147_483_647 })]);

/** What the two of an order have said to each other, for staff who say why: both see that it was read. */
export const staffRoutes = ({ db }: MessagingMeans): Route[] => [
  defineRoute({
    method: "POST",
    path: "/admin/orders/:id/messages/disclose",
    operationId: "discloseOrderMessages",
    summary: "Read what the two of an order have said to each other, for a reason",
    description: "Newest first, with nothing hidden. Each page is written down for both, with who read it and why.",
    tag: "messages",
    policy: staff("support", "arbiter", "admin"),
    secret: true,
    params: strict({ id: IdOf("order") }),
    query: strict(PAGE),
    body: strict({ reason: line({ maxLength: 300 }) }),
    responses: { 200: list(ref(MessageJson)) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, query, body: { reason }, principal, now, origin }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const [conversation] = await conversationsAbout(db, { kind: "order", id });
      if (!conversation) return problem("NOT_FOUND");
      const by = { user: principal.id, origin, reason };
      const found = await db.transaction(async (tx) => {
        await recordDisclosure(tx, conversation.people, by, { conversation: conversation.id, order: id }, now);
        return await listMessages(tx, conversation.id, asked.rows, asked.after?.[0] ?? null);
      });
      const { page, nextCursor } = asked.cut(found, ({ seq }) => [seq]);
      return reply(200, { data: await wholeMessagesJson(db, conversation.people, page), nextCursor });
    },
  }),
];
