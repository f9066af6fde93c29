import type { Negotiation, Offer } from "../../api/negotiations.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import { ChangeList } from "../../ui/term-list.tsx";
import { changesBetween } from "../../ui/terms.ts";
import classes from "./negotiations.module.css";

const TONES: Record<Offer["status"], Tone> = {
  ...{ standing: "wait", superseded: "calm", withdrawn: "calm", accepted: "good", closed: "calm", expired: "calm" },
} as const;

/** Every number that was on the table, the newest first, and what each changed. */
export function OfferHistory({ negotiation }: { negotiation: Negotiation }) {
  const { t } = useTranslation();
  const { offers, role } = negotiation;
  const newestFirst = offers.map((offer, at) => ({ offer, before: offers[at - 1] ?? null })).reverse();
  return (
    <ol className={classes.history} reversed>
      {newestFirst.map(({ offer, before }) => (
        <li key={offer.id} className={classes.offer} data-mine={offer.by === role || undefined}>
          <div className={classes.offerHead}>
            <span className={classes.figure}>
              <Money value={offer.total} exact />
            </span>
            <Badge tone={TONES[offer.status]}>{t(`negotiation.offerStatus.${offer.status}`)}</Badge>
          </div>
          <p>
            {t("terms.pieces", { count: offer.quantity })} × <Money value={offer.unitPrice} exact />
          </p>
          {before ? <ChangeList changes={changesBetween(before, offer)} /> : null}
          <p className={classes.soft}>
            {t("negotiation.offerNumber", { number: offer.number })} ·{" "}
            {offer.by === role ? t("actor.you") : <bdi>{negotiation[offer.by].name}</bdi>} ·{" "}
            <Moment at={offer.madeAt} shape="short" />
          </p>
        </li>
      ))}
    </ol>
  );
}
