import { Link } from "react-router";
import type { MoneyFigures } from "../../api/figures.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Countdown } from "../../ui/countdown.tsx";
import { ClockIcon, LockIcon, ReturnIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./dashboard.module.css";
import { SideIcon } from "./side-icon.tsx";

type Given = {
  role: "buyer" | "seller";
  money: readonly MoneyFigures[];
  waiting: { orders: number; firstDueAt: string | null };
  now: string;
  /** Where what waits is listed. */
  waitingAt: string;
};

/** What a dashboard opens with: where the money is, currency by currency, and what waits for its reader. */
export function FigureCards({ role, money, waiting, now, waitingAt }: Given) {
  const { t } = useTranslation();
  const rows = [
    { key: "held", icon: <LockIcon />, name: t(`dashboard.held.${role}`), note: t(`dashboard.heldNote.${role}`) },
    { key: "released", icon: <SideIcon role={role} />, name: t(`dashboard.released.${role}`), note: null },
    { key: "refunded", icon: <ReturnIcon />, name: t(`dashboard.refunded.${role}`), note: null },
  ] as const;
  return (
    <ul className={classes.cards}>
      {rows.map(({ key, icon, name, note }) => (
        <li key={key} className={classes.card} data-of={key}>
          <p className={classes.cardName}>
            {icon}
            {name}
          </p>
          <Amounts money={money} of={key} />
          {note ? <p className={classes.soft}>{note}</p> : null}
        </li>
      ))}
      <li className={classes.card} data-of="waiting" data-some={waiting.orders > 0 || undefined}>
        <p className={classes.cardName}>
          <ClockIcon />
          {t("dashboard.waiting")}
        </p>
        <p className={classes.figure} data-figure="waiting">
          {waiting.orders}
        </p>
        {waiting.firstDueAt ? (
          <p className={classes.soft}>
            {t("dashboard.firstDue")} <Countdown at={waiting.firstDueAt} now={now} />
          </p>
        ) : null}
        {waiting.orders > 0 ? (
          <Link to={waitingAt} className={classes.cardLink}>
            {t("dashboard.look")}
          </Link>
        ) : null}
      </li>
    </ul>
  );
}

/** Never added over currencies: one line for each. */
function Amounts({ money, of }: { money: readonly MoneyFigures[]; of: "held" | "released" | "refunded" }) {
  const { t } = useTranslation();
  if (money.length === 0) return <p className={classes.figure}>–</p>;
  return money.map((figures) => (
    <p key={figures.currency} className={classes.figure}>
      <span data-figure={`${of} ${figures.currency}`} data-amount={figures[of].amount.amount}>
        <Money value={figures[of].amount} />
      </span>
      <small>{t("dashboard.orders", { count: figures[of].orders })}</small>
    </p>
  ));
}
