import { useEffect, useId, useState } from "react";
import { useFetcher } from "react-router";
import type { Division } from "../../api/disputes.ts";
import type { Money as Amount, Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { amountIn } from "../../ui/amount-in.ts";
import { TextInput } from "../../ui/fields.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { Money, major } from "../../ui/money.tsx";
import classes from "./settlement.module.css";

export type Divided = Pick<Order, "id" | "role" | "buyer" | "seller"> & { total: Amount };

const COUNTING_STARTS_MS = 200;

/**
 * How much of the money goes back: a number, and beside it a slider that moves it. What each then gets, fees included, the server
 * counts. Without a script the number is enough.
 */
export function SplitField({
  order,
  initial,
  error,
  required = true,
}: {
  order: Divided;
  initial?: string | undefined;
  error?: string | undefined;
  /** Not where the form asks for it in one case only, and hides it otherwise. */
  required?: boolean;
}) {
  const { t } = useTranslation();
  const id = useId();
  const hydrated = useHydrated();
  const { total, buyer } = order;
  const [text, setText] = useState(initial ?? "");
  const refund = refundIn(text, total);
  const label = t("offer.refund", { buyer: buyer.name, currency: total.currency });
  return (
    <div className={classes.split}>
      <input type="hidden" name="currency" value={total.currency} />
      <TextInput
        name="refund"
        label={label}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
        inputMode="decimal"
        autoComplete="off"
        size="md"
        dir="ltr"
        required={required}
        error={error ?? (text !== "" && refund === null ? t("problem.field.refund") : undefined)}
      />
      {hydrated ? (
        <>
          <label htmlFor={id} className={classes.hidden}>
            {t("offer.slider", { buyer: buyer.name })}
          </label>
          <input
            id={id}
            type="range"
            className={classes.slider}
            min={0}
            max={total.amount}
            step={stepOf(total)}
            value={refund?.amount ?? 0}
            aria-valuetext={refund ? major(refund) : ""}
            onChange={({ currentTarget }) => setText(major({ ...total, amount: Number(currentTarget.value) }))}
          />
          <Shares order={order} refund={refund} />
        </>
      ) : null}
    </div>
  );
}

/** Rupees, riyals: the slider moves by whole ones, and the number says the rest. */
const stepOf = ({ currency }: Amount): number => amountIn("1", currency)?.amount ?? 1;

export function refundIn(text: string, total: Amount): Amount | null {
  const amount = amountIn(text, total.currency);
  return amount && amount.amount <= total.amount ? amount : null;
}

/** What each gets of it, drawn and in numbers. */
function Shares({ order, refund }: { order: Divided; refund: Amount | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { load, data } = useFetcher<Division>();
  const { total, role, buyer, seller, id } = order;
  const asked = role === "buyer" ? null : (refund?.amount ?? null);
  const address = to(`/orders/${id}/division`);
  useEffect(() => {
    if (asked === null) return;
    const timer = setTimeout(() => void load(`${address}?refund=${asked}`), COUNTING_STARTS_MS);
    return () => clearTimeout(timer);
  }, [asked, address, load]);
  if (!refund) return null;
  const rest = { ...total, amount: total.amount - refund.amount };
  const counted = data && data.buyer.amount === refund.amount ? data : null;
  const fees = counted?.seller ? { ...rest, amount: rest.amount - counted.seller.amount } : null;
  return (
    <>
      <div
        className={classes.bar}
        aria-hidden="true"
        style={{ gridTemplateColumns: `${refund.amount}fr ${rest.amount}fr` }}
      >
        <span />
        <span />
      </div>
      <dl className={classes.shares} aria-live="polite">
        <div>
          <dt>{role === "buyer" ? t("offer.youGet") : t("offer.gets", { name: buyer.name })}</dt>
          <dd>
            <Money value={refund} exact />
          </dd>
        </div>
        <div>
          <dt>{role === "seller" ? t("offer.youGet") : t("offer.gets", { name: seller.name })}</dt>
          <dd>
            <Money value={counted?.seller ?? rest} exact />
            {role === "buyer" ? null : (
              <small>
                {fees ? (
                  <>
                    {t("offer.commission")} <Money value={fees} exact />
                  </>
                ) : (
                  t("offer.checking")
                )}
              </small>
            )}
          </dd>
        </div>
      </dl>
    </>
  );
}
