import type { Id } from "@amana/core/ids";
import { Type } from "typebox";
import {
  defineRoute,
  IdOf,
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
import { conversationAbout } from "./conversation-store.ts";
import { MessageJson, WordsJson, wholeMessagesJson } from "./json.ts";
import { listMessages } from "./message-store.ts";
import { type ArbiterRefusal, heardBy, type MessagingMeans, sendToBoth } from "./send.ts";

const Cursor = Type.Tuple([Type.Integer({ minimum: 1, maximum: 2_147_483_647 })]);
const params = strict({ id: IdOf("dispute") });
const about = (id: Id<"dispute">) => ({ kind: "dispute", id });

/** The conversation about a dispute, for the arbiter who has taken it: both parties know that he reads, and hear what he says. */
export const arbiterRoutes = (means: MessagingMeans): Route[] => [listen(means), speak(means)];

const listen = (means: MessagingMeans): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/disputes/:id/messages",
    operationId: "listDisputeMessages",
    summary: "What the two parties of my case have said about it, newest first",
    tag: "messages",
    policy: staff("arbiter"),
    params,
    query: strict(PAGE),
    responses: { 200: list(ref(MessageJson)) },
    problems: ["NOT_FOUND", "FORBIDDEN"],
    async handle({ params: { id }, query, principal }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const heard = await heardBy(means, means.db, about(id), principal.id);
      if (!heard.ok) return problemOf(heard.error);
      const conversation = await conversationAbout(means.db, about(id), ...heard.value);
      const after = asked.after?.[0] ?? null;
      const found = conversation ? await listMessages(means.db, conversation, asked.rows, after) : [];
      const { page, nextCursor } = asked.cut(found, ({ seq }) => [seq]);
      return reply(200, { data: await wholeMessagesJson(means.db, heard.value, page), nextCursor });
    },
  });

const speak = (means: MessagingMeans): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/disputes/:id/messages",
    operationId: "sendDisputeMessage",
    summary: "Say something to both parties of my case",
    description: "Neither party is spoken to alone. What is said here is no evidence: that goes into the file.",
    tag: "messages",
    policy: staff("arbiter"),
    params,
    body: ref(WordsJson),
    responses: { 201: ref(MessageJson) },
    problems: ["NOT_FOUND", "FORBIDDEN"],
    example: { body: { text: "Please put the courier's receipt into the file." } },
    async handle({ params: { id }, body, principal, commandKey, now }) {
      const words = { text: body.text, attachments: body.attachments ?? [], key: commandKey };
      const sent = await sendToBoth(means, principal.id, about(id), words, now);
      if (!sent.ok) return problemOf(sent.error);
      const heard = await heardBy(means, means.db, about(id), principal.id);
      if (!heard.ok) return problemOf(heard.error);
      const [json] = await wholeMessagesJson(means.db, heard.value, [sent.value]);
      if (!json) throw new Error(`${sent.value.id} is not shown`);
      return reply(201, json);
    },
  });

function problemOf(refusal: ArbiterRefusal) {
  switch (refusal) {
    case "no_such_subject":
      return problem("NOT_FOUND");
    case "no_such_file":
      return problem("NOT_FOUND", "One of the files is none of yours for messages.");
    case "not_the_arbiter":
      return problem("FORBIDDEN", "Take the case before you talk to its parties.");
    default:
      return refusal satisfies never;
  }
}
