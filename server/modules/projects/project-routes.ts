import { categoriesUnder } from "@amana/core/catalog";
import type { Policy } from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import { isCurrency, LARGEST_MINOR } from "@amana/core/money";
import type { TaxTable } from "@amana/core/pricing";
import { at } from "@amana/core/time";
import { Type } from "typebox";
import type { Database } from "#runtime/database";
import {
  anyone,
  defineRoute,
  expectedVersion,
  IdOf,
  invalid,
  line,
  list,
  PAGE,
  type Principal,
  pageAsked,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
  versionTag,
} from "#runtime/http";
import {
  type Brief,
  type ChangeRefusal,
  changeProject,
  closeProject,
  createProject,
  publishProject,
} from "./briefs.ts";
import { BRIEF, BriefChange, briefFrom, Category, ProjectJson, ProjectStateJson } from "./schemas.ts";
import { listOpen, listOwn, type Project, readProject } from "./store.ts";
import { maySee, projectsJson } from "./view.ts";

/** What the routes of this module are made of. */
export type ProjectParts = {
  readonly db: Database;
  readonly policy: Policy;
  /** Absent: the standard rates. */
  readonly taxes?: TaxTable;
  /** Rouses the worker after work has been added. */
  readonly wake: () => void;
};

const params = strict({ id: IdOf("project") });
const Cursor = Type.Tuple([Type.Integer(), IdOf("project")]);
export const TAG = "projects";

/** What clients want made. */
export const briefRoutes = (parts: ProjectParts): Route[] => [
  create(parts),
  listAll(parts),
  listMine(parts),
  read(parts),
  change(parts),
  publish(parts),
  close(parts),
];

const create = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "POST",
    path: "/projects",
    operationId: "createProject",
    summary: "Write down what is to be made, as a draft that nobody else sees",
    tag: TAG,
    policy: signedIn("orders:write"),
    body: strict(BRIEF),
    responses: { 201: ref(ProjectJson) },
    problems: [],
    async handle({ body, principal, commandKey, now }) {
      const { title, description, category = null, skills = [], ...rest } = body;
      const { budget, closesAt } = briefFrom(rest);
      if (!budget || closesAt === undefined) return invalid("budget", "is missing");
      const brief: Brief = { title, description, category, skills, budget, closesAt };
      const made = await createProject(db, principal.id, brief, commandKey, now);
      return made.ok ? reply(201, ...(await shown(db, made.value, principal.id, now))) : problemOfBrief(made.error);
    },
  });

type Handled = Parameters<Route["handle"]>[0]["now"];

/** The project as its reader sees it, with its version. */
async function shown(db: Database, project: Project, reader: UserId | null, now: Handled) {
  const [json] = await projectsJson(db, [project], reader, now);
  if (!json) throw new Error("no project");
  return [json, { etag: versionTag(project.version) }] as const;
}

const readerOf = (principal: Principal): UserId | null => (principal.kind === "user" ? principal.id : null);
const Minor = Type.Integer({ minimum: 0, maximum: Number(LARGEST_MINOR), description: "In minor units." });

const listAll = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/projects",
    operationId: "listProjects",
    summary: "What freelancers can offer for, newest first",
    description:
      "`category` means all below it too. `atLeast` and `atMost` are held against the budget, and need a `currency`.",
    tag: TAG,
    policy: anyone(),
    query: strict({
      ...PAGE,
      q: Type.Optional(line({ maxLength: 100 })),
      category: Type.Optional(Category),
      currency: Type.Optional(Type.String({ pattern: "^[A-Z]{3,4}$" })),
      atLeast: Type.Optional(Minor),
      atMost: Type.Optional(Minor),
    }),
    responses: { 200: list(ref(ProjectJson)) },
    problems: [],
    async handle({ query, principal, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const { q: words = null, category = null, currency = null, atLeast = null, atMost = null } = query;
      if (currency !== null && !isCurrency(currency)) return invalid("currency", "is not one that we know");
      if ((atLeast !== null || atMost !== null) && currency === null)
        return invalid("currency", "is needed with atLeast and atMost");
      const beyond = asked.after && { at: at(asked.after[0]), id: asked.after[1] };
      const categories = category === null ? null : [category, ...categoriesUnder(category)];
      const found = await listOpen(db, { words, categories, currency, atLeast, atMost }, now, asked.rows, beyond);
      const { page, nextCursor } = asked.cut(found, ({ publishedAt, id }) => [publishedAt ?? 0, id]);
      return reply(200, { data: await projectsJson(db, page, readerOf(principal), now), nextCursor });
    },
  });

