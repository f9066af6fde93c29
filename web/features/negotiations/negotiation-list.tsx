import { Link } from "react-router";
import type { NegotiationSummary } from "../../api/negotiations.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { HandshakeIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import { NegotiationBadge } from "./negotiation-badge.tsx";
import classes from "./negotiations.module.css";
import { otherOf, standingOf } from "./standing.ts";

/** What can be looked at, and the API's states of it. */
export const NEGOTIATIONS = { open: "open", agreed: "agreement_reached", over: "closed,expired" } as const;

export function NegotiationList({ negotiations, now }: { negotiations: readonly NegotiationSummary[]; now: string }) {
  return (
    <ul className={classes.list}>
      {negotiations.map((one) => (
        <Row key={one.id} negotiation={one} now={now} />
      ))}
    </ul>
  );
}

function Row({ negotiation, now }: { negotiation: NegotiationSummary; now: string }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { id, role, product, standingOffer, lastOffer, status, expiresAt, updatedAt } = negotiation;
  const standing = standingOf(negotiation);
  const until = standingOffer?.expiresAt ?? expiresAt;
  return (
    <li className={classes.row} data-mine={standing === "answer" || undefined}>
      {product.pictureUrl ? <Thumbnail url={product.pictureUrl} width={72} /> : null}
      <div className={classes.what}>
        <Link to={to(`/negotiations/${id}`)} className={classes.link}>
          {say(product.title)}
        </Link>
        <p className={classes.soft}>
          {t(`negotiation.with.${role}`)} <bdi>{otherOf(negotiation).name}</bdi>
        </p>
        <p className={classes.soft}>
          {status === "open" ? (
            <>
              {t(standingOffer ? "negotiation.standsUntil" : "negotiation.openUntil")} <Deadline at={until} now={now} />
            </>
          ) : (
            <>
              {t("negotiation.endedAt")} <Moment at={status === "expired" ? expiresAt : updatedAt} shape="day" />
            </>
          )}
        </p>
      </div>
      <div className={classes.side}>
        <strong>
          <Money value={lastOffer.total} />
        </strong>
        <NegotiationBadge standing={standing} />
      </div>
    </li>
  );
}

export function NoNegotiations({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (filtered)
    return (
      <EmptyState title={t("negotiation.noneHere")} icon={<HandshakeIcon size={26} />}>
        <Link to="?">{t("negotiation.clear")}</Link>
      </EmptyState>
    );
  return (
    <EmptyState title={t("negotiation.none")} icon={<HandshakeIcon size={26} />}>
      <p>{t("negotiation.noneText")}</p>
      <Link to={to("/browse/goods")}>{t("negotiation.browse")}</Link>
    </EmptyState>
  );
}
