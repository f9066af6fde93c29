import { Link } from "react-router";
import type { Dashboard, Overview } from "../../api/figures.ts";
import type { OrderKind, OrderStatus } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Bars, Chart } from "../../ui/chart.tsx";
import { formatDuration } from "../../ui/duration.ts";
import { ClockIcon, ParcelIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { useWords } from "../../ui/words.ts";
import classes from "./dashboard.module.css";
import { useWeekNames } from "./words.ts";

type Given = {
  figures: Pick<Dashboard | Overview, "orders" | "release" | "weeks">;
  audience: "buyer" | "seller" | "staff";
  kind: OrderKind;
  /** Where orders of one state are listed; null where nowhere. */
  listOf?: ((status: OrderStatus) => string) | null;
};

const DAY = 86_400;
const TONES: Partial<Record<OrderStatus, "bad" | "wait" | "back">> = {
  disputed: "bad",
  payment_pending: "wait",
  delivered: "wait",
  cancelled: "back",
  refunded: "back",
  failed: "back",
};

/** Orders by state, how long a release takes, and how many ended in a dispute. */
export function OrderFigures({ figures, audience, kind, listOf = null }: Given) {
  const { t } = useTranslation();
  return (
    <div className={classes.pair}>
      <Panel title={t("dashboard.byStatus")} icon={<ParcelIcon />}>
        <ByStatus {...{ figures, audience, kind, listOf }} />
      </Panel>
      <div className={classes.column}>
        <Panel title={t("dashboard.timeToRelease")} icon={<ClockIcon />}>
          <TimeToRelease figures={figures} />
        </Panel>
        <Panel title={t("dashboard.disputes")} icon={<ScalesIcon />}>
          <Disputes figures={figures} />
        </Panel>
      </div>
    </div>
  );
}

function ByStatus({ figures, audience, kind, listOf }: Given) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const words = useWords(kind);
  const rows = figures.orders.byStatus.toSorted((a, b) => b.orders - a.orders);
  if (rows.length === 0) return <p className={classes.soft}>{t("dashboard.noOrders")}</p>;
  return (
    <Bars
      label={t("dashboard.byStatus")}
      rows={rows.map(({ status, orders }) => {
        const name = t(words(`status.${audience}.${status}`));
        return {
          key: status,
          name: listOf ? <Link to={listOf(status)}>{name}</Link> : name,
          value: orders,
          say: new Intl.NumberFormat(intl).format(orders),
          tone: TONES[status] ?? "good",
        };
      })}
    />
  );
}

function TimeToRelease({ figures: { release, weeks } }: Pick<Given, "figures">) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const places = useWeekNames(weeks);
  if (release.medianSeconds === null) return <p className={classes.soft}>{t("dashboard.noReleases")}</p>;
  const days = (seconds: number) => formatDuration(seconds * 1000, intl);
  return (
    <>
      <p className={classes.figure}>{days(release.medianSeconds)}</p>
      <p className={classes.soft}>{t("dashboard.median", { count: release.orders })}</p>
      <Chart
        label={t("dashboard.timeToRelease")}
        shape="columns"
        places={places}
        say={(value) => days(value * DAY)}
        sayShort={(value) =>
          new Intl.NumberFormat(intl, { style: "unit", unit: "day", unitDisplay: "narrow" }).format(value)
        }
        series={[
          {
            ...{ tone: "good", name: t("dashboard.timeToRelease") },
            values: weeks.map(({ secondsToRelease }) => (secondsToRelease === null ? null : secondsToRelease / DAY)),
          },
        ]}
      />
    </>
  );
}

function Disputes({ figures: { orders } }: Pick<Given, "figures">) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const share = orders.placed === 0 ? 0 : orders.disputed / orders.placed;
  const percent = new Intl.NumberFormat(intl, { style: "percent", maximumFractionDigits: 1 }).format(share);
  return (
    <Facts
      rows={[
        { key: "placed", name: t("dashboard.placed"), value: orders.placed },
        { key: "disputed", name: t("dashboard.disputed"), value: orders.disputed },
        { key: "share", name: t("dashboard.share"), value: <bdi dir="ltr">{percent}</bdi>, strong: true },
      ]}
    />
  );
}
