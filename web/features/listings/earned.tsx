import type { SaleTerms } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CoinIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./listings.module.css";

/** What its seller gets of a sale at each of its prices, by the rules of commission that count now. */
export function Earned({ sales }: { sales: readonly SaleTerms[] }) {
  const { t } = useTranslation();
  if (sales.length === 0) return null;
  return (
    <Panel title={t("earned.title")} icon={<CoinIcon />} anchor="earned">
      <table className={classes.earned}>
        <thead>
          <tr>
            <th scope="col">{t("earned.paid")}</th>
            <th scope="col">{t("earned.kept")}</th>
            <th scope="col">{t("earned.yours")}</th>
          </tr>
        </thead>
        <tbody>
          {sales.map(({ goods, total, commission, commissionTax, sellerReceives }) => (
            <tr key={goods.amount}>
              <td>
                <Money value={total} exact />
              </td>
              <td>
                <Money value={{ ...commission, amount: commission.amount + commissionTax.amount }} exact />
              </td>
              <td>
                <strong>
                  <Money value={sellerReceives} exact />
                </strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={classes.soft}>{t("earned.text")}</p>
    </Panel>
  );
}
