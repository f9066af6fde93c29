import { Form, Link, useNavigation } from "react-router";
import type { Negotiation } from "../../api/negotiations.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { Confirmed, IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { ArrowIcon, ClockIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { NegotiationBadge } from "./negotiation-badge.tsx";
import classes from "./negotiations.module.css";
import { otherOf, standingOf } from "./standing.ts";

type Given = { negotiation: Negotiation; idempotencyKey: string };

/** Whose turn it is, what is on the table until when, and the one thing to do. */
export function NegotiationNow({ negotiation, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const standing = standingOf(negotiation);
  const mine = standing === "answer";
  return (
    <section className={classes.now} data-mine={mine || undefined} aria-labelledby="negotiation-now" aria-live="polite">
      <div className={classes.nowHead}>
        <h2 id="negotiation-now">{t(`negotiation.now.${standing}`, { name: otherOf(negotiation).name })}</h2>
        <NegotiationBadge standing={standing} />
      </div>
      <Headline negotiation={negotiation} />
      <p>{t(`negotiation.nowText.${standing}`, { name: otherOf(negotiation).name })}</p>
      <Until negotiation={negotiation} />
      <Ways negotiation={negotiation} idempotencyKey={idempotencyKey} />
    </section>
  );
}

function Headline({ negotiation: { standingOffer, lastOffer } }: { negotiation: Negotiation }) {
  const { t } = useTranslation();
  const offer = standingOffer ?? (lastOffer.status === "accepted" ? lastOffer : null);
  if (!offer) return null;
  return (
    <p className={classes.headline}>
      <Trans
        i18nKey="negotiation.figure"
        components={{ total: <Money value={offer.total} />, each: <Money value={offer.unitPrice} /> }}
        values={{ pieces: t("terms.pieces", { count: offer.quantity }) }}
      />
    </p>
  );
}

function Until({ negotiation: { status, standingOffer, expiresAt, now } }: { negotiation: Negotiation }) {
  const { t } = useTranslation();
  if (status !== "open") return null;
  return (
    <p className={classes.until}>
      <ClockIcon size={22} />
      <span>
        {t(standingOffer ? "negotiation.standsUntil" : "negotiation.openUntil")}{" "}
        <Deadline at={standingOffer?.expiresAt ?? expiresAt} now={now} />
      </span>
    </p>
  );
}

function Ways({ negotiation, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { actions, status, agreementId, product, role } = negotiation;
  return (
    <div className={classes.ways}>
      {agreementId ? (
        <Button component={Link} to={to(`/agreements/${agreementId}`)} size="md" rightSection={<ArrowIcon />}>
          {t("negotiation.toAgreement")}
        </Button>
      ) : null}
      {actions.includes("accept") ? <Accept negotiation={negotiation} idempotencyKey={idempotencyKey} /> : null}
      {actions.includes("offer") ? (
        <Button component="a" href="#offer" size="md" variant={actions.includes("accept") ? "default" : "filled"}>
          {t(`negotiation.offer.${standingOf(negotiation) === "answer" ? "counter" : "again"}`)}
        </Button>
      ) : null}
      {actions.includes("withdraw") ? <Withdraw negotiation={negotiation} idempotencyKey={idempotencyKey} /> : null}
      {actions.includes("close") ? <Close negotiation={negotiation} idempotencyKey={idempotencyKey} /> : null}
      {(status === "closed" || status === "expired") && role === "buyer" ? (
        <Button component={Link} to={to(`/products/${product.id}`)} size="md" variant="default">
          {t("negotiation.toListing")}
        </Button>
      ) : null}
    </div>
  );
}

function Accept({ negotiation, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { standingOffer: offer, role } = negotiation;
  if (!offer) return null;
  const values = {
    total: moneyInText(offer.total, intl),
    time: t("terms.hours", { count: offer.paymentHours }),
    name: otherOf(negotiation).name,
  };
  return (
    <Confirmed label={t("negotiation.accept", values)} title={t("negotiation.acceptTitle")}>
      {(close) => (
        <ActForm
          intent="accept"
          offer={offer.id}
          idempotencyKey={idempotencyKey}
          onSubmit={() => queueMicrotask(close)}
        >
          <p>{t(`negotiation.acceptText.${role}`, values)}</p>
          <p>{t("negotiation.acceptSafe")}</p>
          <Buttons close={close} intent="accept" label={t("negotiation.accept", values)} />
        </ActForm>
      )}
    </Confirmed>
  );
}

function Withdraw({ negotiation, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { formData } = useNavigation();
  return (
    <ActForm intent="withdraw" offer={negotiation.standingOffer?.id ?? ""} idempotencyKey={idempotencyKey}>
      <SubmitButton busy={formData?.get("intent") === "withdraw"} variant="default">
        {t("negotiation.withdraw")}
      </SubmitButton>
    </ActForm>
  );
}

function Close({ negotiation, idempotencyKey }: Given) {
  const { t } = useTranslation();
  return (
    <Confirmed label={t("negotiation.close")} title={t("negotiation.closeTitle")} button={{ variant: "subtle" }}>
      {(close) => (
        <ActForm intent="close" idempotencyKey={idempotencyKey} onSubmit={() => queueMicrotask(close)}>
          <p>{t("negotiation.closeText", { name: otherOf(negotiation).name })}</p>
          <Buttons close={close} intent="close" label={t("negotiation.close")} />
        </ActForm>
      )}
    </Confirmed>
  );
}

function Buttons({ close, intent, label }: { close: () => void; intent: string; label: string }) {
  const { t } = useTranslation();
  const { formData } = useNavigation();
  return (
    <div className={classes.confirmButtons}>
      <Button variant="default" size="md" onClick={close}>
        {t("negotiation.notYet")}
      </Button>
      <SubmitButton busy={formData?.get("intent") === intent}>{label}</SubmitButton>
    </div>
  );
}

function ActForm({
  intent,
  offer,
  idempotencyKey,
  onSubmit,
  children,
}: {
  intent: string;
  offer?: string;
  idempotencyKey: string;
  onSubmit?: () => void;
  children: React.ReactNode;
}) {
  return (
    <Form method="post" className={classes.confirm} onSubmit={onSubmit} preventScrollReset>
      <input type="hidden" name="intent" value={intent} />
      {offer ? <input type="hidden" name="offer" value={offer} /> : null}
      <IdempotencyField value={idempotencyKey} />
      {children}
    </Form>
  );
}
