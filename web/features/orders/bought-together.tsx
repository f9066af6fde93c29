import { Link } from "react-router";
import type { PurchaseSummary } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CartIcon } from "../../ui/icons.tsx";
import classes from "./order-list.module.css";

/** Leads from an order to the purchase that it was placed and paid with, where there are several. */
export function BoughtTogether({ orderId, purchases }: { orderId: string; purchases: readonly PurchaseSummary[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const purchase = purchases.find(({ orderIds }) => orderIds.includes(orderId));
  const count = purchase?.orderIds.length ?? 0;
  if (!purchase || count < 2) return null;
  return (
    <Link to={to(`/purchases/${purchase.id}`)} className={classes.together}>
      <CartIcon size={18} />
      {t("purchase.partOf", { count })}
    </Link>
  );
}
