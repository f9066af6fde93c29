import { parseId, type UserId } from "@amana/core/ids";
import { type Money, money } from "@amana/core/money";
import { Type } from "typebox";
import { readUsers } from "#modules/identity";
import { accountsBelowZero } from "#modules/ledger";
import type { Queryable } from "#runtime/database";
import {
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  MoneyJson,
  moneyFrom,
  moneyJson,
  type Route,
  ref,
  reply,
  staffOrProgram,
  strict,
} from "#runtime/http";
import type { PayoutParts } from "./parts.ts";
import { openWriteOffs, previewAsk } from "./write-off.ts";
import { entriesJson, problemOf } from "./write-off-routes.ts";

/** So many are shown, the largest debts and the oldest requests first. */
const MOST = 200;

const DebtJson = strict(
  { userId: IdOf("user"), userName: Type.String(), owed: ref(MoneyJson) },
  { $id: "Debt", description: "What somebody owes in one currency: above zero." },
);
const OpenWriteOffJson = strict(
  {
    id: IdOf("writeOff"),
    userId: IdOf("user"),
    userName: Type.String(),
    amount: ref(MoneyJson),
    reason: Type.String(),
    askedBy: IdOf("user"),
    askedByName: Type.String(),
    askedAt: InstantJson,
  },
  { $id: "OpenWriteOff" },
);

/** Who owes what after chargebacks, and what has been asked for to be given up. */
export const debtRoutes = ({ db }: Pick<PayoutParts, "db">): Route[] => [
  defineRoute({
    method: "GET",
    path: "/finance/debts",
    operationId: "listDebts",
    summary: "Who owes us money, the largest debts first",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    responses: { 200: strict({ data: Type.Array(ref(DebtJson)) }) },
    problems: [],
    async handle() {
      const debts = await debtsIn(db);
      const nameOf = await namesOf(
        db,
        debts.map(({ user }) => user),
      );
      return reply(200, {
        data: debts.map(({ user, owed }) => ({ userId: user, userName: nameOf(user), owed: moneyJson(owed) })),
      });
    },
  }),
  defineRoute({
    method: "GET",
    path: "/finance/write-offs",
    operationId: "listWriteOffs",
    summary: "Debts that somebody has asked to give up and nobody has approved, the oldest first",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    responses: { 200: strict({ data: Type.Array(ref(OpenWriteOffJson)) }) },
    problems: [],
    async handle() {
      const open = await openWriteOffs(db, MOST);
      const nameOf = await namesOf(
        db,
        open.flatMap(({ user, askedBy }) => [user, askedBy]),
      );
      return reply(200, {
        data: open.map(({ id, user, amount, reason, askedBy, askedAt }) => ({
          ...{ id, userId: user, userName: nameOf(user), amount: moneyJson(amount), reason },
          ...{ askedBy, askedByName: nameOf(askedBy), askedAt: instantJson(askedAt) },
        })),
      });
    },
  }),
  defineRoute({
    method: "POST",
    path: "/finance/write-offs/preview",
    operationId: "previewAskWriteOff",
    summary: "The entries that giving up a debt would post once a second person approves; nothing is kept",
    tag: "finance",
    policy: staffOrProgram("staff:read", "finance", "admin"),
    body: strict({ userId: IdOf("user"), amount: ref(MoneyJson) }),
    responses: {
      200: strict({ entries: Type.Array(strict({ account: Type.String(), amount: ref(MoneyJson) })) }),
    },
    problems: ["NOT_FOUND", "FORBIDDEN", "TRANSITION_NOT_ALLOWED"],
    async handle({ principal, body }) {
      const asked = { user: body.userId, amount: moneyFrom(body.amount), askedBy: principal.id };
      const entries = await previewAsk(db, asked);
      if (!entries.ok) return problemOf(entries.error);
      return reply(200, { entries: entriesJson(entries.value) });
    },
  }),
];

async function debtsIn(db: Queryable): Promise<{ readonly user: UserId; readonly owed: Money }[]> {
  const found = await accountsBelowZero(db, "receivable", MOST);
  return found.flatMap(({ account, balance }) => {
    const user = parseId("user", account.slice("receivable:".length));
    return user ? [{ user, owed: money(-balance.minor, balance.currency) }] : [];
  });
}

async function namesOf(db: Queryable, users: readonly UserId[]): Promise<(user: UserId) => string> {
  const people = await readUsers(db, [...new Set(users)]);
  return (user) => people.get(user)?.name ?? user;
}
