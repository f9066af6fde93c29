import { type ProjectId, parseId, shardOf, type UserId } from "@amana/core/ids";
import { moveProject, type ProjectCommand } from "@amana/core/projects";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, type Duration, days, type Instant } from "@amana/core/time";
import type { Database, Tx } from "#runtime/database";
import { newRootId } from "#runtime/ids";
import { addJob, type JobHandler } from "#runtime/work";
import { openProposals, updateProposal } from "./proposal-store.ts";
import { insertProject, lockProject, type Project, updateProject } from "./store.ts";
import { tell } from "./tell.ts";

export type Brief = Pick<Project, "title" | "description" | "category" | "skills" | "budget" | "closesAt">;
export type BriefRefusal = "budget_reversed" | "currencies_differ" | "closes_too_early" | "closes_too_late";
export type ProjectRefusal = "no_such_project" | "not_in_this_state";

/** So long a project may wait for whoever makes it. */
const LONGEST: Duration = days(180);

/** Writes a brief down for its client alone; once per key. */
export async function createProject(
  db: Database,
  client: UserId,
  brief: Brief,
  key: string,
  now: Instant,
): Promise<Result<Project, BriefRefusal>> {
  const objection = objectionTo(brief, now);
  if (objection) return refuse(objection);
  const project: Project = {
    ...{ id: newRootId("project", now), client, ...brief },
    ...{ state: "draft", version: 1, madeAt: now, publishedAt: null },
  };
  return ok(await insertProject(db, project, key));
}

function objectionTo({ budget: { min, max }, closesAt }: Brief, now: Instant): BriefRefusal | null {
  if (min.currency !== max.currency) return "currencies_differ";
  if (min.minor <= 0n || min.minor > max.minor) return "budget_reversed";
  if (closesAt <= now) return "closes_too_early";
  return closesAt > after(now, LONGEST) ? "closes_too_late" : null;
}

export type ChangeRefusal = BriefRefusal | ProjectRefusal | "changed_meanwhile" | "has_proposals";

/** Changes a brief. Once somebody has made an offer for it as it is, only its end can be moved. */
export const changeProject = (
  db: Database,
  client: UserId,
  id: ProjectId,
  { expected, ...changed }: Partial<Brief> & { readonly expected: number | null },
  now: Instant,
): Promise<Result<Project, ChangeRefusal>> =>
  db.transaction(async (tx) => {
    const found = await lockOwn(tx, client, id);
    if (!found.ok) return found;
    const before = found.value;
    const project = { ...before, ...changed, version: before.version + 1 };
    const objection =
      objectionToChange(before, expected) ??
      objectionTo(project, now) ??
      (await objectionOfOffers(tx, before, changed));
    if (objection) return refuse(objection);
    await updateProject(tx, project);
    if (project.state === "open") await expireThen(tx, project, now);
    await tellOf(tx, project, "changed", now);
    return ok(project);
  });

function objectionToChange({ version, state }: Project, expected: number | null): ChangeRefusal | null {
  if (expected !== null && expected !== version) return "changed_meanwhile";
  return state === "draft" || state === "open" ? null : "not_in_this_state";
}

async function objectionOfOffers(tx: Tx, { id, state }: Project, changed: object): Promise<"has_proposals" | null> {
  if (state === "draft" || Object.keys(changed).every((field) => field === "closesAt")) return null;
  return (await openProposals(tx, id)).length > 0 ? "has_proposals" : null;
}

/** Shows a brief to everybody who may offer something for it. */
export const publishProject = (db: Database, client: UserId, id: ProjectId, now: Instant) =>
  command(db, client, id, "publish", now, async (tx, project) => {
    if (now >= project.closesAt) return refuse("closes_too_early");
    const published = { ...project, publishedAt: now };
    await expireThen(tx, published, now);
    return ok(published);
  });

/** Takes a brief back; whoever has made an offer is told. */
export const closeProject = (db: Database, client: UserId, id: ProjectId, now: Instant) =>
  command(db, client, id, "close", now, async (tx, project) => {
    await lapseProposals(tx, project, now);
    return ok(project);
  });

const command = (
  db: Database,
  client: UserId,
  id: ProjectId,
  name: Extract<ProjectCommand, "publish" | "close">,
  now: Instant,
  act: (tx: Tx, project: Project) => Promise<Result<Project, "closes_too_early">>,
): Promise<Result<Project, ProjectRefusal | "closes_too_early">> =>
  db.transaction(async (tx) => {
    const found = await lockOwn(tx, client, id);
    if (!found.ok) return found;
    const before = found.value;
    // Asked for again, it has happened.
    if (before.state === DONE[name]) return ok(before);
    const state = moveProject(before.state, name);
    if (!state.ok) return state;
    const acted = await act(tx, { ...before, state: state.value, version: before.version + 1 });
    if (!acted.ok) return acted;
    await updateProject(tx, acted.value);
    await tellOf(tx, acted.value, state.value, now);
    return acted;
  });

const DONE = { publish: "open", close: "closed" } as const;

async function lockOwn(tx: Tx, client: UserId, id: ProjectId): Promise<Result<Project, "no_such_project">> {
  const project = await lockProject(tx, id);
  return project?.client === client ? ok(project) : refuse("no_such_project");
}

/** Offers for a project that has ended without them. */
export async function lapseProposals(tx: Tx, project: Project, now: Instant): Promise<void> {
  for (const open of await openProposals(tx, project.id)) {
    const version = open.version + 1;
    await updateProposal(tx, { ...open, state: "lapsed", version });
    const { client, title } = project;
    await tell(...([tx, now, { topic: "proposal.changed", id: open.id }] as const), {
      what: "lapsed",
      version,
      client,
      freelancers: [open.freelancer],
      title,
    });
  }
}

const tellOf = (tx: Tx, { id, version, client, title }: Project, what: string, now: Instant): Promise<void> =>
  tell(tx, now, { topic: "project.changed", id }, { what, version, client, freelancers: [], title });

const expireThen = (tx: Tx, { id, closesAt }: Project, now: Instant): Promise<void> =>
  addJob(tx, now, {
    ...{ shard: shardOf(id), kind: "project.expire", key: `project.expire:${id}` },
    ...{ payload: { project: id }, runAt: closesAt },
  });

/** A project that nobody was given by its date ends by itself. */
export const expireProject = (db: Database): JobHandler => ({
  kind: "project.expire",
  async run(payload, now) {
    const id = parseId("project", String(payload.project));
    if (!id) throw new Error(`no project in ${JSON.stringify(payload)}`);
    return await db.transaction(async (tx) => {
      const project = await lockProject(tx, id);
      if (project?.state !== "open") return "done";
      if (now < project.closesAt) return { again: project.closesAt };
      const expired = { ...project, state: "expired" as const, version: project.version + 1 };
      await lapseProposals(tx, expired, now);
      await updateProject(tx, expired);
      await tellOf(tx, expired, "expired", now);
      return "done";
    });
  },
});
