import { LIMITS } from "@amana/core/negotiation";
import { useState } from "react";
import type { Terms } from "../api/negotiations.ts";
import type { Problem } from "../api/problem.ts";
import { useTranslation } from "../i18n/words.tsx";
import { Choice } from "./choice.tsx";
import { NativeSelect, Textarea, TextInput } from "./fields.tsx";
import { useFieldError } from "./forms.tsx";
import { useHydrated } from "./hydrated.tsx";
import { Money, major } from "./money.tsx";
import classes from "./terms.module.css";
import { totalIn } from "./terms.ts";

type Typed = Readonly<Record<string, string>>;

/** What a form begins with where terms are on the table already. */
export const typedOf = (terms: Terms): Record<string, string> => ({
  ...{ unitPrice: major(terms.unitPrice), quantity: String(terms.quantity), bearer: terms.shipping.bearer },
  shippingAmount: terms.shipping.bearer === "buyer" ? major(terms.shipping.amount) : "",
  ...{ paymentHours: String(terms.paymentHours), dispatchDays: String(terms.dispatchDays) },
  ...{ deliveryDays: String(terms.deliveryDays), inspectionDays: String(terms.inspectionDays) },
  freeTerms: terms.freeTerms ?? "",
});

/** The fields of terms, with what they come to counted along; without a script they are plain fields. */
export function TermFields({ typed, currency, problem }: { typed: Typed; currency: string; problem: Problem | null }) {
  const { t } = useTranslation();
  const errorOf = useTermError(problem);
  const [now, setNow] = useState<Typed>({ bearer: "buyer", ...typed, currency });
  const type = (name: string, value: string) => setNow((before) => ({ ...before, [name]: value }));
  const amount = (name: string) => ({
    ...({
      name,
      defaultValue: typed[name],
      inputMode: "decimal",
      autoComplete: "off",
      size: "md",
      dir: "ltr",
    } as const),
    onChange: ({ currentTarget }: React.ChangeEvent<HTMLInputElement>) => type(name, currentTarget.value),
  });
  return (
    <div className={classes.fields}>
      <input type="hidden" name="currency" value={currency} />
      <div className={classes.pair}>
        <TextInput
          {...amount("unitPrice")}
          label={t("terms.priceIn", { currency })}
          required
          withAsterisk={false}
          error={errorOf("unitPrice")}
        />
        <CountField
          name="quantity"
          typed={typed}
          error={errorOf("quantity")}
          onType={(value) => type("quantity", value)}
        />
      </div>
      <fieldset className={classes.bearer}>
        <legend>{t("terms.whoPays")}</legend>
        {(["buyer", "seller"] as const).map((side) => (
          <Choice
            key={side}
            name="bearer"
            value={side}
            checked={now.bearer === side}
            choose={() => type("bearer", side)}
            title={t(`terms.bears.${side}`)}
          >
            {t(`terms.bearsText.${side}`)}
          </Choice>
        ))}
      </fieldset>
      <div className={classes.amount}>
        <TextInput
          {...amount("shippingAmount")}
          label={t("terms.shippingIn", { currency })}
          error={errorOf("amount")}
        />
      </div>
      <Total typed={now} />
      <Times typed={typed} errorOf={errorOf} open={TIMES.some((name) => errorOf(name) !== undefined)} />
      <FreeTerms typed={typed} error={errorOf("freeTerms")} />
    </div>
  );
}

/** What a refused field wants, in the words of terms. */
function useTermError(problem: Problem | null): (field: string) => string | undefined {
  const { t } = useTranslation();
  const errorOf = useFieldError(problem);
  return (field) => (errorOf(field) === undefined ? undefined : t(`terms.error.${field}`));
}

export function FreeTerms({ typed, error }: { typed: Typed; error?: string | undefined }) {
  const { t } = useTranslation();
  return (
    <Textarea
      name="freeTerms"
      label={t("terms.field.freeTerms")}
      description={t("terms.freeHint")}
      defaultValue={typed.freeTerms ?? ""}
      maxLength={LIMITS.freeTerms}
      rows={3}
      error={error}
    />
  );
}

const TIMES = ["paymentHours", "dispatchDays", "deliveryDays", "inspectionDays"] as const;

function Times({
  typed,
  errorOf,
  open,
}: {
  typed: Typed;
  errorOf: (field: string) => string | undefined;
  open: boolean;
}) {
  const { t } = useTranslation();
  return (
    <details className={classes.more} open={open || undefined}>
      <summary>{t("terms.times")}</summary>
      <div className={classes.pair}>
        {TIMES.map((name) => (
          <CountField key={name} name={name} typed={typed} error={errorOf(name)} />
        ))}
      </div>
    </details>
  );
}

function CountField({
  name,
  typed,
  error,
  onType,
}: {
  name: "quantity" | (typeof TIMES)[number];
  typed: Typed;
  error: string | undefined;
  onType?: (value: string) => void;
}) {
  const { t } = useTranslation();
  const { least, most } = LIMITS[name];
  return (
    <TextInput
      name={name}
      type="number"
      min={least}
      max={most}
      step={1}
      inputMode="numeric"
      label={t(name === "quantity" ? "terms.field.quantity" : `terms.label.${name}`)}
      {...(name === "quantity" ? {} : { description: t(`terms.from.${name}`) })}
      defaultValue={typed[name]}
      required
      withAsterisk={false}
      size="md"
      dir="ltr"
      error={error}
      {...(onType ? { onChange: ({ currentTarget }) => onType(currentTarget.value) } : {})}
    />
  );
}

function Total({ typed }: { typed: Typed }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  const total = totalIn(typed);
  if (!hydrated) return null;
  return (
    <p className={classes.total} aria-live="polite">
      <span>{t("terms.total")}</span>
      <strong>{total ? <Money value={total} exact /> : "–"}</strong>
    </p>
  );
}

const HOURS = [24, 48, 72, 168, 336, 720] as const;

/** How long an offer stands. */
export function ValidFor({ typed }: { typed: Typed }) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      name="validForHours"
      label={t("terms.validFor")}
      defaultValue={typed.validForHours ?? "72"}
      data={HOURS.map((hours) => ({ value: String(hours), label: t("terms.days", { count: hours / 24 }) }))}
    />
  );
}
