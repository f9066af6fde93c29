import { at, type Instant } from "@amana/core/time";
import { Type } from "typebox";
import {
  defineRoute,
  expectedVersion,
  IdOf,
  invalid,
  list,
  PAGE,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
  versionTag,
} from "#runtime/http";
import { type ProjectParts, TAG } from "./project-routes.ts";
import { listProposals, type Proposal, readProposal } from "./proposal-store.ts";
import {
  type AcceptRefusal,
  acceptProposal,
  answerProposal,
  changeProposal,
  type OfferRefusal,
  type ProposeRefusal,
  propose,
} from "./proposals.ts";
import { ContractJson, OFFER, OfferChange, offerFrom, ProposalJson, ProposalStateJson } from "./schemas.ts";
import { readProject } from "./store.ts";
import { contractJson, maySee, proposalsJson } from "./view.ts";

const params = strict({ id: IdOf("proposal") });
const ofProject = strict({ id: IdOf("project") });
const Cursor = Type.Tuple([Type.Integer(), IdOf("proposal")]);

const LISTED = { ...PAGE, status: Type.Optional(ref(ProposalStateJson)) };

/** What freelancers offer, and what becomes of it. */
export const proposalRoutes = (parts: ProjectParts): Route[] => [
  make(parts),
  listOfProject(parts),
  listMine(parts),
  read(parts),
  change(parts),
  accept(parts),
  answer(parts, "withdraw", "withdrawProposal", "Take my own proposal back"),
  answer(parts, "decline", "declineProposal", "Decline a proposal for my project"),
];

async function shown(db: ProjectParts["db"], proposal: Proposal, reader: Proposal["freelancer"], now: Instant) {
  const [json] = await proposalsJson(db, [proposal], reader, now);
  if (!json) throw new Error("no proposal");
  return [json, { etag: versionTag(proposal.version) }] as const;
}

const make = ({ db, wake }: ProjectParts): Route =>
  defineRoute({
    method: "POST",
    path: "/projects/:id/proposals",
    operationId: "propose",
    summary: "Offer something for a project: price, milestones, and why",
    description: "The milestones add up to the price. One open proposal of each; nobody but the client sees it.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params: ofProject,
    body: strict(OFFER),
    responses: { 201: ref(ProposalJson) },
    problems: ["NOT_FOUND", "OWN_LISTING", "LISTING_UNAVAILABLE", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, principal, body, commandKey, now }) {
      const { price, message, milestones } = { ...body, ...offerFrom(body) };
      if (!("minor" in price)) return invalid("price", "is missing");
      const offer = {
        price,
        message,
        milestones: milestones.flatMap((one) => ("minor" in one.amount ? [{ ...one, amount: one.amount }] : [])),
      };
      const made = await propose(db, principal.id, id, offer, commandKey, now);
      if (!made.ok) return problemOfOffer(made.error);
      wake();
      return reply(201, ...(await shown(db, made.value, principal.id, now)));
    },
  });

const listOfProject = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/projects/:id/proposals",
    operationId: "listProposals",
    summary: "The proposals for a project: all for its client, for others their own",
    tag: TAG,
    policy: signedIn("orders:read"),
    params: ofProject,
    query: strict(LISTED),
    responses: { 200: list(ref(ProposalJson)) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal, query, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const project = await readProject(db, id);
      if (!project || !(await maySee(db, project, principal.id))) return problem("NOT_FOUND");
      const beyond = asked.after && { at: at(asked.after[0]), id: asked.after[1] };
      const freelancer = project.client === principal.id ? null : principal.id;
      const found = await listProposals(
        db,
        { project: id, freelancer, state: query.status ?? null },
        { limit: asked.rows, beyond },
      );
      const { page, nextCursor } = asked.cut(found, ({ madeAt, id: last }) => [madeAt, last]);
      return reply(200, { data: await proposalsJson(db, page, principal.id, now), nextCursor });
    },
  });

const listMine = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/proposals",
    operationId: "listOwnProposals",
    summary: "What I have offered, newest first",
    tag: TAG,
    policy: signedIn("orders:read"),
    query: strict(LISTED),
    responses: { 200: list(ref(ProposalJson)) },
    problems: [],
    async handle({ principal, query, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { at: at(asked.after[0]), id: asked.after[1] };
      const of = { project: null, freelancer: principal.id, state: query.status ?? null };
      const found = await listProposals(db, of, { limit: asked.rows, beyond });
      const { page, nextCursor } = asked.cut(found, ({ madeAt, id }) => [madeAt, id]);
      return reply(200, { data: await proposalsJson(db, page, principal.id, now), nextCursor });
    },
  });

const read = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/proposals/:id",
    operationId: "getProposal",
    summary: "One proposal, for the client and the freelancer",
    tag: TAG,
    policy: signedIn("orders:read"),
    params,
    responses: { 200: ref(ProposalJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal, now }) {
      const proposal = await readProposal(db, id);
      const project = proposal && (await readProject(db, proposal.project));
      if (!project || (proposal.freelancer !== principal.id && project.client !== principal.id))
        return problem("NOT_FOUND");
      return reply(200, ...(await shown(db, proposal, principal.id, now)));
    },
  });

