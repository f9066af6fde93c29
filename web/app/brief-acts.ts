import { type Problem, unreadable } from "../api/problem.ts";
import type { Project } from "../api/projects.ts";
import { type Args, command, commandUpon, keyAfter, newKey, read, type Sent } from "../api/server.ts";
import type { BriefInput } from "../features/projects/brief-form.tsx";
import { amountIn } from "../ui/amount-in.ts";
import { textsOf } from "./form-texts.ts";
import { pathPart } from "./query.ts";

type Acting = Args & { params: { id?: string; lang?: string } };
export type BriefRefused = { problem: Problem; input: BriefInput; key: string };
type Saved = { ok: true; id: string } | { ok: false; failed: BriefRefused };

/** Writes a brief down or changes it, and shows it to everybody where that was asked for. */
export async function saveBrief(args: Acting, form: FormData): Promise<Saved> {
  const input = textsOf(form);
  const key = input.idempotencyKey || newKey();
  const refused = (problem: Problem): Saved => ({ ok: false, failed: { problem, input, key: keyAfter(problem, key) } });
  const body = bodyOf(input);
  if ("problem" in body) return refused(body.problem);
  const saved = args.params.id
    ? await change(args, args.params.id, body, input.version, key)
    : await command<Project>(args, "POST", "/projects", body, `${key}:create`);
  if (!saved.ok) return refused(saved.problem);
  const { id } = saved.value;
  if (input.then !== "publish") return { ok: true, id };
  const published = await command<Project>(args, "POST", `/projects/${pathPart(id)}/publish`, {}, `${key}:publish`);
  return published.ok ? { ok: true, id } : refused(published.problem);
}

type Body = ReturnType<typeof bodyOf>;

/** Sends what has become another alone: once there are offers the rest may not even be named. */
async function change(
  args: Acting,
  id: string,
  body: Exclude<Body, { problem: Problem }>,
  version: string | undefined,
  key: string,
): Promise<Sent<Project>> {
  const path = `/projects/${pathPart(id)}`;
  const project = await read<Project>(args, path);
  const before: Record<string, unknown> = { ...project, closesAt: lastMomentOf(project.closesAt.slice(0, 10)) };
  const changed = Object.entries(body).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field]),
  );
  if (changed.length === 0) return { ok: true, value: project };
  return await commandUpon<Project>(args, "PATCH", path, {
    ...{ body: Object.fromEntries(changed), version, key: `${key}:change` },
  });
}

function bodyOf(input: Record<string, string>) {
  const { title = "", description = "", category, skills = "", currency, closesOn = "" } = input;
  const [min, max] = [amountIn(input.min, currency), amountIn(input.max, currency)];
  if (!min || !max) return { problem: unreadable("budget") };
  if (!/^\d{4}-\d{2}-\d{2}$/.test(closesOn)) return { problem: unreadable("closesAt") };
  const named = skills.split(/[,،;\n]/).flatMap((skill) => skill.trim() || []);
  return {
    ...{ title, description: description.replaceAll("\r\n", "\n"), category: category || null, skills: named },
    ...{ budget: { min, max }, closesAt: lastMomentOf(closesOn) },
  };
}

/** A project takes offers until its last day is over. */
const lastMomentOf = (day: string): string => `${day}T23:59:59.000Z`;

/** The first and the last day on which a project can end, and one that is offered; the API takes no later one. */
export function daysFrom(now: string) {
  const dayAfter = (days: number) => new Date(Date.parse(now) + days * 86_400_000).toISOString().slice(0, 10);
  return { first: dayAfter(0), last: dayAfter(179), offered: dayAfter(21) };
}
