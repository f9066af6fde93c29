import { consentsFor, TRIAGE_PROBLEMS, triage } from "@amana/core/dispute";
import { outlook, processOf } from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { type Static, Type } from "typebox";
import { readDeal } from "#modules/escrow";
import { readFiles } from "#modules/files";
import { findOrder, type Order } from "#modules/orders";
import type { Queryable } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantFrom,
  invalid,
  list,
  oneOf,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  rolesShown,
  signedIn,
  strict,
  type UserPrincipal,
} from "#runtime/http";
import { appeal, end, putIn, raise, respond } from "./acts.ts";
import { disputeJson, evidenceJson, type Role, summariesJson } from "./json.ts";
import { pastRoutes } from "./past-routes.ts";
import { DISPUTE_PROBLEMS, type DisputeParts, problemOf } from "./problems.ts";
import { DisputeJson, DisputeSummaryJson, EvidenceBody, EvidenceJson, RaiseBody, SaidBody } from "./schemas.ts";
import { staffDisputeRoutes } from "./staff-routes.ts";
import { type Claim, type Dispute, type DisputeId, disputesOf, readDispute, type Side } from "./store.ts";

/** Disputes of one's own, and the desk of those who decide them. */
export const disputeRoutes = (parts: DisputeParts): Route[] => [
  look(parts),
  open(parts),
  listDisputes(parts),
  read(parts),
  say(parts, "respond", "respondToDispute", "Answer the other party; from now on an arbiter may decide", respond),
  say(parts, "appeal", "appealDispute", "Appeal against the decision, once; another arbiter decides for good", appeal),
  evidence(parts),
  finish(parts, "withdraw", "withdrawDispute", "Take the dispute back; the order goes on with the time that was left"),
  finish(parts, "concede", "concedeDispute", "Give in: the whole amount goes back to the buyer"),
  ...pastRoutes(parts),
  ...staffDisputeRoutes(parts),
];

const orderParams = strict({ id: IdOf("order") });
const params = strict({ id: IdOf("dispute") });

const look = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "GET",
    path: "/orders/:id/triage",
    operationId: "triageOrder",
    summary: "What can be done about a problem, the quickest remedy first",
    tag: "disputes",
    policy: signedIn("orders:read"),
    params: orderParams,
    query: strict({ problem: oneOf(TRIAGE_PROBLEMS) }),
    responses: { 200: strict({ remedies: Type.Array(Type.String()), disputable: Type.Boolean() }) },
    problems: ["NOT_FOUND"],
    async handle({ params, query, principal, now }) {
      const found = await findOrder(db, params.id, principal);
      const deal = found && (await readDeal(db, found.order.deal));
      if (!deal) return problem("NOT_FOUND");
      const viewer = found.role === "staff" ? null : found.role;
      const seen = outlook(processOf(deal.process, deal.processVersion), deal, viewer, now);
      const possible = [...seen.actions, ...consentsFor(seen.consents, seen.extendable)];
      const { remedies, disputable } = triage(query.problem, possible);
      return reply(200, { remedies: [...remedies], disputable });
    },
  });

const open = ({ db, wake }: DisputeParts): Route =>
  defineRoute({
    method: "POST",
    path: "/orders/:id/dispute",
    operationId: "openDispute",
    summary: "Open a dispute: the money is frozen until it is over",
    tag: "disputes",
    policy: signedIn("orders:write"),
    params: orderParams,
    body: RaiseBody,
    responses: { 201: ref(DisputeJson) },
    problems: DISPUTE_PROBLEMS,
    async handle({ params, principal, body, idempotencyKey, now }) {
      const found = await findOrder(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      const { order, role } = found;
      if (role === "staff") return problem("FORBIDDEN");
      const wrong = wrongClaim(body.claims, order);
      if (wrong) return wrong;
      const { problem: what, text } = body;
      const by = { side: role, by: principal.id, files: body.files ?? [], key: idempotencyKey };
      const raised = await raise(db, order, { ...by, problem: what, claims: claimsOf(body.claims), text }, now);
      if (!raised.ok) return problemOf(raised.error);
      wake();
      return reply(201, await disputeJson(db, raised.value, role, now));
    },
  });

/** A part is an amount, less than the whole; anything else has none. */
function wrongClaim(claims: Static<typeof RaiseBody>["claims"], { terms: { total } }: Order) {
  for (const [at, { kind, amount }] of claims.entries()) {
    const field = `claims.${at}.amount`;
    if ((kind === "partial_refund") !== (amount !== undefined))
      return invalid(field, "says how much, with partial_refund and with nothing else");
    if (amount && (amount.currency !== total.currency || amount.amount <= 0 || BigInt(amount.amount) >= total.minor))
      return invalid(field, "is a part of the order's total, in its currency");
  }
  return null;
}

const claimsOf = (claims: Static<typeof RaiseBody>["claims"]): Claim[] =>
  claims.map(({ kind, amount, text }) => ({ kind, amount: amount?.amount ?? null, text: text ?? "" }));

const Cursor = Type.Tuple([InstantJson, IdOf("dispute")]);

const listDisputes = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "GET",
    path: "/disputes",
    operationId: "listDisputes",
    summary: "My disputes, the newest first",
    tag: "disputes",
    policy: signedIn("orders:read"),
    query: strict({
      ...PAGE,
      state: Type.Optional(oneOf(["open", "closed"])),
      order: Type.Optional(IdOf("order")),
    }),
    responses: { 200: list(ref(DisputeSummaryJson)) },
    problems: [],
    async handle({ principal, query: { state, order, ...query } }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { openedAt: instantFrom(asked.after[0]), id: asked.after[1] };
      const wanted = { open: state === undefined ? null : state === "open", order: order ?? null };
      const found = await disputesOf(db, principal.id, wanted, asked.rows, beyond);
      const { page, nextCursor } = asked.cut(found, ({ openedAt, id }) => [new Date(openedAt).toISOString(), id]);
      return reply(200, { data: await summariesJson(db, page), nextCursor });
    },
  });

