import { Link } from "react-router";
import type { SellerPayout } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { BankIcon, CheckCircleIcon, ClockIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import classes from "./selling.module.css";

export type Payouts = { pending: SellerPayout[]; inFlight: SellerPayout[]; paid: SellerPayout[] };

/** What is still held (with the hour of its release), what is on its way to the bank, what has arrived. */
export function PayoutLists({ payouts, now }: { payouts: Payouts; now: string }) {
  const { t } = useTranslation();
  const { pending, inFlight, paid } = payouts;
  if (pending.length + inFlight.length + paid.length === 0) {
    return (
      <EmptyState title={t("payments.none")} icon={<BankIcon size={26} />}>
        <p>{t("payments.noneText")}</p>
      </EmptyState>
    );
  }
  return (
    <div className={classes.payments}>
      <Group
        title={t("payments.pending")}
        icon={<ClockIcon />}
        rows={pending}
        now={now}
        empty={t("payments.nothingHere")}
      />
      <Group
        title={t("payments.inFlight")}
        icon={<BankIcon />}
        rows={inFlight}
        now={now}
        empty={t("payments.nothingHere")}
      />
      <Group
        title={t("payments.paid")}
        icon={<CheckCircleIcon />}
        rows={paid}
        now={now}
        empty={t("payments.nothingHere")}
      />
    </div>
  );
}

function Group({
  title,
  icon,
  rows,
  now,
  empty,
}: {
  title: string;
  icon: React.ReactNode;
  rows: SellerPayout[];
  now: string;
  empty: string;
}) {
  return (
    <Panel title={title} icon={icon}>
      {rows.length === 0 ? (
        <p className={classes.soft}>{empty}</p>
      ) : (
        <ul className={classes.payouts}>
          {rows.map((payout) => (
            <PayoutRow key={payout.id ?? payout.orderId} payout={payout} now={now} />
          ))}
        </ul>
      )}
    </Panel>
  );
}

function PayoutRow({ payout, now }: { payout: SellerPayout; now: string }) {
  const { t, i18n } = useTranslation();
  const { to } = useLocale();
  const words = `payments.status.${payout.status}`;
  return (
    <li>
      <div className={classes.what}>
        <Link
          to={to(`/selling/payments/${payout.orderId}`)}
          aria-label={t("payments.open", { number: payout.orderNumber })}
        >
          <bdi dir="ltr">{payout.orderNumber}</bdi>
        </Link>
        <p className={classes.soft}>{i18n.exists(words) ? t(words) : t("payments.status.held")}</p>
        {payout.dueAt ? (
          <p className={classes.soft}>
            {t("payments.releasing")} <Deadline at={payout.dueAt} now={now} />
          </p>
        ) : null}
        {payout.bankReference ? (
          <p className={classes.soft}>
            {t("money.reference")} <bdi dir="ltr">{payout.bankReference}</bdi>
          </p>
        ) : null}
      </div>
      <strong className={classes.amount}>
        <Money value={payout.amount} exact />
      </strong>
    </li>
  );
}
