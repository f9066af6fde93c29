import type { Sent } from "../../api/server.ts";
import type { Rates } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ProblemCallout } from "../../ui/forms.tsx";
import { TruckIcon } from "../../ui/icons.tsx";
import { Day } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Callout } from "../../ui/panel.tsx";
import classes from "./checkout.module.css";

/** The couriers that can bring the parcel, with price and day; the first is chosen unless the buyer says otherwise. */
export function ShippingChoice({
  rates,
  asking,
  courier,
  choose,
  priced = true,
}: {
  rates: Sent<Rates> | null;
  asking: boolean;
  courier: string | null;
  choose: (courier: string) => void;
  /** Not where the buyer pays what was agreed, whoever brings it. */
  priced?: boolean;
}) {
  const { t } = useTranslation();
  if (asking) return <p role="status">{t("checkout.askingCouriers")}</p>;
  if (!rates) return <p className={classes.hint}>{t("checkout.ratesHint")}</p>;
  if (!rates.ok) {
    return rates.problem.status >= 500 ? (
      <Callout tone="wait" icon={<TruckIcon />} title={t("shipping.noAnswerTitle")}>
        <p>{t("shipping.noAnswerText")}</p>
      </Callout>
    ) : (
      <ProblemCallout problem={rates.problem} />
    );
  }
  if (rates.value.options.length === 0) return <p>{t("shipping.none")}</p>;
  return (
    <fieldset className={classes.choice}>
      <legend className={classes.hidden}>{t("checkout.chooseCourier")}</legend>
      <input type="hidden" name="quoteId" value={rates.value.quoteId} />
      {rates.value.options.map((option) => (
        <label key={option.courier} className={classes.courier}>
          <input
            type="radio"
            name="courier"
            value={option.courier}
            required
            checked={option.courier === courier}
            onChange={() => choose(option.courier)}
          />
          <span className={classes.courierText}>
            <strong>{t(`shipping.speed.${option.speed}`)}</strong>
            <small>
              <bdi>{option.title}</bdi>
              {" · "}
              {option.expectedOn ? (
                <>
                  {t("shipping.expected")} <Day on={option.expectedOn} />
                </>
              ) : (
                t("shipping.noDay")
              )}
            </small>
          </span>
          {priced ? (
            <strong>
              <Money value={option.price} exact />
            </strong>
          ) : null}
        </label>
      ))}
    </fieldset>
  );
}
