import { Link } from "react-router";
import type { DisputeSummary } from "../../api/disputes.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";
import { StageBadge } from "./stage-badge.tsx";

/** Disputes as their parties or staff see them in a list; `aside` says what staff see besides. */
export function DisputeList<Summary extends DisputeSummary>({
  disputes,
  now,
  page,
  aside,
}: {
  disputes: readonly Summary[];
  now: string;
  page: string;
  aside?: (dispute: Summary) => React.ReactNode;
}) {
  return (
    <ul className={classes.list}>
      {disputes.map((dispute) => (
        <Row key={dispute.id} dispute={dispute} now={now} page={page} aside={aside?.(dispute)} />
      ))}
    </ul>
  );
}

function Row({
  dispute,
  now,
  page,
  aside,
}: {
  dispute: DisputeSummary;
  now: string;
  page: string;
  aside: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { id, problem, orderNumber, buyer, seller, stage, amount, deadline, openedAt } = dispute;
  return (
    <li className={classes.row}>
      <div className={classes.what}>
        <Link to={to(`${page}/${id}`)} className={classes.link}>
          {t(`triage.problem.${problem}`)} · <bdi dir="ltr">{orderNumber}</bdi>
        </Link>
        <p className={classes.soft}>
          <bdi>{buyer.name}</bdi> – <bdi>{seller.name}</bdi> · <Moment at={openedAt} shape="day" />
        </p>
        {deadline ? (
          <p className={classes.soft}>
            {t(`deadline.${deadline.kind}`)}: <Deadline at={deadline.dueAt} now={now} short />
          </p>
        ) : null}
        {aside}
      </div>
      <div className={classes.side}>
        <strong>
          <Money value={amount} />
        </strong>
        <StageBadge stage={stage} />
      </div>
    </li>
  );
}

export function NoDisputes({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  if (filtered)
    return (
      <EmptyState title={t("disputes.noneHere")} icon={<ScalesIcon size={26} />}>
        <Link to="?">{t("disputes.clear")}</Link>
      </EmptyState>
    );
  return (
    <EmptyState title={t("disputes.none")} icon={<ScalesIcon size={26} />}>
      <p>{t("disputes.noneText")}</p>
    </EmptyState>
  );
}
