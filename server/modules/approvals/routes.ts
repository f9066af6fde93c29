import type { Entry } from "@amana/core/ledger";
import { at, type Instant } from "@amana/core/time";
import { Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  line,
  list,
  oneOf,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  staff,
  strict,
} from "#runtime/http";
import { approve, decline, MOVED } from "./decide.ts";
import { ApprovalJson, ApprovalSummaryJson, approvalJson, entriesJson, summariesJson } from "./json.ts";
import { APPROVAL_PROBLEMS, type ApprovalKind, ContentJson, type KindRefusal } from "./kind.ts";
import { mayDecideOn, OWN_DEAL } from "./own-deals.ts";
import { editProposal, kindOf } from "./propose.ts";
import { APPROVAL_STATES, listProposals, type Proposal, readProposal } from "./store.ts";

export type ApprovalParts = {
  readonly db: Database;
  readonly wake: () => void;
  readonly kinds: readonly ApprovalKind[];
};

const params = strict({ id: IdOf("approval") });
const version = Type.Integer({ minimum: 1, description: "The version that was looked at." });
const Cursor = Type.Tuple([Type.Integer(), IdOf("approval")]);
const policy = staff("finance", "admin");

/** What waits for a second person. */
export const approvalRoutes = (parts: ApprovalParts): Route[] => [
  listAll(parts),
  read(parts),
  preview(parts),
  approveRoute(parts),
  declineRoute(parts),
  edit(parts),
];

const listAll = ({ db }: ApprovalParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/approvals",
    operationId: "listApprovals",
    summary: "What waits for a second person, and what became of it; the latest first",
    tag: "approvals",
    policy,
    query: strict({
      ...PAGE,
      status: Type.Optional(oneOf(APPROVAL_STATES)),
      subject: Type.Optional(Type.String({ pattern: "^[a-z]{3,4}_[0-9a-f]{32}$", description: "About this alone." })),
    }),
    responses: { 200: list(ref(ApprovalSummaryJson)) },
    problems: [],
    async handle({ query, principal, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { proposedAt: at(asked.after[0]), id: asked.after[1] };
      const sought = { state: query.status ?? null, subject: query.subject ?? null, beyond, limit: asked.rows };
      const found = await listProposals(db, sought, now);
      const { page, nextCursor } = asked.cut(found, ({ proposedAt, id }) => [proposedAt, id]);
      return reply(200, { data: await summariesJson(db, page, principal.id, now), nextCursor });
    },
  });

const read = ({ db, kinds }: ApprovalParts): Route =>
  defineRoute({
    method: "GET",
    path: "/admin/approvals/:id",
    operationId: "getApproval",
    summary: "One of them, with the entries that it would post now",
    tag: "approvals",
    policy,
    params,
    responses: { 200: ref(ApprovalJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal, now }) {
      const proposal = await readProposal(db, id);
      if (!proposal) return problem("NOT_FOUND");
      if (proposal.state !== "waiting")
        return reply(200, await approvalJson(db, { proposal, entries: [] }, principal.id, now));
      const { entries, refusal } = await asItIsNow(db, kinds, proposal, now);
      const obstacle = refusal && (refusal.detail ?? refusal.code);
      return reply(200, await approvalJson(db, { proposal, entries, obstacle }, principal.id, now));
    },
  });

const preview = ({ db, kinds }: ApprovalParts): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/approvals/:id/approve/preview",
    operationId: "previewApproval",
    summary: "The entries that an approval would post; nothing is posted",
    tag: "approvals",
    policy,
    params,
    body: strict({ version }),
    responses: { 200: strict({ entries: ApprovalJson.properties.entries }) },
    problems: APPROVAL_PROBLEMS,
    async handle({ params: { id }, body, principal, now }) {
      const proposal = await readProposal(db, id);
      if (!proposal) return problem("NOT_FOUND");
      if (proposal.version !== body.version) return problem("VERSION_CONFLICT");
      if (!(await mayDecideOn(db, principal.id, { deal: proposal.deal, people: proposal.concerned }))) return OWN_DEAL;
      const { entries, refusal } = await asItIsNow(db, kinds, proposal, now);
      return refusal ?? reply(200, { entries: entriesJson(entries) });
    },
  });

/** What an approval would post, or why it would be refused. */
async function asItIsNow(
  db: Database,
  kinds: readonly ApprovalKind[],
  proposal: Proposal,
  now: Instant,
): Promise<{ readonly entries: readonly Entry[]; readonly refusal: KindRefusal | null }> {
  const seen = await kindOf(kinds, proposal).look(db, proposal, now);
  if (!seen.ok) return { entries: [], refusal: seen.error };
  return { entries: seen.value.entries, refusal: seen.value.basis === proposal.basis ? null : MOVED };
}

const approveRoute = ({ db, kinds, wake }: ApprovalParts): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/approvals/:id/approve",
    operationId: "approveApproval",
    summary: "Approve it, which does it at once",
    description:
      "For somebody who wrote no version of it and has no part in it, nor anybody of his companies. Refused when it was edited or its subject has moved since.",
    tag: "approvals",
    policy,
    params,
    body: strict({ version }),
    responses: { 200: ref(ApprovalJson) },
    problems: APPROVAL_PROBLEMS,
    async handle({ params: { id }, body, principal, now, origin }) {
      const done = await approve(db, kinds, id, { user: principal.id, origin, expected: body.version }, now);
      if (!done.ok) return done.error;
      wake();
      return reply(200, await approvalJson(db, done.value, principal.id, now));
    },
  });

const declineRoute = ({ db }: ApprovalParts): Route =>
  defineRoute({
    method: "POST",
    path: "/admin/approvals/:id/decline",
    operationId: "declineApproval",
    summary: "Lay it aside, with a reason; its own author may too",
    tag: "approvals",
    policy,
    params,
    body: strict({ version, reason: line({ maxLength: 300 }) }),
    responses: { 200: ref(ApprovalJson) },
    problems: APPROVAL_PROBLEMS,
    async handle({ params: { id }, body, principal, now, origin }) {
      const by = { user: principal.id, origin, expected: body.version, reason: body.reason };
      const declined = await decline(db, id, by, now);
      if (!declined.ok) return declined.error;
      return reply(200, await approvalJson(db, { proposal: declined.value, entries: [] }, principal.id, now));
    },
  });

const edit = ({ db, kinds }: ApprovalParts): Route =>
  defineRoute({
    method: "PATCH",
    path: "/admin/approvals/:id",
    operationId: "editApproval",
    summary: "Write another version of it, on its subject as it is now",
    description: "Whoever edits is one of its authors from then on, and cannot approve it.",
    tag: "approvals",
    policy,
    params,
    body: strict({ version, content: ref(ContentJson), reason: line({ maxLength: 300 }) }),
    responses: { 200: ref(ApprovalJson) },
    problems: APPROVAL_PROBLEMS,
    async handle({ params: { id }, body, principal, now, origin }) {
      const { version: expected, ...written } = body;
      const edited = await editProposal(db, kinds, id, { user: principal.id, origin, expected, ...written }, now);
      return edited.ok ? reply(200, await approvalJson(db, edited.value, principal.id, now)) : edited.error;
    },
  });
