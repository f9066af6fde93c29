import { callOf, fileKey } from "../api/later.ts";
import { IN_FLIGHT, noAnswer, type Problem, problemOf } from "../api/problem.ts";
import { uploadPath } from "../api/upload-path.ts";
import type { Kept } from "./entry.ts";

/** What sending needs of a browser. */
export type Sending = {
  all: () => Promise<Kept[]>;
  drop: (place: number) => Promise<void>;
  refuse: (place: number, problem: Problem) => Promise<void>;
  fetch: (path: string, init?: RequestInit) => Promise<Response>;
};

/** Why something still waits: nobody answers, or whoever wrote it is not signed in. */
export type Standstill = "nothing" | "no_answer" | "sign_in";
export type Sent = { sent: string[]; standstill: Standstill };

/**
 * Sends what waits, as whoever wrote it and as nobody else, in the order in which it was written. What is refused says so and lets the
 * rest pass; what was not answered waits, and all behind it that concerns the same thing.
 */
export async function sendAll(by: Sending): Promise<Sent> {
  const sent: string[] = [];
  const held = new Set<string>();
  let standstill: Standstill = "nothing";
  for (const one of await by.all()) {
    if (one.state !== "waiting" || held.has(one.lane)) continue;
    const end = await sendAs(by, one);
    if (end === "sent") sent.push(one.key);
    if (end === "no_answer" || end === "sign_in") {
      held.add(one.lane);
      standstill = end;
    }
    if (end === "unreachable") return { sent, standstill: "no_answer" };
  }
  return { sent, standstill };
}

/** Asked before each: somebody else may have signed in meanwhile. */
async function sendAs(by: Sending, one: Kept): Promise<End | "unreachable"> {
  const reader = await readerNow(by);
  if (reader === "unreachable") return "unreachable";
  return reader === one.person ? await sendOne(by, one) : "sign_in";
}

type End = "sent" | "refused" | "no_answer" | "sign_in";

async function sendOne(by: Sending, one: Kept): Promise<End> {
  const ids = [...one.fileIds];
  for (const [place, file] of one.files.entries()) {
    const path = uploadPath(file.name, file.purpose);
    const upload = await post(by, path, "application/octet-stream", file.bytes, fileKey(one.key, place));
    if (!upload.ok) return await ended(by, one, upload.problem);
    const body: unknown = await upload.response.json();
    if (typeof body === "object" && body !== null && "id" in body) ids.push(String(body.id));
  }
  const { path, body, key } = callOf(one.kind, one.fields, ids, one.key);
  const said = await post(by, path, "application/json", JSON.stringify(body), key);
  if (!said.ok) return await ended(by, one, said.problem);
  await by.drop(one.place);
  return "sent";
}

async function ended(by: Sending, one: Kept, problem: Problem): Promise<End> {
  if (SIGN_IN_FIRST.has(problem.code)) return "sign_in";
  if (problem.outcomeUnknown || problem.status === 429 || problem.code === IN_FLIGHT) return "no_answer";
  await by.refuse(one.place, problem);
  return "refused";
}

const SIGN_IN_FIRST = new Set(["UNAUTHENTICATED", "SECOND_FACTOR_REQUIRED"]);

type Posted = { ok: true; response: Response } | { ok: false; problem: Problem };

async function post(by: Sending, path: string, type: string, body: BodyInit, key: string): Promise<Posted> {
  const headers = { accept: "application/json", "content-type": type, "idempotency-key": key };
  const response = await by.fetch(`/api/v1${path}`, { method: "POST", headers, body }).catch(() => null);
  if (!response) return { ok: false, problem: noAnswer() };
  return response.ok ? { ok: true, response } : { ok: false, problem: await problemOf(response) };
}

/** Who is signed in at this moment; null for nobody. */
async function readerNow(by: Sending): Promise<string | null | "unreachable"> {
  const response = await by.fetch("/api/v1/users/me", { headers: { accept: "application/json" } }).catch(() => null);
  if (response?.status === 401 || response?.status === 403) return null;
  if (!response?.ok) return "unreachable";
  const me: unknown = await response.json().catch(() => null);
  return typeof me === "object" && me !== null && "id" in me ? String(me.id) : "unreachable";
}