const notAVersion = problem("VERSION_CONFLICT", "If-Match must be the proposal's version in double quotes.");

const change = ({ db, wake }: ProjectParts): Route =>
  defineRoute({
    method: "PATCH",
    path: "/proposals/:id",
    operationId: "changeProposal",
    summary: "Offer something else, as long as nobody has answered",
    description: "With `If-Match` only while it is as it was read.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: OfferChange,
    responses: { 200: ref(ProposalJson) },
    problems: ["NOT_FOUND", "FORBIDDEN", "VERSION_CONFLICT", "TRANSITION_NOT_ALLOWED", "LISTING_UNAVAILABLE"],
    async handle({ params: { id }, principal, body, headers, now }) {
      const expected = expectedVersion(headers["if-match"]);
      if (!expected.ok) return notAVersion;
      const asked = { ...offerFrom(body), expected: expected.value };
      const changed = await changeProposal(db, principal.id, id, asked, now);
      if (!changed.ok) return problemOf(changed.error);
      wake();
      return reply(200, ...(await shown(db, changed.value, principal.id, now)));
    },
  });

const accept = ({ db, wake }: ProjectParts): Route =>
  defineRoute({
    method: "POST",
    path: "/proposals/:id/accept",
    operationId: "acceptProposal",
    summary: "Take a proposal for my project: it becomes a contract",
    description: "With `If-Match` only while the proposal is as it was read. The other proposals lapse.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(ContractJson) },
    problems: [
      "NOT_FOUND",
      "FORBIDDEN",
      "VERSION_CONFLICT",
      "TRANSITION_NOT_ALLOWED",
      "LISTING_UNAVAILABLE",
      "OWN_LISTING",
    ],
    async handle({ params: { id }, principal, headers, now }) {
      const expected = expectedVersion(headers["if-match"]);
      if (!expected.ok) return notAVersion;
      const made = await acceptProposal(db, principal.id, id, expected.value, now);
      if (!made.ok) return problemOf(made.error);
      wake();
      return reply(200, await contractJson(db, made.value, "client"));
    },
  });

const answer = (
  { db, wake }: ProjectParts,
  command: "withdraw" | "decline",
  operationId: string,
  summary: string,
): Route =>
  defineRoute({
    method: "POST",
    path: `/proposals/:id/${command}`,
    ...{ operationId, summary, tag: TAG },
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(ProposalJson) },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, principal, now }) {
      const moved = await answerProposal(db, principal.id, id, command, now);
      if (!moved.ok) return problemOfAnswer(moved.error);
      wake();
      return reply(200, ...(await shown(db, moved.value, principal.id, now)));
    },
  });

function problemOfAnswer(refusal: "no_such_proposal" | "not_yours_to_do" | "not_in_this_state") {
  if (refusal === "no_such_proposal") return problem("NOT_FOUND");
  if (refusal === "not_yours_to_do") return problem("FORBIDDEN", "This belongs to the other side of the proposal.");
  return problem("TRANSITION_NOT_ALLOWED", "The proposal has been answered, or the project has ended.");
}

function problemOf(refusal: AcceptRefusal | OfferRefusal) {
  switch (refusal) {
    case "changed_meanwhile":
      return problem("VERSION_CONFLICT");
    case "not_open":
      return problem("LISTING_UNAVAILABLE", "The project takes no proposals any more.");
    case "own_project":
      return problem("OWN_LISTING", "You belong to one company.");
    case "no_such_proposal":
    case "not_yours_to_do":
    case "not_in_this_state":
      return problemOfAnswer(refusal);
    default:
      return problemOfPlan(refusal);
  }
}

function problemOfPlan(refusal: OfferRefusal) {
  switch (refusal) {
    case "not_in_its_currency":
      return invalid("price", "must be in the currency of the project");
    case "no_milestones":
      return invalid("milestones", "must be at least one");
    case "amount_not_positive":
      return invalid("milestones", "must each cost something");
    case "currencies_differ":
      return invalid("milestones", "must be in the currency of the price");
    case "amounts_differ":
      return invalid("milestones", "must add up to the price");
    default:
      return refusal satisfies never;
  }
}

function problemOfOffer(refusal: ProposeRefusal) {
  switch (refusal) {
    case "no_such_project":
      return problem("NOT_FOUND");
    case "own_project":
      return problem("OWN_LISTING", "This is your own project, or one of your company's.");
    case "not_open":
      return problem("LISTING_UNAVAILABLE", "The project takes no proposals any more.");
    case "has_proposed":
      return problem("TRANSITION_NOT_ALLOWED", "You have an open proposal for this project: change that one.");
    default:
      return problemOfPlan(refusal);
  }
}
