import type { Attempt } from "../../api/attempt.ts";
import type { Difference, DifferenceClass, Entries } from "../../api/finance.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { gatewayName } from "../../ui/gateway-name.ts";
import { AlertIcon, CheckCircleIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import { Age } from "./age.tsx";
import classes from "./finance.module.css";
import { ReasonedAct } from "./reasoned-act.tsx";

const TONES: Record<DifferenceClass, Tone> = {
  timing: "wait",
  missing_here: "bad",
  missing_there: "bad",
  amount: "bad",
  duplicate: "wait",
  unexplained: "bad",
};
export const COUNTERPARTS = ["suspense", "gateway_fees", "chargebacks", "bank", "other_revenue", "no_money"] as const;

type Given = { attempt: Attempt<Entries> | null; idempotencyKey: string; now: string };

/** What a provider's statement and our books do not agree on; each stays until somebody explains it. */
export function Differences({ differences, ...given }: Given & { differences: Difference[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("difference.title")} icon={<AlertIcon />}>
      {differences.length === 0 ? (
        <EmptyState title={t("difference.none")} icon={<CheckCircleIcon size={26} />}>
          <p>{t("difference.noneText")}</p>
        </EmptyState>
      ) : (
        <ul className={classes.items}>
          {differences.map((difference) => (
            <DifferenceItem key={difference.id} difference={difference} {...given} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function DifferenceItem({ difference, now, ...given }: Given & { difference: Difference }) {
  const { t, i18n } = useTranslation();
  const { id, gateway, reasons, at, foundAt, posting, line, effect, atStake } = difference;
  return (
    <li>
      <div className={classes.head}>
        <div>
          <Badge tone={TONES[difference.class]} icon={<AlertIcon size={16} />}>
            {t(`difference.class.${difference.class}`)}
          </Badge>
          <p>{t(`difference.means.${difference.class}`)}</p>
          <p className={classes.soft}>
            <bdi dir="ltr">{gatewayName(gateway)}</bdi> · <Moment at={at} shape="short" /> ·{" "}
            <Age since={foundAt} now={now} />
            {reasons.map((reason) => (
              <span key={reason}>
                {" · "}
                {i18n.exists(`difference.reason.${reason}`) ? t(`difference.reason.${reason}`) : reason}
              </span>
            ))}
          </p>
          <Subject label={t("difference.inBooks")} id={posting} />
          <Subject label={t("difference.inStatement")} id={line} />
        </div>
        <div className={classes.amounts}>
          {atStake.map((amount) => (
            <strong key={amount.currency}>
              <Money value={amount} exact />
            </strong>
          ))}
          {effect.map((amount) => (
            <span key={amount.currency} className={classes.soft}>
              {t("difference.effect")} <Money value={amount} exact signed />
            </span>
          ))}
        </div>
      </div>
      <Explain id={id} {...given} />
    </li>
  );
}

function Subject({ label, id }: { label: string; id: string | null }) {
  const { t } = useTranslation();
  return (
    <p className={classes.soft}>
      {label}{" "}
      {id ? (
        <bdi dir="ltr" className={classes.code}>
          {id}
        </bdi>
      ) : (
        t("difference.nothing")
      )}
    </p>
  );
}

function Explain({ id, attempt, idempotencyKey }: Omit<Given, "now"> & { id: string }) {
  const { t } = useTranslation();
  const words = { open: t("explain.open"), confirm: t("explain.confirm"), done: t("explain.done") };
  return (
    <ReasonedAct
      intent="explain"
      longestReason={500}
      {...{ id, attempt, idempotencyKey, words }}
      more={({ input, errorOf }) => (
        <NativeSelect
          name="counterpart"
          label={t("explain.counterpart")}
          size="md"
          defaultValue={input.counterpart ?? "suspense"}
          error={errorOf("counterpart")}
          data={COUNTERPARTS.map((value) => ({ value, label: t(`explain.to.${value}`) }))}
        />
      )}
    />
  );
}
