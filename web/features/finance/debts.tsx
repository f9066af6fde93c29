import { TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Attempt } from "../../api/attempt.ts";
import type { Debt, Entries, OpenWriteOff } from "../../api/finance.ts";
import { useLocale } from "../../i18n/index.ts";
import { CheckCircleIcon, PersonIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money, major, moneyInText } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import type { Fields } from "../../ui/previewed.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./finance.module.css";
import { Outcome } from "./outcome.tsx";
import { ReasonedAct } from "./reasoned-act.tsx";

type Given = { attempt: Attempt<Entries> | null; idempotencyKey: string; me: string | null };

/** Who owes us money, and the way to give a debt up: one asks here, another approves below. */
export function Debts({ debts, ...given }: Given & { debts: Debt[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("debt.title")} icon={<ScalesIcon />}>
      {debts.length === 0 ? (
        <p className={classes.none}>
          <CheckCircleIcon />
          <span>
            <strong>{t("debt.none")}.</strong> {t("debt.noneText")}
          </span>
        </p>
      ) : (
        <>
          <p className={classes.intro}>{t("debt.text")}</p>
          <ul className={classes.items}>
            {debts.map((debt) => (
              <DebtItem key={`${debt.userId} ${debt.owed.currency}`} debt={debt} {...given} />
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function DebtItem({ debt, me, attempt, idempotencyKey }: Given & { debt: Debt }) {
  const { t } = useTranslation();
  const { userId, userName, owed } = debt;
  const words = { open: t("debt.ask.open"), confirm: t("debt.ask.confirm"), done: t("debt.ask.done") };
  return (
    <li>
      <div className={classes.head}>
        <div>
          <strong>
            <bdi>{userName}</bdi>
          </strong>
          <bdi dir="ltr" className={classes.code}>
            {userId}
          </bdi>
        </div>
        <div className={classes.amounts}>
          <strong>
            <Money value={owed} exact />
          </strong>
          <span className={classes.soft}>{t("debt.owed")}</span>
        </div>
      </div>
      {userId === me ? (
        <p className={classes.soft}>{t("debt.own")}</p>
      ) : (
        <ReasonedAct
          id={`${userId}.${owed.currency}`}
          intent="ask-write-off"
          longestReason={300}
          {...{ attempt, idempotencyKey, words }}
          more={(fields) => <AmountField debt={debt} {...fields} />}
          outcome={({ entries }, { reason }) => (
            <>
              <p>{t("debt.ask.later")}</p>
              <Outcome entries={entries} reason={reason} />
            </>
          )}
        />
      )}
    </li>
  );
}

function AmountField({ debt: { userId, owed }, input, errorOf }: Fields & { debt: Debt }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  return (
    <>
      <input type="hidden" name="userId" value={userId} />
      <input type="hidden" name="currency" value={owed.currency} />
      <TextInput
        name="amount"
        label={t("debt.amount", { currency: owed.currency })}
        description={t("withdraw.atMost", { amount: moneyInText(owed, intl) })}
        inputMode="decimal"
        autoComplete="off"
        required
        withAsterisk={false}
        size="md"
        dir="ltr"
        defaultValue={input.amount ?? major(owed)}
        error={errorOf("amount")}
      />
    </>
  );
}

/** What somebody has asked to give up: whoever asked sees that another must look at it. */
export function OpenWriteOffs({ writeOffs, ...given }: Given & { writeOffs: OpenWriteOff[] }) {
  const { t } = useTranslation();
  if (writeOffs.length === 0) return null;
  return (
    <Panel title={t("debt.open.title")} icon={<PersonIcon />}>
      <ul className={classes.items}>
        {writeOffs.map((writeOff) => (
          <OpenItem key={writeOff.id} writeOff={writeOff} {...given} />
        ))}
      </ul>
    </Panel>
  );
}

function OpenItem({ writeOff, me, attempt, idempotencyKey }: Given & { writeOff: OpenWriteOff }) {
  const { t } = useTranslation();
  const { id, userId, userName, amount, reason, askedBy, askedByName, askedAt } = writeOff;
  const words = { open: t("debt.approve.open"), confirm: t("debt.approve.confirm"), done: t("debt.approve.done") };
  const mayNot = me === askedBy ? "asked" : me === userId ? "owes" : null;
  return (
    <li>
      <div className={classes.head}>
        <div>
          <Badge tone="wait" icon={<PersonIcon size={16} />}>
            {t("debt.open.waits")}
          </Badge>
          <p>
            <bdi>{userName}</bdi>
          </p>
          <p className={classes.soft}>
            {t("debt.open.by")} <bdi>{askedByName}</bdi> · <Moment at={askedAt} shape="short" />
          </p>
          <p className={classes.soft}>
            {t("preview.reason")}: <bdi>{reason}</bdi>
          </p>
        </div>
        <div className={classes.amounts}>
          <strong>
            <Money value={amount} exact />
          </strong>
        </div>
      </div>
      {mayNot ? (
        <p className={classes.soft}>{t(`debt.open.${mayNot}`)}</p>
      ) : (
        <ReasonedAct intent="approve-write-off" longestReason={null} {...{ id, attempt, idempotencyKey, words }} />
      )}
    </li>
  );
}
