import { Link } from "react-router";
import type { AgreementSummary } from "../../api/negotiations.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { AgreementBadge } from "./agreement-badge.tsx";
import classes from "./agreements.module.css";
import { isMine, otherOf, standingOf } from "./standing.ts";

/** What can be looked at, and the API's states of it. */
export const AGREEMENTS = {
  pay: "to_be_ordered,to_be_paid",
  sign: "to_be_signed",
  running: "in_force",
  over: "lapsed,ended",
} as const;

export function AgreementList({ agreements, now }: { agreements: readonly AgreementSummary[]; now: string }) {
  return (
    <ul className={classes.list}>
      {agreements.map((one) => (
        <Row key={one.id} agreement={one} now={now} />
      ))}
    </ul>
  );
}

function Row({ agreement, now }: { agreement: AgreementSummary; now: string }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { id, item, quantity, total, role, status, orderBy, agreedAt } = agreement;
  const standing = standingOf(agreement);
  return (
    <li className={classes.row} data-mine={isMine(standing) || undefined}>
      <div className={classes.what}>
        <Link to={to(`/agreements/${id}`)} className={classes.rowLink}>
          {say(item.title)}
        </Link>
        <p className={classes.soft}>
          {t(`negotiation.with.${role}`)} <bdi>{otherOf(agreement).name}</bdi> ·{" "}
          {t("terms.pieces", { count: quantity })} · <Moment at={agreedAt} shape="day" />
        </p>
        {status === "to_be_ordered" ? (
          <p className={classes.soft}>
            {t("agreement.orderBy")} <Deadline at={orderBy} now={now} />
          </p>
        ) : null}
      </div>
      <div className={classes.side}>
        <strong>
          <Money value={total} />
        </strong>
        <AgreementBadge standing={standing} />
      </div>
    </li>
  );
}

export function NoAgreements({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (filtered)
    return (
      <EmptyState title={t("agreement.noneHere")} icon={<DocumentIcon size={26} />}>
        <Link to="?">{t("agreement.clear")}</Link>
      </EmptyState>
    );
  return (
    <EmptyState title={t("agreement.none")} icon={<DocumentIcon size={26} />}>
      <p>{t("agreement.noneText")}</p>
      <Link to={to("/negotiations")}>{t("agreement.toNegotiations")}</Link>
    </EmptyState>
  );
}
