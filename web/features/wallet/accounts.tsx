import { Form, Link, useNavigation } from "react-router";
import type { OwnBankAccount } from "../../api/wallet.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { BankIcon, CheckCircleIcon, ClockIcon, CrossIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import classes from "./wallet.module.css";

const LOOKS: Record<OwnBankAccount["status"], { tone: Tone; icon: typeof ClockIcon }> = {
  verified: { tone: "good", icon: CheckCircleIcon },
  pending: { tone: "wait", icon: ClockIcon },
  failed: { tone: "bad", icon: CrossIcon },
  blocked: { tone: "bad", icon: CrossIcon },
};

/** Where money may go, and how each account stands. */
export function BankAccounts({
  accounts,
  now,
  idempotencyKey,
}: {
  accounts: OwnBankAccount[];
  now: string;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Panel title={t("wallet.accounts")} icon={<BankIcon />}>
      {accounts.length === 0 ? (
        <p>{t("bank.missingText")}</p>
      ) : (
        <ul className={classes.rows}>
          {accounts.map((account) => (
            <Account key={account.id} account={account} now={now} idempotencyKey={idempotencyKey} />
          ))}
        </ul>
      )}
      <p className={classes.more}>
        <Link to={to("/selling/bank-account")}>{t(accounts.length > 0 ? "bank.another" : "bank.add")}</Link>
      </p>
    </Panel>
  );
}

function Account({ account, now, idempotencyKey }: { account: OwnBankAccount; now: string; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = LOOKS[account.status];
  const resting = account.status === "verified" && account.usableFrom !== null && account.usableFrom > now;
  return (
    <li>
      <div className={classes.what}>
        <strong>
          <Ending account={account} />
        </strong>
        <span className={classes.soft}>
          <bdi>{account.holderName}</bdi> · <bdi dir="ltr">{account.ifsc}</bdi> · {t(`bank.kind.${account.kind}`)}
        </span>
        {account.primary ? <span className={classes.soft}>{t("wallet.primary")}</span> : null}
        {resting && account.usableFrom ? (
          <span className={classes.soft}>
            {t("wallet.usableFrom")} <Moment at={account.usableFrom} shape="short" />
          </span>
        ) : null}
        {account.blockedReason ? (
          <span className={classes.soft}>
            <bdi>{account.blockedReason}</bdi>
          </span>
        ) : null}
      </div>
      <div className={classes.sums}>
        <Badge tone={tone} icon={<Icon size={16} />}>
          {t(`bank.status.${account.status}`)}
        </Badge>
        {account.status === "blocked" || account.status === "failed" ? (
          <VerifyAgain id={account.id} idempotencyKey={idempotencyKey} />
        ) : null}
      </div>
    </li>
  );
}

function VerifyAgain({ id, idempotencyKey }: { id: string; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { state, formData } = useNavigation();
  const busy = state !== "idle" && formData?.get("account") === id;
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="intent" value="verify" />
      <input type="hidden" name="account" value={id} />
      <IdempotencyField value={idempotencyKey} />
      <SubmitButton busy={busy} variant="default" size="sm">
        {t("wallet.verifyAgain")}
      </SubmitButton>
    </Form>
  );
}

export const Ending = ({ account }: { account: Pick<OwnBankAccount, "last4"> }) => (
  <bdi dir="ltr">•••• {account.last4}</bdi>
);
