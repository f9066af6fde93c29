import { Form, useNavigation } from "react-router";
import type { Sent } from "../../api/server.ts";
import type { Rates, ShippingOption } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { TruckIcon } from "../../ui/icons.tsx";
import { Day } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import classes from "./catalog.module.css";

/** Asks for a postcode by a plain GET form, so that it works without script and the answer can be linked to. */
export function ShippingEstimate({
  postcode,
  quantity,
  variant,
  rates,
}: {
  postcode: string;
  variant: string | null;
  quantity: number;
  rates: Sent<Rates> | null;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Panel title={t("shipping.title")} icon={<TruckIcon />}>
      <Form method="get" className={classes.postcodeForm} preventScrollReset>
        <input type="hidden" name="quantity" value={quantity} />
        {variant ? <input type="hidden" name="variant" value={variant} /> : null}
        <TextInput
          name="postcode"
          label={t("shipping.postcode")}
          defaultValue={postcode}
          inputMode="numeric"
          autoComplete="postal-code"
          pattern="[1-9][0-9]{5}"
          maxLength={6}
          required
          withAsterisk={false}
          size="md"
          dir="ltr"
        />
        <SubmitButton busy={busy} variant="default">
          {t("shipping.show")}
        </SubmitButton>
      </Form>
      <div aria-live="polite">
        {rates ? <Answer rates={rates} /> : <p className={classes.hint}>{t("shipping.hint")}</p>}
      </div>
    </Panel>
  );
}

function Answer({ rates }: { rates: Sent<Rates> }) {
  const { t } = useTranslation();
  if (!rates.ok) {
    return rates.problem.status >= 500 ? (
      <Callout tone="wait" icon={<TruckIcon />} title={t("shipping.noAnswerTitle")}>
        <p>{t("shipping.noAnswerText")}</p>
      </Callout>
    ) : (
      <ProblemCallout problem={rates.problem} />
    );
  }
  if (rates.value.options.length === 0) return <p className={classes.hint}>{t("shipping.none")}</p>;
  return (
    <ul className={classes.options}>
      {rates.value.options.map((option) => (
        <Option key={option.courier} option={option} />
      ))}
    </ul>
  );
}

function Option({ option }: { option: ShippingOption }) {
  const { t } = useTranslation();
  return (
    <li className={classes.courier}>
      <span>
        <strong>{t(`shipping.speed.${option.speed}`)}</strong>
        <small>
          <bdi>{option.title}</bdi>
        </small>
      </span>
      <span className={classes.optionDay}>
        {option.expectedOn ? (
          <>
            {t("shipping.expected")} <Day on={option.expectedOn} />
          </>
        ) : (
          t("shipping.noDay")
        )}
      </span>
      <strong>
        <Money value={option.price} exact />
      </strong>
    </li>
  );
}