const read = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "GET",
    path: "/disputes/:id",
    operationId: "getDispute",
    summary: "The file of one dispute, the same for both parties",
    tag: "disputes",
    policy: signedIn("orders:read"),
    params,
    responses: { 200: ref(DisputeJson) },
    problems: ["NOT_FOUND"],
    async handle({ params, principal, now }) {
      const found = await findDispute(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      return reply(200, await disputeJson(db, found.dispute, found.role, now));
    },
  });

const say = (
  { db, wake }: DisputeParts,
  verb: "respond" | "appeal",
  operationId: string,
  summary: string,
  act: typeof respond,
): Route =>
  defineRoute({
    method: "POST",
    path: `/disputes/:id/${verb}`,
    operationId,
    summary,
    tag: "disputes",
    policy: signedIn("orders:write"),
    params,
    body: SaidBody,
    responses: { 200: ref(DisputeJson) },
    problems: DISPUTE_PROBLEMS,
    async handle({ params, principal, body, idempotencyKey, now }) {
      const found = await findDispute(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      if (found.role === "staff") return problem("FORBIDDEN");
      const by = { side: found.role, by: principal.id, key: idempotencyKey };
      const said = { ...by, text: body.text, files: body.files ?? [] };
      return await answered({ db, wake }, found.role, await act(db, params.id, said, now), now);
    },
  });

const finish = (
  { db, wake }: DisputeParts,
  verb: "withdraw" | "concede",
  operationId: string,
  summary: string,
): Route =>
  defineRoute({
    method: "POST",
    path: `/disputes/:id/${verb}`,
    operationId,
    summary,
    tag: "disputes",
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(DisputeJson) },
    problems: DISPUTE_PROBLEMS,
    async handle({ params, principal, idempotencyKey, now }) {
      const found = await findDispute(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      if (found.role === "staff") return problem("FORBIDDEN");
      const by = { side: found.role, by: principal.id, key: idempotencyKey };
      return await answered({ db, wake }, found.role, await end(db, params.id, verb, by, now), now);
    },
  });

const evidence = ({ db }: DisputeParts): Route =>
  defineRoute({
    method: "POST",
    path: "/disputes/:id/evidence",
    operationId: "addEvidence",
    summary: "Put something into the file; the other party sees it at once",
    description: "Possible as long as somebody has still to decide; closed while the time to appeal runs.",
    tag: "disputes",
    policy: signedIn("orders:write"),
    params,
    body: EvidenceBody,
    responses: { 201: ref(EvidenceJson) },
    problems: DISPUTE_PROBLEMS,
    async handle({ params, principal, body, idempotencyKey, now }) {
      const found = await findDispute(db, params.id, principal);
      if (!found) return problem("NOT_FOUND");
      if (found.role === "staff") return problem("FORBIDDEN");
      const piece = {
        ...{ side: found.role, type: body.type, text: body.text, claim: body.claim ?? null, files: body.files ?? [] },
        ...{ datedAt: body.datedAt === undefined ? null : instantFrom(body.datedAt), origin: body.origin ?? null },
        key: idempotencyKey,
      };
      const added = await putIn(db, params.id, piece, principal.id, now);
      if (!added.ok) return problemOf(added.error);
      const files = await readFiles(db, added.value.files);
      return reply(201, evidenceJson(added.value, files));
    },
  });

async function answered(
  { db, wake }: DisputeParts,
  role: Role,
  done: Awaited<ReturnType<typeof respond>>,
  now: Instant,
) {
  if (!done.ok) return problemOf(done.error);
  wake();
  const dispute = await readDispute(db, done.value.id);
  return reply(200, await disputeJson(db, dispute ?? done.value, role, now));
}

/** A dispute as this reader's own; a stranger's and a missing one are the same null. */
async function findDispute(
  db: Queryable,
  id: DisputeId,
  reader: UserPrincipal,
): Promise<{ readonly dispute: Dispute; readonly role: Role } | null> {
  const dispute = await readDispute(db, id);
  if (!dispute) return null;
  const side = sideOf(dispute, reader.id);
  if (side) return { dispute, role: side };
  return rolesShown(reader).some((role) => role !== "user") ? { dispute, role: "staff" } : null;
}

const sideOf = ({ buyer, seller }: Dispute, user: UserId): Side | null =>
  user === buyer ? "buyer" : user === seller ? "seller" : null;
