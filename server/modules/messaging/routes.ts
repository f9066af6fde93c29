import { type Id, idOf } from "@amana/core/ids";
import { at } from "@amana/core/time";
import { type Static, Type } from "typebox";
import {
  defineRoute,
  IdOf,
  invalid,
  list,
  nothing,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { arbiterRoutes } from "./arbiter-routes.ts";
import { listConversations, markRead, readConversation } from "./conversation-store.ts";
import { ConversationJson, conversationsJson, MessageJson, messagesJson, SubjectJson, WordsJson } from "./json.ts";
import { listMessages, readMessage } from "./message-store.ts";
import { type MessagingMeans, openWith, type SendRefusal, sendMessage, type TooMany } from "./send.ts";
import { staffRoutes } from "./staff-routes.ts";

const TAG = "messages";
const CONVERSATION = strict({ id: IdOf("conversation") });

const ByNewest = Type.Tuple([Type.Integer(), IdOf("conversation")]);
const ByNumber = Type.Tuple([Type.Integer({ minimum: 1, maximum: 2_147_483_647 })]);

/** Talking to whoever is on the other side of a listing or an order. */
export const messagingRoutes = (means: MessagingMeans): Route[] => [
  open(means),
  listMine(means),
  read(means),
  messages(means),
  send(means),
  markAsRead(means),
  ...staffRoutes(means),
  ...arbiterRoutes(means),
];

const open = (means: MessagingMeans): Route =>
  defineRoute({
    method: "POST",
    path: "/conversations",
    operationId: "openConversation",
    summary: "Write to whoever is on the other side of something",
    description: `About one thing two people have one conversation: where there is one, the message goes there. Kinds: ${means.subjects.map(({ kind }) => `\`${kind}\``).join(", ")}. Until money is held between the two, mail addresses, telephone numbers and links are hidden.`,
    tag: TAG,
    policy: signedIn(),
    body: strict({ subject: ref(SubjectJson), message: ref(WordsJson) }),
    responses: { 201: ref(ConversationJson) },
    problems: ["NOT_FOUND", "OWN_LISTING", "RATE_LIMITED"],
    example: {
      body: {
        subject: { kind: "listing", id: idOf("product", "0199aa00c0de7000a000000000000042") },
        message: { text: "Is the indigo one still there?" },
      },
    },
    async handle({ body: { subject, message }, principal, commandKey, now }) {
      if (!means.subjects.some(({ kind }) => kind === subject.kind))
        return invalid("subject.kind", "is none of those that can be talked about");
      const words = { text: message.text, attachments: message.attachments ?? [], key: commandKey };
      const sent = await openWith(means, principal.id, subject, words, now);
      if (!sent.ok) return typeof sent.error === "string" ? sendProblem(sent.error) : tooMany(sent.error);
      return reply(201, await conversationJson(means, sent.value.conversation, principal.id));
    },
  });

const listMine = (means: MessagingMeans): Route =>
  defineRoute({
    method: "GET",
    path: "/conversations",
    operationId: "listConversations",
    summary: "My conversations, those with the newest messages first",
    tag: TAG,
    policy: signedIn(),
    query: strict({ ...PAGE, about: Type.Optional(SubjectJson.properties.id) }),
    responses: { 200: list(ref(ConversationJson)) },
    problems: [],
    async handle({ query: { about, ...query }, principal }) {
      const asked = pageAsked(ByNewest, query);
      if ("kind" in asked) return asked;
      const after = asked.after && { at: at(asked.after[0]), id: asked.after[1] };
      const found = await listConversations(means.db, principal.id, about ?? null, asked.rows, after);
      const { page, nextCursor } = asked.cut(found, ({ lastAt, id }) => [lastAt, id]);
      return reply(200, { data: await conversationsJson(means.db, means, page), nextCursor });
    },
  });

const read = (means: MessagingMeans): Route =>
  defineRoute({
    method: "GET",
    path: "/conversations/:id",
    operationId: "getConversation",
    summary: "One of my conversations",
    tag: TAG,
    policy: signedIn(),
    params: CONVERSATION,
    responses: { 200: ref(ConversationJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal }) {
      const conversation = await readConversation(means.db, id, principal.id);
      return conversation ? reply(200, await conversationJson(means, id, principal.id)) : problem("NOT_FOUND");
    },
  });

const messages = (means: MessagingMeans): Route =>
  defineRoute({
    method: "GET",
    path: "/conversations/:id/messages",
    operationId: "listMessages",
    summary: "What was said, newest first",
    tag: TAG,
    policy: signedIn(),
    params: CONVERSATION,
    query: strict(PAGE),
    responses: { 200: list(ref(MessageJson)) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, query, principal }) {
      const asked = pageAsked(ByNumber, query);
      if ("kind" in asked) return asked;
      const conversation = await readConversation(means.db, id, principal.id);
      if (!conversation) return problem("NOT_FOUND");
      const found = await listMessages(means.db, id, asked.rows, asked.after?.[0] ?? null);
      const { page, nextCursor } = asked.cut(found, ({ seq }) => [seq]);
      return reply(200, { data: await messagesJson(means.db, means, conversation, page), nextCursor });
    },
  });

const send = (means: MessagingMeans): Route =>
  defineRoute({
    method: "POST",
    path: "/conversations/:id/messages",
    operationId: "sendMessage",
    summary: "Say one thing more",
    tag: TAG,
    policy: signedIn(),
    params: CONVERSATION,
    body: ref(WordsJson),
    responses: { 201: ref(MessageJson) },
    problems: ["NOT_FOUND", "OWN_LISTING"],
    example: { body: { text: "Yes, it goes out tomorrow." } },
    async handle({ params: { id }, body, principal, commandKey, now }) {
      const words = { text: body.text, attachments: body.attachments ?? [], key: commandKey };
      const sent = await sendMessage(means, principal.id, id, words, now);
      if (!sent.ok) return sendProblem(sent.error);
      const conversation = await readConversation(means.db, id, principal.id);
      if (!conversation) throw new Error(`${id} is gone`);
      const [json] = await messagesJson(means.db, means, conversation, [sent.value]);
      if (!json) throw new Error(`${sent.value.id} is not shown`);
      return reply(201, json);
    },
  });

const markAsRead = ({ db, hub }: MessagingMeans): Route =>
  defineRoute({
    method: "POST",
    path: "/conversations/:id/read",
    operationId: "markConversationRead",
    summary: "Mark as read up to a message",
    tag: TAG,
    policy: signedIn(),
    params: CONVERSATION,
    body: strict({ message: IdOf("message") }),
    responses: { 204: nothing() },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, body, principal }) {
      const conversation = await readConversation(db, id, principal.id);
      const message = conversation && (await readMessage(db, id, body.message));
      if (!conversation || !message) return problem("NOT_FOUND");
      const { me, counterpart } = conversation;
      if (await markRead(db, id, me, message.seq))
        hub.tell([me, counterpart], { type: "conversation.read", conversationId: id });
      return reply(204, null);
    },
  });

async function conversationJson(
  means: MessagingMeans,
  id: Id<"conversation">,
  me: Id<"user">,
): Promise<Static<typeof ConversationJson>> {
  const conversation = await readConversation(means.db, id, me);
  const [json] = conversation ? await conversationsJson(means.db, means, [conversation]) : [];
  if (!json) throw new Error(`${id} is gone`);
  return json;
}

function sendProblem(refusal: SendRefusal) {
  switch (refusal) {
    case "no_such_subject":
    case "no_such_conversation":
      return problem("NOT_FOUND");
    case "no_such_file":
      return problem("NOT_FOUND", "One of the files is none of yours for messages.");
    case "own_subject":
      return problem("OWN_LISTING", "Nobody is on the other side of it yet.");
    default:
      return refusal satisfies never;
  }
}

const tooMany = ({ retryAfterSeconds }: TooMany) => ({
  ...problem("RATE_LIMITED", "So many conversations cannot be opened in an hour."),
  headers: { "retry-after": String(retryAfterSeconds) },
});
