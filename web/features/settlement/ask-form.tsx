import { useEffect, useRef, useState } from "react";
import { useFetcher, useNavigate } from "react-router";
import type { ConsentName } from "../../api/disputes.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Textarea } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import type { OfferAnswer } from "./offer-answer.ts";
import classes from "./settlement.module.css";
import { type Divided, SplitField } from "./split-field.tsx";

type Given = {
  what: ConsentName;
  order: Divided;
  countering: boolean;
  idempotencyKey: string;
  back: string;
  /** Whether its reader goes on to `back` once it is sent. */
  leaves?: boolean;
};

const HOURS = [24, 48, 72, 168] as const;

/** A question to the other side, folded in until it is wanted: a division of the money, more time, the goods again or back. */
export function AskForm(given: Given) {
  const { t } = useTranslation();
  const { what, countering } = given;
  const [sent, setSent] = useState(0);
  return (
    <details className={classes.make} key={sent}>
      <summary>{titleOf(t, what, countering)}</summary>
      <Ask {...given} onSent={() => setSent(sent + 1)} />
    </details>
  );
}

function titleOf(t: ReturnType<typeof useTranslation>["t"], what: ConsentName, countering: boolean): string {
  if (what === "settle") return t(countering ? "offer.counter" : "offer.make");
  if (what === "extend") return t("offer.more");
  return what === "accept_ruling" ? t("offer.acceptRuling") : t(`offer.what.${what}`);
}

function Ask({
  what,
  order,
  countering,
  idempotencyKey,
  back,
  leaves = false,
  onSent,
}: Given & { onSent: () => void }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const hydrated = useHydrated();
  const fetcher = useFetcher<OfferAnswer>();
  const answer = fetcher.data;
  const errorOf = useFieldError(answer?.problem ?? null);
  const other = order.role === "buyer" ? order.seller.name : order.buyer.name;
  const navigate = useNavigate();
  const done = answer?.done === true && fetcher.state === "idle";
  // News of the order that come meanwhile would make the page forget a redirect, so that it goes on by itself.
  const gone = useRef(false);
  useEffect(() => {
    if (!done || gone.current) return;
    gone.current = true;
    if (leaves) void navigate(back);
    else onSent();
  }, [done, leaves, back, navigate, onSent]);
  return (
    <fetcher.Form method="post" action={to(`/orders/${order.id}/offers`)} className={classes.form}>
      <input type="hidden" name="verb" value="ask" />
      <input type="hidden" name="what" value={what} />
      <input type="hidden" name="back" value={back} />
      {hydrated ? <input type="hidden" name="alive" value="1" /> : null}
      <IdempotencyField value={answer?.key ?? idempotencyKey} />
      {answer?.problem ? <ProblemCallout problem={answer.problem} /> : null}
      {countering ? <p className={classes.soft}>{t("offer.counterText")}</p> : null}
      {what === "settle" ? <SplitField order={order} initial={answer?.input.refund} error={errorOf("refund")} /> : null}
      {what === "extend" ? <HoursField /> : null}
      <Textarea
        name="note"
        label={t("triage.note", { name: other })}
        maxLength={1000}
        size="md"
        rows={2}
        defaultValue={answer?.input.note}
      />
      <SubmitButton busy={fetcher.state !== "idle"} variant="default">
        {t(what === "settle" ? "offer.send" : "offer.ask")}
      </SubmitButton>
    </fetcher.Form>
  );
}

function HoursField() {
  const { t } = useTranslation();
  return (
    <label className={classes.field}>
      {t("triage.remedy.extend.hours")}
      <select name="hours" className={classes.select} data-select defaultValue="48">
        {HOURS.map((hours) => (
          <option key={hours} value={hours}>
            {t("triage.days", { count: hours / 24 })}
          </option>
        ))}
      </select>
    </label>
  );
}
