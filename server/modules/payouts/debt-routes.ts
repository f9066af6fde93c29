import { parseId, type UserId } from "@amana/core/ids";
import { type Money, money } from "@amana/core/money";
import { Type } from "typebox";
import { readUsers } from "#modules/identity";
import { accountsBelowZero } from "#modules/ledger";
import type { Queryable } from "#runtime/database";
import { defineRoute, IdOf, MoneyJson, moneyJson, type Route, ref, reply, staffOrProgram, strict } from "#runtime/http";
import type { PayoutParts } from "./parts.ts";

/** So many are shown, the largest debts first. */
const MOST = 200;

const DebtJson = strict(
  { userId: IdOf("user"), userName: Type.String(), owed: ref(MoneyJson) },
  { $id: "Debt", description: "What somebody owes in one currency: above zero." },
);

/** Who owes what after chargebacks. */
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
