import { Link } from "react-router";
import type { Proposal } from "../../api/projects.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { HandshakeIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { ProposalBadge } from "./badges.tsx";
import classes from "./projects.module.css";

/** What one has offered, the newest first. */
export function ProposalList({ proposals }: { proposals: readonly Proposal[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <ul className={classes.list}>
      {proposals.map(({ id, projectTitle, price, days, milestones, state, madeAt }) => (
        <li key={id} className={classes.listRow}>
          <div className={classes.what}>
            <Link to={to(`/proposals/${id}`)} className={classes.link}>
              <bdi>{projectTitle}</bdi>
            </Link>
            <p className={classes.soft}>
              <Moment at={madeAt} shape="day" /> · {t("proposals.dayCount", { count: days })} ·{" "}
              {t("proposals.milestoneCount", { count: milestones.length })}
            </p>
          </div>
          <div className={classes.side}>
            <strong>
              <Money value={price} />
            </strong>
            <ProposalBadge state={state} />
          </div>
        </li>
      ))}
    </ul>
  );
}

export function NoProposals({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <EmptyState title={t(filtered ? "proposals.noneHere" : "proposals.none")} icon={<HandshakeIcon size={26} />}>
      {filtered ? <Link to="?">{t("proposals.clear")}</Link> : <p>{t("proposals.noneText")}</p>}
      {filtered ? null : <Link to={to("/projects")}>{t("projects.seeOpen")}</Link>}
    </EmptyState>
  );
}
