import { data, redirect } from "react-router";
import { type Problem, unreadable } from "../api/problem.ts";
import type { Contract, Proposal } from "../api/projects.ts";
import { type Args, command, commandUpon, keyAfter, newKey, type Sent } from "../api/server.ts";
import { edited, emptyRow, planOf, type Row, rowsIn } from "../features/projects/plan.ts";
import { textsOf } from "./form-texts.ts";
import { payFor } from "./pay-for.ts";
import { pathPart } from "./query.ts";

type Acting = Args & { params: { id?: string; lang?: string } };

/** What the buttons of a project's page and of an offer's ask for. */
export async function actOnProject(args: Acting) {
  const form = await args.request.formData();
  const { intent = "", proposal = args.params.id, version, idempotencyKey: key = newKey() } = textsOf(form);
  const about = `/proposals/${pathPart(proposal)}`;
  if (intent === "accept") {
    const taken = await commandUpon<Contract>(args, "POST", `${about}/accept`, { body: {}, version, key });
    if (taken.ok) throw redirect(`/${args.params.lang}/contracts/${taken.value.id}`);
    return refused(intent, taken.problem, key);
  }
  const path = pathOf(intent, about, `/projects/${pathPart(args.params.id)}`);
  if (!path) return null;
  const sent = await command<unknown>(args, "POST", path, {}, `${key}:${intent}`);
  return sent.ok ? null : refused(intent, sent.problem, key);
}

function pathOf(intent: string, proposal: string, project: string): string | null {
  if (intent === "decline" || intent === "withdraw") return `${proposal}/${intent}`;
  return intent === "publish" || intent === "close" ? `${project}/${intent}` : null;
}

const refused = (intent: string, problem: Problem, key: string) =>
  data({ intent, problem, key: keyAfter(problem, key) }, { status: 422 });

export type Proposing = { problem: Problem | null; rows: Row[]; message: string; tried: boolean; key: string };

/** An offer as its form says it: one more row or one fewer, or sent. */
export async function offer(args: Acting, place: { project: string } | { proposal: string }) {
  const form = await args.request.formData();
  const { message = "", currency = "", version, idempotencyKey: key = newKey() } = textsOf(form);
  const rows = rowsIn(form);
  const edit = form.get("edit");
  const typed = { message, problem: null, tried: false, key };
  if (typeof edit === "string") return { ...typed, rows: edited(rows, edit, emptyRow) } satisfies Proposing;
  const plan = planOf(rows, currency);
  const sent: Sent<Proposal> = plan
    ? await send(args, place, { message: message.replaceAll("\r\n", "\n"), ...plan }, version, key)
    : { ok: false, problem: unreadable("milestones") };
  if (sent.ok) throw redirect(`/${args.params.lang}/proposals/${sent.value.id}`);
  const failed = { ...typed, rows, tried: true, problem: sent.problem, key: keyAfter(sent.problem, key) };
  return data(failed satisfies Proposing, { status: 422 });
}

const send = (
  args: Acting,
  place: { project: string } | { proposal: string },
  body: object,
  version: string | undefined,
  key: string,
): Promise<Sent<Proposal>> =>
  "proposal" in place
    ? commandUpon(args, "PATCH", `/proposals/${pathPart(place.proposal)}`, { body, version, key })
    : command(args, "POST", `/projects/${pathPart(place.project)}/proposals`, body, key);

/** What a contract's page asks for: a milestone's order and its payment, or the end. */
export async function actOnContract(args: Acting) {
  const form = await args.request.formData();
  const { intent = "", number = "", reason = "", idempotencyKey: key = newKey() } = textsOf(form);
  const path = `/contracts/${pathPart(args.params.id)}`;
  if (intent === "fund") {
    const milestone = `${path}/milestones/${pathPart(number)}`;
    const funded = await command<Contract>(args, "POST", `${milestone}/fund`, {}, `${key}:fund:${number}`);
    const order = funded.ok && funded.value.milestones.find((one) => `${one.number}` === number)?.orderId;
    if (order) throw await payFor(args, args.params.lang ?? "en", form, order, `${key}:${number}`);
    return funded.ok ? null : problemOf(intent, funded.problem, "", key);
  }
  if (intent !== "end") return null;
  const ended = await command<Contract>(args, "POST", `${path}/end`, { reason }, `${key}:end`);
  return ended.ok ? null : problemOf(intent, ended.problem, reason, key);
}

const problemOf = (intent: string, problem: Problem, reason: string, key: string) =>
  data({ intent, problem, reason, key: keyAfter(problem, key) }, { status: 422 });
