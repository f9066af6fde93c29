import { NOTICE_CHANNELS, NOTICE_GROUPS } from "@amana/core/notices";
import { Type } from "typebox";
import type { Database } from "#runtime/database";
import { defineRoute, invalid, type Route, ref, reply, signedIn, strict } from "#runtime/http";
import { isAlwaysOn, readPreferences, savePreferences } from "./preferences.ts";

const SwitchesJson = strict(
  {
    orders: Type.Boolean(),
    payments: Type.Boolean(),
    messages: Type.Boolean(),
    account: Type.Boolean({ description: "By mail always on: what is done to an account is told." }),
  },
  { $id: "NotificationSwitches" },
);

const PreferencesJson = strict(
  { inApp: ref(SwitchesJson), email: ref(SwitchesJson), push: ref(SwitchesJson) },
  { $id: "NotificationPreferences", description: "What I am told of, by channel and group." },
);

const ALL = { orders: true, payments: true, messages: true, account: true };
const EXAMPLE = { inApp: ALL, email: { ...ALL, orders: false }, push: { ...ALL, messages: false } };

export const preferenceRoutes = (db: Database): Route[] => [
  defineRoute({
    method: "GET",
    path: "/users/me/notification-preferences",
    operationId: "getNotificationPreferences",
    summary: "What I am told of, in the list, by mail and on my devices",
    tag: "notifications",
    policy: signedIn(),
    responses: { 200: ref(PreferencesJson) },
    problems: [],
    example: { answer: EXAMPLE },
    handle: async ({ principal }) => reply(200, await readPreferences(db, principal.id)),
  }),
  defineRoute({
    method: "PUT",
    path: "/users/me/notification-preferences",
    operationId: "setNotificationPreferences",
    summary: "Choose what I am told of",
    description: "All switches at once. What is told already stays told.",
    tag: "notifications",
    policy: signedIn(),
    body: ref(PreferencesJson),
    responses: { 200: ref(PreferencesJson) },
    problems: [],
    example: { body: EXAMPLE, answer: EXAMPLE },
    async handle({ body, principal }) {
      for (const channel of NOTICE_CHANNELS)
        for (const group of NOTICE_GROUPS)
          if (!body[channel][group] && isAlwaysOn(channel, group))
            return invalid(`${channel}.${group}`, "cannot be switched off");
      await db.transaction((tx) => savePreferences(tx, principal.id, body));
      return reply(200, await readPreferences(db, principal.id));
    },
  }),
];
