import type { WeekFigures } from "../../api/figures.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Chart } from "../../ui/chart.tsx";
import { CoinIcon, LockIcon } from "../../ui/icons.tsx";
import { formatMoney } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./dashboard.module.css";
import { useScale, useWeekNames } from "./words.ts";

type Reader = "buyer" | "seller" | "staff";

/** Two charts for each currency: what moved in each week, and what lay in escrow when it ended. */
export function MoneyCharts({ weeks, audience }: { weeks: WeekFigures[]; audience: Reader }) {
  const currencies = weeks[0]?.money.map(({ currency }) => currency) ?? [];
  return currencies.map((currency, index) => (
    <CurrencyCharts key={currency} {...{ weeks, audience, currency, index }} named={currencies.length > 1} />
  ));
}

type Given = { weeks: WeekFigures[]; audience: Reader; currency: string; index: number; named: boolean };

function CurrencyCharts({ weeks, audience, currency, index, named }: Given) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const places = useWeekNames(weeks);
  const short = useScale(currency);
  const of = (part: "held" | "paidIn" | "released" | "refunded") =>
    weeks.map(({ money }) => money[index]?.[part].amount ?? 0);
  const say = (amount: number) => formatMoney({ amount, currency }, intl);
  const title = (text: string) => (
    <>
      {text} {named ? <bdi dir="ltr">{currency}</bdi> : null}
    </>
  );
  return (
    <div className={classes.pair}>
      <Panel title={title(t(`dashboard.moved.${audience}`))} icon={<CoinIcon />}>
        <Chart
          label={t(`dashboard.moved.${audience}`)}
          shape="columns"
          places={places}
          say={say}
          sayShort={short}
          series={[
            { tone: "in", name: t("dashboard.paidIn"), values: of("paidIn") },
            { tone: "good", name: t(`dashboard.released.${audience}`), values: of("released") },
            { tone: "back", name: t(`dashboard.refunded.${audience}`), values: of("refunded") },
          ]}
        />
      </Panel>
      <Panel title={title(t("dashboard.heldOver"))} icon={<LockIcon />}>
        <Chart
          label={t("dashboard.heldOver")}
          shape="area"
          places={places}
          say={say}
          sayShort={short}
          series={[{ tone: "good", name: t(`dashboard.held.${audience}`), values: of("held") }]}
        />
      </Panel>
    </div>
  );
}
