import { useFetcher } from "react-router";
import type { Consent, ConsentName } from "../../api/disputes.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Confirmed, IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { HandshakeIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import { AskForm } from "./ask-form.tsx";
import type { OfferAnswer } from "./offer-answer.ts";
import classes from "./settlement.module.css";
import type { Divided } from "./split-field.tsx";

type Given = {
  order: Divided;
  offers: readonly Consent[];
  /** What both may agree on now. */
  possible: readonly ConsentName[];
  idempotencyKey: string;
  back: string;
};

/** What the two ask each other: what stands, with the answer to it; what may be asked; and every number so far. */
export function Offers({ order, offers, possible, idempotencyKey, back }: Given) {
  const { t } = useTranslation();
  const standing = offers.filter(({ state }) => state === "open");
  const past = offers.filter(({ state }) => state !== "open");
  const party = order.role !== "staff";
  return (
    <Panel anchor="offers" title={t("offer.title")} icon={<HandshakeIcon />}>
      <div className={classes.offers}>
        {offers.length === 0 ? <p className={classes.soft}>{t("offer.none")}</p> : null}
        {standing.map((offer) => (
          <Standing key={offer.id} offer={offer} order={order} idempotencyKey={idempotencyKey} back={back} />
        ))}
        {party
          ? possible.map((what) => (
              <AskForm
                key={what}
                what={what}
                order={order}
                countering={standing.some((one) => one.what === what && one.askedBy !== order.role)}
                idempotencyKey={`${idempotencyKey}-${what}`}
                back={back}
              />
            ))
          : null}
        <History past={past} order={order} />
      </div>
    </Panel>
  );
}

function History({ past, order }: { past: readonly Consent[]; order: Divided }) {
  const { t } = useTranslation();
  if (past.length === 0) return null;
  return (
    <div>
      <h3>{t("offer.history")}</h3>
      <ol className={classes.history}>
        {past.map((offer) => (
          <li key={offer.id}>
            <div className={classes.past}>
              <span>
                <AskedBy offer={offer} order={order} /> <OfferSentence offer={offer} order={order} />
              </span>
              <Badge tone={TONES[offer.state]}>{t(`offer.state.${offer.state}`)}</Badge>
            </div>
            {offer.note ? (
              <p className={classes.note}>
                <bdi>{offer.note}</bdi>
              </p>
            ) : null}
            <p className={classes.soft}>
              <Moment at={offer.answeredAt ?? offer.askedAt} shape="short" />
            </p>
          </li>
        ))}
      </ol>
    </div>
  );
}

const TONES: Record<Consent["state"], Tone> = {
  ...{ open: "wait", given: "good", refused: "bad", withdrawn: "calm", superseded: "calm", ended: "calm" },
} as const;

function AskedBy({ offer: { askedBy }, order }: { offer: Consent; order: Divided }) {
  const { t } = useTranslation();
  return <span>{askedBy === order.role ? t("offer.byYou") : t("offer.by", { name: order[askedBy].name })}</span>;
}

/** What an offer comes to, in numbers; a seller reads his part after fees, a buyer what of the price is the seller's. */
export function OfferSentence({ offer, order }: { offer: Consent; order: Pick<Divided, "buyer" | "seller"> }) {
  const { t } = useTranslation();
  const { gets, what, hours } = offer;
  const days = hours !== null && hours % 24 === 0;
  const time = hours === null ? "" : t(days ? "triage.days" : "triage.hours", { count: days ? hours / 24 : hours });
  return (
    <strong>
      <Trans
        i18nKey={`offer.means.${what}`}
        components={{
          back: gets ? <Money value={gets.buyer} /> : <span />,
          rest: gets?.seller ? <Money value={gets.seller} /> : <span />,
        }}
        values={{ buyer: order.buyer.name, seller: order.seller.name, time }}
      />
    </strong>
  );
}

type Act = { offer: Consent; order: Divided; idempotencyKey: string; back: string };

function Standing({ offer, order, idempotencyKey, back }: Act) {
  const { t } = useTranslation();
  const fetcher = useFetcher<OfferAnswer>();
  const mine = offer.askedBy === order.role;
  const given = { offer, order, idempotencyKey: fetcher.data?.key ?? idempotencyKey, back, fetcher };
  return (
    <div className={classes.standing}>
      <span className={classes.past}>
        <span className={classes.soft}>{t("offer.standing")}</span>
        <Badge tone="wait">{t(`offer.state.${offer.state}`)}</Badge>
      </span>
      <p>
        <AskedBy offer={offer} order={order} /> <OfferSentence offer={offer} order={order} />
      </p>
      {offer.gets && order.role === "seller" ? <p className={classes.soft}>{t("offer.fees")}</p> : null}
      {offer.note ? (
        <p className={classes.note}>
          <bdi>{offer.note}</bdi>
        </p>
      ) : null}
      <p className={classes.soft}>
        <Moment at={offer.askedAt} />
      </p>
      {fetcher.data?.problem ? <ProblemCallout problem={fetcher.data.problem} /> : null}
      {order.role === "staff" ? null : (
        <div className={classes.buttons}>
          {mine ? (
            <Verb {...given} verb="withdraw" />
          ) : (
            <>
              <Accept {...given} />
              <Verb {...given} verb="decline" />
            </>
          )}
        </div>
      )}
    </div>
  );
}

type Fetching = Act & { fetcher: ReturnType<typeof useFetcher<OfferAnswer>> };

function Accept(given: Fetching) {
  const { t } = useTranslation();
  const { offer, order, fetcher } = given;
  return (
    <Confirmed label={t("offer.accept")} title={t("offer.acceptTitle")}>
      {(close) => (
        <VerbForm {...given} verb="accept" onSubmit={() => queueMicrotask(close)}>
          <p>
            <OfferSentence offer={offer} order={order} />
          </p>
          <p>{t("offer.acceptText")}</p>
          <div className={classes.confirmButtons}>
            <Button variant="default" size="md" onClick={close}>
              {t("offer.keep")}
            </Button>
            <SubmitButton busy={fetcher.state !== "idle"}>{t("offer.accept")}</SubmitButton>
          </div>
        </VerbForm>
      )}
    </Confirmed>
  );
}

function Verb({ verb, ...given }: Fetching & { verb: "decline" | "withdraw" }) {
  const { t } = useTranslation();
  return (
    <VerbForm {...given} verb={verb}>
      <SubmitButton busy={given.fetcher.formData?.get("verb") === verb} variant="default">
        {t(`offer.${verb}`)}
      </SubmitButton>
    </VerbForm>
  );
}

type VerbProps = Fetching & { verb: string; onSubmit?: () => void; children: React.ReactNode };

function VerbForm({ offer, order, idempotencyKey, back, fetcher, verb, onSubmit, children }: VerbProps) {
  const { to } = useLocale();
  const hydrated = useHydrated();
  return (
    <fetcher.Form
      method="post"
      action={to(`/orders/${order.id}/offers`)}
      className={classes.confirm}
      onSubmit={onSubmit}
    >
      <input type="hidden" name="verb" value={verb} />
      <input type="hidden" name="consent" value={offer.id} />
      <input type="hidden" name="back" value={back} />
      {hydrated ? <input type="hidden" name="alive" value="1" /> : null}
      <IdempotencyField value={idempotencyKey} />
      {children}
    </fetcher.Form>
  );
}
