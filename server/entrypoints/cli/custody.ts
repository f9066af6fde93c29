import { formatMajor, isCurrency, money } from "@amana/core/money";
import { type CustodyView, custodyView } from "#modules/reconciliation";
import { reconciliationSettings } from "../reconciliation-settings.ts";
import { complain, say, withFinanceDatabase } from "./finance-database.ts";

/** Writes the custody equation; fails when it does not hold. */
export const custodyCommand = {
  summary: "where all the money is and whose it is, per currency; fails when the two sides differ",
  run: (args: readonly string[]): Promise<number> =>
    withFinanceDatabase(async ({ db, config }) => {
      const views = await custodyView(db, reconciliationSettings(config));
      const balanced = views.every((view) => view.balanced);
      if (args.includes("--json")) say(JSON.stringify({ balanced, currencies: views }));
      else say(views.length === 0 ? "nothing has been posted yet" : views.map(page).join("\n\n"));
      if (!balanced) complain("the two sides are not equal");
      return balanced ? 0 : 1;
    }),
};

type Amount = { readonly amount: number; readonly currency: string };

function page(view: CustodyView): string {
  const rows: [string, Amount | string][] = [
    ...side("held", view.held, view.heldTotal),
    ...side("owed", view.owed, view.owedTotal),
    ...(view.unknown.length > 0 ? side("of unknown families", view.unknown, view.difference) : []),
    ["difference", view.difference],
    ["not explained", view.unexplained],
    ...view.providers.flatMap(({ gateway, books, statement }): [string, Amount | string][] => [
      [`${gateway}, by our books`, books],
      [`${gateway}, by its statements`, statement ?? "never read"],
    ]),
  ];
  const verdict = [view.balanced ? "balanced" : "NOT BALANCED", ...(view.payoutsBlocked ? ["payouts stopped"] : [])];
  const width = Math.max(...rows.map(([name]) => name.length));
  return [
    `${view.currency}: ${verdict.join(", ")}`,
    ...rows.map(([name, amount]) => `  ${name.padEnd(width)}  ${textOf(amount).padStart(18)}`),
  ].join("\n");
}

const side = (name: string, families: CustodyView["held"], sum: Amount): [string, Amount][] => [
  ...families
    .filter(({ accounts }) => accounts > 0)
    .map(({ family, sum: held }): [string, Amount] => [`  ${family}`, held]),
  [name, sum],
];

function textOf(amount: Amount | string): string {
  if (typeof amount === "string") return amount;
  return isCurrency(amount.currency)
    ? formatMajor(money(BigInt(amount.amount), amount.currency))
    : String(amount.amount);
}
