import { parseId } from "@amana/core/ids";
import { after, hours, minutes } from "@amana/core/time";
import type { Database, Tx } from "#runtime/database";
import type { StepUpGate, StepUpRequest } from "#runtime/http";
import { newIdBeside } from "#runtime/ids";
import { hasSecondFactor } from "../two-factor/store.ts";
import { addMail } from "./mail.ts";
import { forgetOld, insertStepUp, lockUser, openStepUp, type StepUp, unconfirmedSince, useUp } from "./store.ts";

export type GateParts = { readonly db: Database; readonly wake: () => void };

const LASTS = minutes(5);
const WINDOW = hours(1);
/** Times five tries each, an hour of guessing finds one code in 20,000. */
const MOST_UNCONFIRMED = 10;

/**
 * Asks the person at a session to confirm one exact request: by the authenticator, or with a code that the worker sends by mail.
 * The same request again, not confirmed yet, is asked with the same challenge, so that it sends no second mail.
 */
export const stepUpGate =
  ({ db, wake }: GateParts): StepUpGate =>
  async (request) => {
    const given = request.challenge === undefined ? null : parseId("stepUp", request.challenge);
    if (given && (await useUp(db, given, request))) return { kind: "confirmed" };
    const method = (await hasSecondFactor(db, request.user)) ? "totp" : "email";
    const asked = await db.transaction((tx) => ask(tx, request, method));
    if (!asked) return { kind: "too_many", retryAfterSeconds: WINDOW / 1000 };
    wake();
    return { kind: "needed", challenge: { id: asked.id, expiresAt: asked.expiresAt, by: method } };
  };

/** Null when too much was asked and not confirmed. */
async function ask(tx: Tx, request: StepUpRequest, method: StepUp["method"]): Promise<StepUp | null> {
  const { user, session, need, now, fingerprint } = request;
  await lockUser(tx, user);
  const open = await openStepUp(tx, request, method);
  if (open) return open;
  if ((await unconfirmedSince(tx, user, after(now, -WINDOW))) >= MOST_UNCONFIRMED) return null;
  await forgetOld(tx, user, now);
  const { action, amount = null } = need;
  const id = newIdBeside("stepUp", now, user);
  const made: StepUp = { id, user, session, action, amount, method, expiresAt: after(now, LASTS) };
  await insertStepUp(tx, made, fingerprint, now);
  if (method === "email") await addMail(tx, made, now);
  return made;
}
