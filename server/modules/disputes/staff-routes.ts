import { Type } from "typebox";
import { readUsers } from "#modules/identity";
import type { Queryable } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  instantJson,
  invalid,
  list,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  staff,
  staffOrProgram,
  strict,
} from "#runtime/http";
import { decide, leave, note, take } from "./acts.ts";
import { notesIn } from "./file-store.ts";
import { disputeJson, staffDisputesJson } from "./json.ts";
import { DISPUTE_PROBLEMS, type DisputeParts, problemOf } from "./problems.ts";
import { DecideBody, DisputeJson, NoteJson, StaffDisputeJson, Words } from "./schemas.ts";
import { type DisputeId, openDisputes, readDispute } from "./store.ts";

const params = strict({ id: IdOf("dispute") });

/** The desk of those who decide. */
export const staffDisputeRoutes = (parts: DisputeParts): Route[] => [
  desk(parts),
  holding(parts, "take", "takeDispute", "Take a case, to decide it", take),
  holding(parts, "leave", "leaveDispute", "Give a case back, so that another arbiter may take it", leave),
  decideRoute(parts),
  notes(parts),
  addNote(parts),
];

const Cursor = Type.Tuple([InstantJson, IdOf("dispute")]);

const desk = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/disputes",
    operationId: "listOpenDisputes",
    summary: "Disputes that are open, the oldest first",
    tag: "disputes",
    policy: staffOrProgram("staff:read", "arbiter", "support", "admin"),
    query: strict({ ...PAGE, mine: Type.Optional(Type.Boolean()) }),
    responses: { 200: list(ref(StaffDisputeJson)) },
    problems: [],
    async handle({ principal, query: { mine, ...query }, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { openedAt: instantFrom(asked.after[0]), id: asked.after[1] };
      const found = await openDisputes(db, mine ? principal.id : null, asked.rows, beyond);
      const { page, nextCursor } = asked.cut(found, ({ openedAt, id }) => [instantJson(openedAt), id]);
      return reply(200, { data: await staffDisputesJson(db, page, now), nextCursor });
    },
  });

const holding = (
  { db }: DisputeParts,
  verb: "take" | "leave",
  operationId: string,
  summary: string,
  act: typeof take,
): Route =>
  defineRoute({
    method: "POST",
    path: `/admin/disputes/:id/${verb}`,
    operationId,
    summary,
    tag: "disputes",
    policy: staff("arbiter"),
    params,
    body: strict({}),
    responses: { 200: ref(DisputeJson) },
    problems: DISPUTE_PROBLEMS,
    async handle({ params, principal, origin, now }) {
      const done = await act(db, params.id, { user: principal.id, origin }, now);
      return done.ok ? reply(200, await disputeJson(db, done.value, "staff", now)) : problemOf(done.error);
    },
  });

const decideRoute = ({ db, wake }: DisputeParts): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/disputes/:id/decide",
    operationId: "decideDispute",
    summary: "Decide, with a finding and reasons for every claim",
    description:
      "The first decision is carried out when the time to appeal has gone by, or both accept it; the decision upon appeal at once.",
    tag: "disputes",
    policy: staff("arbiter"),
    params,
    body: DecideBody,
    responses: { 200: ref(DisputeJson) },
    problems: DISPUTE_PROBLEMS,
    async handle({ params, principal, body, origin, now }) {
      if ((body.outcome === "split") !== (body.refund !== undefined))
        return invalid("refund", "says what goes back to the buyer, with split and with no other outcome");
      const wrong = await wrongCurrency(db, params.id, body.refund?.currency);
      if (wrong) return wrong;
      const { outcome, findings, reasons } = body;
      const judgement = { outcome, findings, reasons, refund: body.refund ? BigInt(body.refund.amount) : null };
      const done = await decide(db, params.id, judgement, { user: principal.id, origin }, now);
      if (!done.ok) return problemOf(done.error);
      wake();
      const dispute = await readDispute(db, params.id);
      return reply(200, await disputeJson(db, dispute ?? done.value, "staff", now));
    },
  });

async function wrongCurrency(db: Queryable, id: DisputeId, currency: string | undefined) {
  if (currency === undefined) return null;
  const dispute = await readDispute(db, id);
  if (!dispute) return problem("NOT_FOUND");
  const { amount } = await disputeJson(db, dispute, "staff", dispute.openedAt);
  return amount.currency === currency ? null : invalid("refund", "is in the currency of the order");
}

const notes = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/disputes/:id/notes",
    operationId: "listDisputeNotes",
    summary: "What staff have noted for themselves; no party sees it",
    tag: "disputes",
    policy: staff("arbiter", "support", "admin"),
    params,
    responses: { 200: strict({ data: Type.Array(ref(NoteJson)) }) },
    problems: ["NOT_FOUND"],
    async handle({ params }) {
      if (!(await readDispute(db, params.id))) return problem("NOT_FOUND");
      const found = await notesIn(db, params.id);
      const names = await readUsers(
        db,
        found.map(({ author }) => author),
      );
      return reply(200, {
        data: found.map(({ author, text, notedAt }) => ({
          author: { id: author, name: names.get(author)?.name ?? "" },
          text,
          notedAt: instantJson(notedAt),
        })),
      });
    },
  });

const addNote = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/disputes/:id/notes",
    operationId: "addDisputeNote",
    summary: "Note something for the other staff; it is no evidence and no party sees it",
    tag: "disputes",
    policy: staff("arbiter", "support", "admin"),
    params,
    body: strict({ text: Words }),
    responses: { 201: strict({ dispute: IdOf("dispute") }) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal, body, now }) {
      const done = await note(db, params.id, body.text, principal.id, now);
      return done.ok ? reply(201, { dispute: done.value.id }) : problem("NOT_FOUND");
    },
  });
