import type { ContractId } from "@amana/core/ids";
import { STANDARD_TAXES } from "@amana/core/pricing";
import { at } from "@amana/core/time";
import { Type } from "typebox";
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
  signedIn,
  strict,
  type UserPrincipal,
  versionTag,
} from "#runtime/http";
import { listContracts, readContract } from "./contract-store.ts";
import { type EndRefusal, endContract, type FundRefusal, fundMilestone } from "./contracts.ts";
import { type ProjectParts, TAG } from "./project-routes.ts";
import { ContractJson, ContractMilestoneJson, ContractStateJson, ContractSummaryJson } from "./schemas.ts";
import { contractJson, contractRole, contractSummaries } from "./view.ts";

const params = strict({ id: IdOf("contract") });
const Cursor = Type.Tuple([Type.Integer(), IdOf("contract")]);

/** What was agreed on, paid for milestone by milestone. */
export const contractRoutes = (parts: ProjectParts): Route[] => [
  listMine(parts),
  read(parts),
  milestones(parts),
  fund(parts),
  end(parts),
];

const listMine = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/contracts",
    operationId: "listContracts",
    summary: "My contracts, newest first",
    tag: TAG,
    policy: signedIn("orders:read"),
    query: strict({
      ...PAGE,
      role: Type.Optional(oneOf(["client", "freelancer", "any"])),
      status: Type.Optional(ref(ContractStateJson)),
    }),
    responses: { 200: list(ref(ContractSummaryJson)) },
    problems: [],
    async handle({ query, principal }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { at: at(asked.after[0]), id: asked.after[1] };
      const of = { user: principal.id, role: query.role ?? "any", state: query.status ?? null } as const;
      const found = await listContracts(db, of, asked.rows, beyond);
      const { page, nextCursor } = asked.cut(found, ({ madeAt, id }) => [madeAt, id]);
      const data = await contractSummaries(db, page, ({ client }) =>
        client === principal.id ? "client" : "freelancer",
      );
      return reply(200, { data, nextCursor });
    },
  });

async function found(db: ProjectParts["db"], id: ContractId, principal: UserPrincipal) {
  const contract = await readContract(db, id);
  const role = contract && contractRole(contract, principal);
  return contract && role ? { contract, role } : null;
}

const read = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/contracts/:id",
    operationId: "getContract",
    summary: "One contract: its milestones, where each stands, and what may be done",
    tag: TAG,
    policy: signedIn("orders:read"),
    params,
    responses: { 200: ref(ContractJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal }) {
      const seen = await found(db, id, principal);
      if (!seen) return problem("NOT_FOUND");
      const { contract, role } = seen;
      return reply(200, await contractJson(db, contract, role), { etag: versionTag(contract.version) });
    },
  });

const milestones = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/contracts/:id/milestones",
    operationId: "listMilestones",
    summary: "The milestones of a contract, in their sequence",
    tag: TAG,
    policy: signedIn("orders:read"),
    params,
    responses: { 200: strict({ data: Type.Array(ref(ContractMilestoneJson)) }) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal }) {
      const seen = await found(db, id, principal);
      if (!seen) return problem("NOT_FOUND");
      const { milestones: data } = await contractJson(db, seen.contract, seen.role);
      return reply(200, { data });
    },
  });

const fund = ({ db, policy, taxes = STANDARD_TAXES, wake }: ProjectParts): Route =>
  defineRoute({
    method: "POST",
    path: "/contracts/:id/milestones/:number/fund",
    operationId: "fundMilestone",
    summary: "Make the order by which a milestone is paid for",
    description:
      "The milestone's `orderId` is then paid by `POST /orders/{id}/payment`, as any order is. Milestones are paid for in their sequence, and as far ahead as wanted; work on one begins when those before it are done.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params: strict({ id: IdOf("contract"), number: Type.String({ pattern: "^[1-9][0-9]?$" }) }),
    body: strict({}),
    responses: { 200: ref(ContractJson) },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED", "OWN_LISTING"],
    async handle({ params: { id, number }, principal, now }) {
      const seen = await found(db, id, principal);
      if (!seen) return problem("NOT_FOUND");
      if (seen.role === "staff") return problem("FORBIDDEN");
      const funded = await fundMilestone(
        db,
        { policy, taxes },
        principal.id,
        { contract: id, number: Number(number) },
        now,
      );
      if (!funded.ok) return problemOfFunding(funded.error);
      wake();
      return reply(200, await contractJson(db, funded.value, seen.role));
    },
  });

const end = ({ db, wake }: ProjectParts): Route =>
  defineRoute({
    method: "POST",
    path: "/contracts/:id/end",
    operationId: "endContract",
    summary: "End a contract between milestones: what was paid ahead goes back",
    description: "For either, while nobody works on a milestone.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: strict({ reason: line({ maxLength: 300 }) }),
    responses: { 200: ref(ContractJson) },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, body, principal, now }) {
      const seen = await found(db, id, principal);
      if (!seen) return problem("NOT_FOUND");
      if (seen.role === "staff") return problem("FORBIDDEN");
      const ended = await endContract(db, principal.id, id, body.reason, now);
      if (!ended.ok) return problemOfEnd(ended.error);
      wake();
      return reply(200, await contractJson(db, ended.value, seen.role));
    },
  });

function problemOfEnd(refusal: EndRefusal) {
  switch (refusal) {
    case "no_such_contract":
      return problem("NOT_FOUND");
    case "not_yours_to_do":
      return problem("FORBIDDEN", "This belongs to the client.");
    case "not_in_this_state":
      return problem("TRANSITION_NOT_ALLOWED", "The contract is over.");
    case "work_going_on":
      return problem("TRANSITION_NOT_ALLOWED", "A milestone is being worked on: a contract ends between milestones.");
    default:
      return refusal satisfies never;
  }
}

function problemOfFunding(refusal: FundRefusal) {
  switch (refusal) {
    case "no_such_milestone":
      return problem("NOT_FOUND");
    case "own_project":
      return problem("OWN_LISTING", "You belong to one company now.");
    case "paid_already":
      return problem("TRANSITION_NOT_ALLOWED", "The milestone is paid for.");
    case "earlier_unpaid":
      return problem("TRANSITION_NOT_ALLOWED", "The milestones before this one are to be paid for first.");
    default:
      return problemOfEnd(refusal);
  }
}
