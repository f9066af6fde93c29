import { idOf, parseId, type UserId, uuidOf } from "@amana/core/ids";
import { accounts, type Entry, move } from "@amana/core/ledger";
import type { Money } from "@amana/core/money";
import { ok, type Result, refuse } from "@amana/core/result";
import type { ApprovalId, ApprovalKind, Asked, KindRefusal, Outcome } from "#modules/approvals";
import { doneBy, record } from "#modules/audit";
import { holdingsIn } from "#modules/wallets";
import type { Queryable } from "#runtime/database";
import { invalid, moneyFrom, problem } from "#runtime/http";
import { lockPayee } from "./payee-store.ts";
import { moving, postAll } from "./purse.ts";

/** A debt that a user will not pay, borne by the marketplace: whatever the amount, one of the staff asks and another approves. */
export const debtWriteOff: ApprovalKind = {
  name: "write_off",
  look: lookAtWriteOff,
  async carryOut(tx, asked, approver, now) {
    const user = parseId("user", asked.subject);
    if (!user) return refuse(problem("NOT_FOUND"));
    await lockPayee(tx, user);
    const seen = await lookAtWriteOff(tx, asked);
    if (!seen.ok) return seen;
    const { amount, entries } = seen.value;
    const route = [accounts.chargebacks(), accounts.receivable(user)] as const;
    await postAll(tx, moving(user, "written_off", postingKey(asked.id), null, route, amount), now);
    await record(tx, now, {
      ...doneBy("staff", approver),
      ...{ action: "write_off.approved", subject: asked.id, reason: asked.reason },
      detail: { user, amount: amount.minor.toString(), currency: amount.currency, proposedBy: asked.proposedBy },
    });
    return ok(entries);
  },
};

/** What giving a debt up would post as it is now; changes nothing. */
export async function lookAtWriteOff(
  db: Queryable,
  { subject, content }: Pick<Asked, "subject" | "content">,
): Promise<Result<Outcome, KindRefusal>> {
  const user = parseId("user", subject);
  if (!user) return refuse(problem("NOT_FOUND"));
  const { amount: given, ...rest } = content;
  if (given === undefined || Object.keys(rest).length > 0)
    return refuse(invalid("amount", "must say how much of the debt is given up, and nothing else"));
  const amount = moneyFrom(given);
  if (amount.minor <= 0n) return refuse(invalid("amount", "must be above zero"));
  const { owed } = await holdingsIn(db, user, amount.currency);
  if (amount.minor > owed.minor) return refuse(invalid("amount", "is more than is owed"));
  return ok({ amount, deal: null, concerned: [user], basis: "", entries: entriesOf(user, amount) });
}

const entriesOf = (user: UserId, amount: Money): Entry[] =>
  move(accounts.chargebacks(), accounts.receivable(user), amount);

/** The key under which write-offs were posted before proposals had ids of their own. */
const postingKey = (id: ApprovalId): string => `written_off:${idOf("writeOff", uuidOf(id))}`;