const listMine = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/projects/mine",
    operationId: "listOwnProjects",
    summary: "What I want made, newest first, drafts too",
    tag: TAG,
    policy: signedIn("orders:read"),
    query: strict({ ...PAGE, status: Type.Optional(ref(ProjectStateJson)) }),
    responses: { 200: list(ref(ProjectJson)) },
    problems: [],
    async handle({ query, principal, now }) {
      const asked = pageAsked(Cursor, query);
      if ("kind" in asked) return asked;
      const beyond = asked.after && { at: at(asked.after[0]), id: asked.after[1] };
      const found = await listOwn(db, principal.id, query.status ?? null, asked.rows, beyond);
      const { page, nextCursor } = asked.cut(found, ({ madeAt, id }) => [madeAt, id]);
      return reply(200, { data: await projectsJson(db, page, principal.id, now), nextCursor });
    },
  });

const read = ({ db }: ProjectParts): Route =>
  defineRoute({
    method: "GET",
    path: "/projects/:id",
    operationId: "getProject",
    summary: "One project: open ones for everybody, others for those who have a part in it",
    tag: TAG,
    policy: anyone(),
    params,
    responses: { 200: ref(ProjectJson) },
    problems: ["NOT_FOUND"],
    async handle({ params: { id }, principal, now }) {
      const project = await readProject(db, id);
      const reader = readerOf(principal);
      if (!project || !(await maySee(db, project, reader))) return problem("NOT_FOUND");
      return reply(200, ...(await shown(db, project, reader, now)));
    },
  });

const change = ({ db, wake }: ProjectParts): Route =>
  defineRoute({
    method: "PATCH",
    path: "/projects/:id",
    operationId: "changeProject",
    summary: "Change what is to be made; once there are proposals, only until when",
    description: "With `If-Match` only while it is as it was read.",
    tag: TAG,
    policy: signedIn("orders:write"),
    params,
    body: BriefChange,
    responses: { 200: ref(ProjectJson) },
    problems: ["NOT_FOUND", "VERSION_CONFLICT", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, principal, body, headers, now }) {
      const expected = expectedVersion(headers["if-match"]);
      if (!expected.ok) return problem("VERSION_CONFLICT", "If-Match must be the project's version in double quotes.");
      const asked = { ...briefFrom(body), expected: expected.value };
      const changed = await changeProject(db, principal.id, id, asked, now);
      if (!changed.ok) return problemOf(changed.error);
      wake();
      return reply(200, ...(await shown(db, changed.value, principal.id, now)));
    },
  });

const publish = (parts: ProjectParts): Route =>
  command(parts, "publish", publishProject, {
    operationId: "publishProject",
    summary: "Show a draft to everybody who may offer something for it",
  });

const close = (parts: ProjectParts): Route =>
  command(parts, "close", closeProject, {
    operationId: "closeProject",
    summary: "Take a project back; its open proposals lapse",
  });

const command = (
  { db, wake }: ProjectParts,
  name: string,
  act: typeof publishProject,
  { operationId, summary }: { readonly operationId: string; readonly summary: string },
): Route =>
  defineRoute({
    method: "POST",
    path: `/projects/:id/${name}`,
    ...{ operationId, summary, tag: TAG },
    policy: signedIn("orders:write"),
    params,
    body: strict({}),
    responses: { 200: ref(ProjectJson) },
    problems: ["NOT_FOUND", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, principal, now }) {
      const moved = await act(db, principal.id, id, now);
      if (!moved.ok) return problemOf(moved.error);
      wake();
      return reply(200, ...(await shown(db, moved.value, principal.id, now)));
    },
  });

function problemOfBrief(
  refusal: Exclude<ChangeRefusal, "no_such_project" | "not_in_this_state" | "changed_meanwhile" | "has_proposals">,
) {
  switch (refusal) {
    case "budget_reversed":
      return invalid("budget", "must begin above nothing and not end below its beginning");
    case "currencies_differ":
      return invalid("budget", "must be in one currency");
    case "closes_too_early":
      return invalid("closesAt", "must be in the future");
    case "closes_too_late":
      return invalid("closesAt", "must be within 180 days");
    default:
      return refusal satisfies never;
  }
}

function problemOf(refusal: ChangeRefusal) {
  switch (refusal) {
    case "no_such_project":
      return problem("NOT_FOUND");
    case "changed_meanwhile":
      return problem("VERSION_CONFLICT");
    case "not_in_this_state":
      return problem("TRANSITION_NOT_ALLOWED", "The project is in another state.");
    case "has_proposals":
      return problem("TRANSITION_NOT_ALLOWED", "There are proposals for it as it is; only its end can be moved.");
    default:
      return problemOfBrief(refusal);
  }
}
