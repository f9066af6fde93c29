import type { Money as Amount } from "../api/types.ts";
import { useTranslation } from "../i18n/words.tsx";
import { CheckIcon, LockIcon, PersonIcon } from "./icons.tsx";
import { Money } from "./money.tsx";
import classes from "./money-path.module.css";

export type MoneyPlace = "buyer" | "escrow" | "frozen" | "seller" | "back";

/** Where the money is: with the buyer, in escrow, frozen there, with the seller, or back. Drawn, and said in words beside it. */
export function MoneyPath({
  place,
  amount,
  buyer,
  seller,
  label,
}: {
  place: MoneyPlace;
  amount: Amount;
  buyer: string;
  seller: string;
  label: string;
}) {
  const { t } = useTranslation();
  return (
    <div className={classes.path} data-place={place} role="img" aria-label={label}>
      <Station name={buyer} here={place === "buyer" || place === "back"} amount={amount}>
        <PersonIcon size={22} />
      </Station>
      <span className={classes.line} data-leg="first" />
      <Station name={t("money.escrow")} here={place === "escrow" || place === "frozen"} amount={amount} vault>
        <LockIcon size={24} />
      </Station>
      <span className={classes.line} data-leg="second" />
      <Station name={seller} here={place === "seller"} amount={amount}>
        {place === "seller" ? <CheckIcon size={22} /> : <PersonIcon size={22} />}
      </Station>
    </div>
  );
}

function Station({
  name,
  here,
  amount,
  vault = false,
  children,
}: {
  name: string;
  here: boolean;
  amount: Amount;
  vault?: boolean;
  children: React.ReactNode;
}) {
  return (
    <span className={classes.station} data-here={here || undefined} data-vault={vault || undefined}>
      <span className={classes.seat}>{children}</span>
      <span className={classes.name}>
        <bdi>{name}</bdi>
      </span>
      <span className={classes.amount}>{here ? <Money value={amount} /> : null}</span>
    </span>
  );
}
