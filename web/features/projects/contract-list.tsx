import { Link } from "react-router";
import type { ContractSummary } from "../../api/projects.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { HandshakeIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { ContractBadge } from "./badges.tsx";
import { HowItGoes } from "./project-list.tsx";
import classes from "./projects.module.css";

/** Contracts of both roles, the newest first. */
export function ContractList({ contracts }: { contracts: readonly ContractSummary[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <ul className={classes.list}>
      {contracts.map(({ id, title, role, client, freelancer, price, state, madeAt }) => (
        <li key={id} className={classes.listRow}>
          <div className={classes.what}>
            <Link to={to(`/contracts/${id}`)} className={classes.link}>
              <bdi>{title}</bdi>
            </Link>
            <p className={classes.soft}>
              {t(role === "client" ? "contracts.asClient" : "contracts.asFreelancer")} ·{" "}
              <bdi>{(role === "client" ? freelancer : client).name}</bdi> · <Moment at={madeAt} shape="day" />
            </p>
          </div>
          <div className={classes.side}>
            <strong>
              <Money value={price} />
            </strong>
            <ContractBadge state={state} />
          </div>
        </li>
      ))}
    </ul>
  );
}

export function NoContracts({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <EmptyState title={t(filtered ? "contracts.noneHere" : "contracts.none")} icon={<HandshakeIcon size={26} />}>
      {filtered ? <Link to="?">{t("contracts.clear")}</Link> : <HowItGoes />}
      {filtered ? null : <Link to={to("/projects")}>{t("projects.seeOpen")}</Link>}
    </EmptyState>
  );
}
