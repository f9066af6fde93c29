import type { Custody, InFlight, Run } from "../../api/finance.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { gatewayName } from "../../ui/gateway-name.ts";
import { AlertIcon, BankIcon, CheckCircleIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./operations.module.css";

export type Health = {
  gateway: string;
  /** Money on its way there, and how much of that has met a refusal or silence. */
  underWay: number;
  troubled: number;
  statementReadAt: string | null;
};

/** As far as it can be told from what is on its way and from the statements that were read. */
export function healthOf(custody: readonly Custody[], flights: readonly InFlight[], runs: readonly Run[]): Health[] {
  const gateways = new Set([
    ...custody.flatMap(({ providers }) => providers.map(({ gateway }) => gateway)),
    ...runs.map(({ gateway }) => gateway),
  ]);
  return [...gateways].sort().map((gateway) => {
    const own = flights.filter((flight) => flight.gateway === gateway);
    return {
      ...{ gateway, underWay: own.length },
      troubled: own.filter(({ problem, overdueSince }) => problem !== null || overdueSince !== null).length,
      statementReadAt: runs.find((run) => run.gateway === gateway)?.at ?? null,
    };
  });
}

export function HealthPanel({ health }: { health: readonly Health[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("operations.health")} icon={<BankIcon />}>
      <ul className={classes.items}>
        {health.map(({ gateway, underWay, troubled, statementReadAt }) => (
          <li key={gateway}>
            <div className={classes.what}>
              <strong>
                <bdi>{gatewayName(gateway)}</bdi>
              </strong>
              <p className={classes.soft}>
                {t("operations.underWay", { count: underWay })}
                {statementReadAt ? (
                  <>
                    {" · "}
                    {t("operations.statementRead")} <Moment at={statementReadAt} shape="short" />
                  </>
                ) : null}
              </p>
            </div>
            <div className={classes.side}>
              <Badge
                tone={troubled > 0 ? "bad" : "good"}
                icon={troubled > 0 ? <AlertIcon size={16} /> : <CheckCircleIcon size={16} />}
              >
                {troubled > 0 ? t("operations.troubled", { count: troubled }) : t("operations.well")}
              </Badge>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
