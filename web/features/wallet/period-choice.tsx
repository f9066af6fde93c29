import { Form } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { SubmitButton } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { type Asked, dayIn, monthsUntil, ownZone, UTC } from "./period.ts";
import classes from "./wallet.module.css";

const MONTHS = 24;

/** Which time a statement shall cover: a month, or days from one to another, counted in the reader's own zone. */
export function PeriodChoice({
  currency,
  now,
  asked,
  unreadable = null,
}: {
  currency: string;
  now: string;
  asked: Asked | null;
  /** The field that made no sense. */
  unreadable?: keyof Asked | null;
}) {
  const { t } = useTranslation();
  const { to, dates } = useLocale();
  const zone = useOwnZone(asked?.zone ?? UTC);
  const months = monthsUntil(now, zone, MONTHS);
  const month = asked?.month ?? null;
  const named = new Intl.DateTimeFormat(dates, { month: "long", year: "numeric", timeZone: "UTC" });
  const given = { action: to("/wallet/statement"), currency, zone };
  const wrong = (field: keyof Asked) => (unreadable === field ? t(`period.wrong.${field}`) : undefined);
  return (
    <div className={classes.period}>
      <Asking {...given} label={t("period.showMonth")}>
        <NativeSelect
          name="month"
          label={t("period.month")}
          size="md"
          key={month ?? months[0]}
          defaultValue={month ?? months[0] ?? ""}
          error={wrong("month")}
          data={(month === null || months.includes(month) || unreadable ? months : [month, ...months]).map((value) => ({
            value,
            label: named.format(new Date(`${value}-01T00:00:00Z`)),
          }))}
        />
      </Asking>
      <Asking {...given} label={t("period.showDays")}>
        {(["from", "to"] as const).map((field) => (
          <TextInput
            key={field}
            type="date"
            name={field}
            label={t(`period.${field}`)}
            size="md"
            required
            withAsterisk={false}
            max={dayIn(now, zone)}
            defaultValue={asked?.[field] ?? ""}
            error={wrong(field)}
          />
        ))}
      </Asking>
      <p className={classes.soft}>
        {t("period.zone")} <bdi dir="ltr">{zone}</bdi>
      </p>
    </div>
  );
}

function Asking({
  action,
  currency,
  zone,
  label,
  children,
}: {
  action: string;
  currency: string;
  zone: string;
  label: string;
  children: React.ReactNode;
}) {
  return (
    <Form method="get" action={action} className={classes.asking}>
      <input type="hidden" name="currency" value={currency} />
      <input type="hidden" name="zone" value={zone} />
      {children}
      <SubmitButton busy={false} variant="default">
        {label}
      </SubmitButton>
    </Form>
  );
}

/** The reader's zone once the page is alive; until then, and without script, the one that the page was asked for with. */
function useOwnZone(asked: string): string {
  const hydrated = useHydrated();
  return hydrated && asked === UTC ? ownZone() : asked;
}
