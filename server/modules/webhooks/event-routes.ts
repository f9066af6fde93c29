import { Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  list,
  oneOf,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { EVENT_TYPES } from "./catalogue.ts";
import { listEvents, readEvent } from "./event-store.ts";
import { EventJson, eventJson } from "./schemas.ts";

const Cursor = Type.Tuple([IdOf("event")]);
const TAG = "webhooks out";

/** What happened to the caller's orders and money, for those who were not listening. */
export const eventRoutes = (db: Database): Route[] => [listOwn(db), read(db)];

const listOwn = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/events",
    operationId: "listEvents",
    summary: "What happened that concerns me, newest first",
    description: "Whether or not it was sent to an endpoint; kept for 30 days.",
    tag: TAG,
    policy: signedIn("webhooks:read"),
    query: strict({ ...PAGE, type: Type.Optional(oneOf(EVENT_TYPES)) }),
    responses: { 200: list(ref(EventJson)) },
    problems: [],
    async handle({ query, principal }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const types = query.type === undefined ? null : [query.type];
      const found = await listEvents(db, principal.id, types, asked.rows, asked.after?.[0] ?? null);
      const { page, nextCursor } = asked.cut(found, ({ id }) => [id]);
      return reply(200, { data: page.map(eventJson), nextCursor });
    },
  });

const read = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/events/:id",
    operationId: "getEvent",
    summary: "One event: what a webhook of that id says",
    tag: TAG,
    policy: signedIn("webhooks:read"),
    params: strict({ id: IdOf("event") }),
    responses: { 200: ref(EventJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal }) {
      const event = await readEvent(db, principal.id, params.id);
      return event ? reply(200, eventJson(event)) : problem("NOT_FOUND");
    },
  });
