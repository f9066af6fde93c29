import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { OwnBankAccount, Schedule } from "../../api/wallet.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton, useFieldError } from "../../ui/forms.tsx";
import { CheckCircleIcon, ClockIcon } from "../../ui/icons.tsx";
import { major } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { HOURS, KINDS, shareField, ZONES } from "./schedule-input.ts";
import classes from "./wallet.module.css";

type Given = {
  schedule: Schedule;
  accounts: OwnBankAccount[];
  currency: string;
  now: string;
  problem: Problem | null;
  saved: boolean;
  idempotencyKey: string;
};

/** When money goes to the bank by itself, from how much on, and in which parts to which accounts. */
export function ScheduleForm({ schedule, accounts, currency, now, problem, saved, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("intent") === "schedule";
  const errorOf = useFieldError(problem);
  const shareError = errorOf("shares");
  return (
    <Panel title={t("schedule.title")} icon={<ClockIcon />}>
      <Form method="post" className={`${classes.form} ${classes.schedule}`} preventScrollReset>
        <input type="hidden" name="intent" value="schedule" />
        <input type="hidden" name="currency" value={currency} />
        <IdempotencyField value={idempotencyKey} />
        {problem ? <ProblemCallout problem={problem} /> : null}
        {saved ? <Callout tone="good" icon={<CheckCircleIcon />} title={t("schedule.saved")} role="status" /> : null}
        {schedule.nextAt ? (
          <p>
            {t("schedule.next")} <Deadline at={schedule.nextAt} now={now} />
          </p>
        ) : null}
        <Kinds chosen={schedule.kind} />
        <Batch schedule={schedule} currency={currency} errorOf={errorOf} />
        <Shares schedule={schedule} accounts={accounts} />
        {shareError ? <p role="alert">{shareError}</p> : null}
        <div>
          <SubmitButton busy={busy} variant="default">
            {t("schedule.save")}
          </SubmitButton>
        </div>
      </Form>
    </Panel>
  );
}

function Kinds({ chosen }: { chosen: Schedule["kind"] }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.choices}>
      <legend>{t("schedule.when")}</legend>
      {KINDS.map((kind) => (
        <label key={kind} className={classes.choice}>
          <input type="radio" name="kind" value={kind} defaultChecked={kind === chosen} required />
          <span>
            <strong>{t(`schedule.kind.${kind}`)}</strong>
            <small>{t(`schedule.means.${kind}`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Batch({
  schedule,
  currency,
  errorOf,
}: {
  schedule: Schedule;
  currency: string;
  errorOf: (field: string) => string | undefined;
}) {
  const { t } = useTranslation();
  const { dates } = useLocale();
  const { hour, weekday, timeZone, minimum } = schedule;
  const zones = timeZone === null || ZONES.includes(timeZone) ? ZONES : [timeZone, ...ZONES];
  return (
    <div className={classes.batch}>
      <NativeSelect
        name="hour"
        label={t("schedule.hour")}
        size="md"
        dir="ltr"
        defaultValue={String(hour ?? 10)}
        data={HOURS.map((one) => ({ value: String(one), label: `${String(one).padStart(2, "0")}:00` }))}
        error={errorOf("hour")}
      />
      <div className={classes.weekly}>
        <NativeSelect
          name="weekday"
          label={t("schedule.weekday")}
          size="md"
          defaultValue={String(weekday ?? 1)}
          data={[1, 2, 3, 4, 5, 6, 7].map((day) => ({ value: String(day), label: nameOfDay(day, dates) }))}
          error={errorOf("weekday")}
        />
      </div>
      <NativeSelect
        name="timeZone"
        label={t("schedule.timeZone")}
        size="md"
        dir="ltr"
        defaultValue={timeZone ?? "Asia/Kolkata"}
        data={zones}
        error={errorOf("timeZone")}
      />
      <TextInput
        name="minimum"
        label={t("schedule.minimum", { currency })}
        description={t("schedule.minimumHint")}
        inputMode="decimal"
        autoComplete="off"
        size="md"
        dir="ltr"
        defaultValue={minimum ? major(minimum) : ""}
        error={errorOf("minimum")}
      />
    </div>
  );
}

/** The parts of each account, where there is more than one to choose from. */
function Shares({ schedule: { shares }, accounts }: { schedule: Schedule; accounts: OwnBankAccount[] }) {
  const { t } = useTranslation();
  const verified = accounts.filter(({ status }) => status === "verified");
  if (verified.length < 2) return null;
  return (
    <fieldset className={classes.choices}>
      <legend>{t("schedule.shares")}</legend>
      <p className={classes.soft}>{t("schedule.sharesHint")}</p>
      <div className={classes.form}>
        {verified.map(({ id, last4, holderName }) => {
          const share = shares?.find(({ bankAccountId }) => bankAccountId === id);
          return (
            <TextInput
              key={id}
              name={shareField(id)}
              label={`\u2066•••• ${last4}\u2069 · ${holderName}`}
              inputMode="decimal"
              autoComplete="off"
              size="md"
              dir="ltr"
              rightSection="%"
              defaultValue={share ? String(share.basisPoints / 100) : ""}
            />
          );
        })}
      </div>
    </fieldset>
  );
}

/** 2024 began on a Monday. */
const nameOfDay = (weekday: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { weekday: "long", timeZone: "UTC" }).format(new Date(Date.UTC(2024, 0, weekday)));
