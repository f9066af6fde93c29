import { type Static, Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  line,
  list,
  nullable,
  oneOf,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  staff,
  staffOrProgram,
  strict,
  type UserPrincipal,
} from "#runtime/http";
import { disclose, disclosuresTo } from "./disclose.ts";
import { findEntries, type KeptEntry, readEntry } from "./store.ts";

/** The kinds of action that are about money: what finance staff find. The rest is for admins. */
const MONEY_KINDS = [
  ...[
    "order",
    "payment",
    "refund",
    "suspense",
    "chargeback",
    "payout",
    "payout_schedule",
    "withdrawal",
    "bank_account",
  ],
  ...["write_off", "difference", "deadline", "shipment", "approval", "work", "secrets"],
];

const EntryJson = strict(
  {
    id: IdOf("audit"),
    number: Type.Integer({ description: "Its place in the log; the seal counts by it." }),
    at: InstantJson,
    actor: Type.String(),
    actorId: nullable(IdOf("user")),
    action: Type.String(),
    subject: Type.String(),
    reason: nullable(Type.String()),
    detail: Type.String({ description: "JSON as text" }),
    via: nullable(Type.String({ description: "The session, key or grant that asked" })),
    commitsTo: Type.Array(oneOf(["origin", "personal"])),
  },
  {
    $id: "AuditEntry",
    description:
      "Who did what, when and why. What it commits to (from where it was done, what it says about a person) is shown only by a disclosure, and only until the person is forgotten.",
  },
);

const KeptJson = strict({
  what: oneOf(["origin", "personal"]),
  personId: IdOf("user"),
  text: Type.String({ description: "JSON as text" }),
});

const Key = Type.Tuple([Type.Integer({ minimum: 1 })]);
const params = strict({ id: IdOf("audit") });

export const auditRoutes = (db: Database): Route[] => [search(db), read(db), disclosure(db), ownDisclosures(db)];

const search = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/audit",
    operationId: "searchAudit",
    summary: "Entries of the audit log, the newest first",
    description: "Admins find every entry, finance staff those about money.",
    tag: "audit",
    policy: staffOrProgram("staff:read", "admin", "finance"),
    query: strict({
      ...PAGE,
      actor: Type.Optional(IdOf("user")),
      subject: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
      action: Type.Optional(
        Type.String({
          pattern: "^[a-z_]{1,60}(\\.[a-z_]{1,60})?$",
          description: "One action, or a kind of them: `bank_account`",
        }),
      ),
      from: Type.Optional(InstantJson),
      to: Type.Optional(InstantJson),
    }),
    responses: { 200: list(ref(EntryJson)) },
    problems: [],
    async handle({ query, principal }) {
      const asked = pageAsked(Key, query);
      if ("kind" in asked) return asked;
      const { actor = null, subject = null, action = null } = query;
      const [from, to] = [query.from, query.to].map((text) => (text === undefined ? null : instantFrom(text)));
      const filter = { actor, subject, action, from: from ?? null, to: to ?? null, kinds: kindsFor(principal) };
      const found = await findEntries(db, filter, asked.after?.[0] ?? null, asked.rows);
      const { page, nextCursor } = asked.cut(found, ({ number }) => [number]);
      return reply(200, { data: page.map(entryJson), nextCursor });
    },
  });

const read = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/audit/:id",
    operationId: "readAuditEntry",
    summary: "One entry of the audit log",
    tag: "audit",
    policy: staffOrProgram("staff:read", "admin", "finance"),
    params,
    responses: { 200: ref(EntryJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal }) {
      const entry = await readEntry(db, id);
      return entry && isFor(principal, entry) ? reply(200, entryJson(entry)) : problem("NOT_FOUND");
    },
  });

const disclosure = (db: Database): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/audit/:id/disclosures",
    operationId: "discloseAuditEntry",
    summary: "Read what an entry keeps about a person, for a reason that the person can read too",
    tag: "audit",
    policy: staff("admin"),
    params,
    body: strict({ reason: line({ maxLength: 300 }) }),
    responses: { 200: strict({ entry: ref(EntryJson), kept: Type.Array(KeptJson) }) },
    problems: ["NOT_FOUND"],
    secret: true,
    async handle({ params: { id }, body, principal, now, origin }) {
      const disclosed = await disclose(db, id, { user: principal.id, reason: body.reason, origin }, now);
      if (!disclosed) return problem("NOT_FOUND");
      const kept = disclosed.kept.map(({ what, person, text }) => ({ what, personId: person, text }));
      return reply(200, { entry: entryJson(disclosed.entry), kept });
    },
  });

const ownDisclosures = (db: Database): Route =>
  defineRoute({
    method: "GET",
    path: "/users/me/disclosures",
    operationId: "listOwnDisclosures",
    summary: "When and why staff have read what is kept about me",
    tag: "identity",
    policy: signedIn(),
    responses: { 200: strict({ data: Type.Array(strict({ at: InstantJson, reason: nullable(Type.String()) })) }) },
    problems: [],
    async handle({ principal }) {
      const found = await disclosuresTo(db, principal.id);
      return reply(200, { data: found.map(({ at, reason }) => ({ at: instantJson(at), reason })) });
    },
  });

const kindsFor = ({ roles }: UserPrincipal): readonly string[] | null => (roles.includes("admin") ? null : MONEY_KINDS);

function isFor(principal: UserPrincipal, { action }: KeptEntry): boolean {
  const kinds = kindsFor(principal);
  return kinds === null || kinds.includes(action.split(".")[0] ?? "");
}

const entryJson = (entry: KeptEntry): Static<typeof EntryJson> => ({
  id: entry.id,
  number: entry.number,
  at: instantJson(entry.at),
  actor: entry.actor,
  actorId: entry.actorId,
  action: entry.action,
  subject: entry.subject,
  reason: entry.reason,
  detail: JSON.stringify(entry.detail),
  via: entry.via,
  commitsTo: [...entry.commitsTo],
});
