import { money } from "@amana/core/money";
import type { Static } from "typebox";
import { balances, custody, type Family, isBalanced } from "#modules/ledger";
import type { Queryable } from "#runtime/database";
import { instantJson, moneyJson } from "#runtime/http";
import { statementSums } from "./lines.ts";
import type { CustodyJson } from "./schemas.ts";
import type { ReconciliationSettings } from "./settings.ts";
import { openMoney } from "./store.ts";

export type CustodyView = Static<typeof CustodyJson>;

/** The custody equation of every currency, beside what providers' statements add up to and what is not explained. */
export async function custodyView(
  db: Queryable,
  { unexplainedLimit }: Pick<ReconciliationSettings, "unexplainedLimit">,
): Promise<CustodyView[]> {
  const [equations, sums, open, clearing] = [
    await custody(db),
    await statementSums(db),
    await openMoney(db),
    await balances(db, "clearing:"),
  ];
  return equations.map((equation) => {
    const { currency } = equation;
    const inDoubt = open.find((amount) => amount.currency === currency) ?? money(0n, currency);
    const providers = clearing
      .filter(({ balance }) => balance.currency === currency)
      .map(({ account, balance }) => {
        const gateway = account.slice("clearing:".length);
        const told = sums.find((sum) => sum.gateway === gateway && sum.currency === currency);
        return {
          gateway,
          books: moneyJson(money(-balance.minor, currency)),
          statement: told ? moneyJson(money(told.sum, currency)) : null,
          statementSince: told ? instantJson(told.since) : null,
        };
      });
    return {
      ...{ currency, balanced: isBalanced(equation), providers },
      ...{
        held: familiesJson(equation.held),
        owed: familiesJson(equation.owed),
        unknown: familiesJson(equation.unknown),
      },
      ...{ heldTotal: moneyJson(equation.heldTotal), owedTotal: moneyJson(equation.owedTotal) },
      difference: moneyJson(equation.difference),
      unexplained: moneyJson(inDoubt),
      payoutsBlocked: inDoubt.minor > unexplainedLimit,
    };
  });
}

const familiesJson = (families: readonly Family[]) =>
  families.map(({ family, sum, accounts }) => ({ family, sum: moneyJson(sum), accounts }));
