import { Link } from "react-router";
import type { Agreement } from "../../api/negotiations.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { ByItself } from "../../ui/by-itself.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { ArrowIcon, CheckIcon, ClockIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { AgreementBadge } from "./agreement-badge.tsx";
import classes from "./agreements.module.css";
import { type AgreementStanding, isMine, otherOf, type Step, standingOfWhole, stepsOf } from "./standing.ts";

/** Where the agreement stands: the steps, whose turn it is, what happens by itself, and the one thing to do. */
export function AgreementNow({ agreement, order }: { agreement: Agreement; order: Order | null }) {
  const { t } = useTranslation();
  const { terms, role, status, orderBy, now } = agreement;
  const standing = standingOfWhole(agreement);
  const name = otherOf({ role, ...terms }).name;
  const next = status === "to_be_paid" || status === "to_be_signed" ? (order?.outlook.next ?? null) : null;
  return (
    <section
      className={classes.now}
      data-mine={isMine(standing) || undefined}
      aria-labelledby="agreement-now"
      aria-live="polite"
    >
      <div className={classes.nowHead}>
        <h2 id="agreement-now">{t(`agreement.now.${standing}`, { name })}</h2>
        <AgreementBadge standing={standing} />
      </div>
      <p className={classes.headline}>
        <Trans
          i18nKey="agreement.figure"
          components={{ total: <Money value={terms.total} /> }}
          values={{
            pieces: t("terms.pieces", { count: terms.quantity }),
            buyer: terms.buyer.name,
            seller: terms.seller.name,
          }}
        />
      </p>
      <p>{t(`agreement.nowText.${standing}`, { name })}</p>
      {status === "to_be_ordered" ? (
        <p className={classes.until}>
          <ClockIcon size={22} />
          <span>
            {t("agreement.orderBy")} <Deadline at={orderBy} now={now} />
          </span>
        </p>
      ) : null}
      {order && next ? <ByItself order={order} next={next} /> : null}
      <Ways agreement={agreement} standing={standing} />
      <Path steps={stepsOf(agreement)} />
    </section>
  );
}

function Ways({ agreement, standing }: { agreement: Agreement; standing: AgreementStanding }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { id, orderId } = agreement;
  const first = wayOf(agreement, standing);
  return (
    <div className={classes.ways}>
      {first ? <First {...first} agreement={agreement} /> : null}
      {orderId && standing !== "in_force" ? (
        <Button component={Link} to={to(`/orders/${orderId}`)} size="md" variant="default">
          {t("agreement.toOrder")}
        </Button>
      ) : null}
      {standing === "answer" && agreement.actions.includes("order") ? (
        <Button component={Link} to={to(`/agreements/${id}/order`)} size="md" variant="default">
          {t("agreement.way.orderAsIs")}
        </Button>
      ) : null}
    </div>
  );
}

type Way = { word: "order" | "pay" | "sign" | "answer" | "in_force"; page: string | null; anchor: string | null };

/** The one thing to do: on another page, or further down on this one. */
function wayOf({ id, orderId }: Agreement, standing: AgreementStanding): Way | null {
  if (standing === "order") return { word: "order", page: `/agreements/${id}/order`, anchor: null };
  if (standing === "pay") return { word: "pay", page: `/orders/${orderId}/pay`, anchor: null };
  if (standing === "sign") return { word: "sign", page: null, anchor: "#sign" };
  if (standing === "answer") return { word: "answer", page: null, anchor: "#amendments" };
  return standing === "in_force" ? { word: "in_force", page: `/orders/${orderId}`, anchor: null } : null;
}

function First({ word, page, anchor, agreement }: Way & { agreement: Agreement }) {
  const { t } = useTranslation();
  const { to, intl } = useLocale();
  const text = t(`agreement.way.${word}`, { total: moneyInText(agreement.terms.total, intl) });
  return page ? (
    <Button component={Link} to={to(page)} size="md" rightSection={<ArrowIcon />}>
      {text}
    </Button>
  ) : (
    <Button component="a" href={anchor ?? ""} size="md">
      {text}
    </Button>
  );
}

function Path({ steps }: { steps: readonly Step[] }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.path}>
      {steps.map(({ name, state }) => (
        <li key={name} data-state={state}>
          <span>
            {state === "past" ? <CheckIcon size={18} /> : null}
            {t(`agreement.step.${name}`)}
          </span>
          <small>{t(`agreement.stepState.${state}`)}</small>
        </li>
      ))}
    </ol>
  );
}
