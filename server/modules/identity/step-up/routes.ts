import type { Id } from "@amana/core/ids";
import type { Instant } from "@amana/core/time";
import { Type } from "typebox";
import { doneBy, record } from "#modules/audit";
import type { Database } from "#runtime/database";
import { defineRoute, IdOf, nothing, problem, type Route, reply, signedIn, strict } from "#runtime/http";
import type { Keyring } from "#runtime/secrets";
import type { When } from "../sign-in/sign-in.ts";
import { hasSecondFactor } from "../two-factor/store.ts";
import { verifySecondFactor } from "../two-factor/verify.ts";
import { codeOf, isCodeOf } from "./code.ts";
import { markConfirmed, openByMail, type StepUp, takeTry } from "./store.ts";

export type ConfirmParts = { readonly db: Database; readonly dataKey: Keyring };

/** Where a person confirms what was asked with STEP_UP_REQUIRED. */
export const stepUpRoutes = (parts: ConfirmParts): Route[] => [
  defineRoute({
    method: "POST",
    path: "/auth/step-up/:id",
    operationId: "confirmStepUp",
    rate: "sign-in",
    summary: "Confirm with a code what STEP_UP_REQUIRED asks for",
    description:
      "The code is that of the authenticator or the one sent by mail, as `challenge.by` says. Then send the very same request again with the challenge's id in `Amana-Step-Up`. A challenge is good for five minutes, five tries, one request, and the session that was asked.",
    tag: "identity",
    policy: signedIn(),
    idempotent: false,
    params: strict({ id: IdOf("stepUp") }),
    body: strict({ code: Type.String({ pattern: "^[0-9]{6}$" }) }),
    responses: { 204: nothing() },
    problems: ["NOT_FOUND", "CODE_REFUSED", "INSUFFICIENT_SCOPE"],
    example: { body: { code: "204913" } },
    async handle({ principal: { id: user, access }, params, body, now, origin }) {
      if (access.kind !== "session") return problem("INSUFFICIENT_SCOPE");
      const tried = await takeTry(parts.db, { id: params.id, user, session: access.id, now });
      if (!tried) return problem("NOT_FOUND");
      if (!(await isRight(parts, tried, body.code, now))) return problem("CODE_REFUSED");
      await confirm(parts.db, tried, { now, origin });
      return reply(204, null);
    },
  }),
];

/** A code by mail counts only as long as its user has no authenticator: that would be a way around it. */
async function isRight({ db, dataKey }: ConfirmParts, tried: StepUp, code: string, now: Instant): Promise<boolean> {
  const byTotp = await hasSecondFactor(db, tried.user);
  if (byTotp !== (tried.method === "totp")) return false;
  return byTotp ? await verifySecondFactor(db, dataKey, tried.user, code, now) : isCodeOf(dataKey, tried, code);
}

async function confirm(
  db: Database,
  { id, user, action, amount, method }: StepUp,
  { now, origin }: When,
): Promise<void> {
  await db.transaction(async (tx) => {
    if (!(await markConfirmed(tx, id, now))) return;
    await record(tx, now, {
      ...doneBy("user", { user, origin }),
      action: "step_up.confirmed",
      subject: id,
      reason: null,
      detail: { action, method, ...(amount && { amount: String(amount.minor), currency: amount.currency }) },
    });
  });
}

/** The codes that a session waits for, for a sandbox without a mailbox. */
export async function waitingCodes(
  { db, dataKey }: Pick<ConfirmParts, "db" | "dataKey">,
  session: Id<"session">,
  now: Instant,
): Promise<{ readonly stepUp: Id<"stepUp">; readonly action: string; readonly code: string }[]> {
  const open = await openByMail(db, session, now);
  return open.map((asked) => ({ stepUp: asked.id, action: asked.action, code: codeOf(dataKey, asked) }));
}
