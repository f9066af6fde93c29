import { Link } from "react-router";
import { useTranslation } from "../../i18n/words.tsx";
import { ParcelIcon } from "../../ui/icons.tsx";
import { useCurrentInView } from "../../ui/in-view.ts";
import { EmptyState } from "../../ui/panel.tsx";
import { ORDER_TABS, type OrderTab } from "./order-tabs.ts";
import classes from "./selling.module.css";

/** Orders by where they stand, with how many are there. */
export function OrderTabs({
  tab,
  counts,
  rest,
}: {
  tab: OrderTab;
  counts: Readonly<Record<OrderTab, number>>;
  rest: Record<string, string>;
}) {
  const { t } = useTranslation();
  const row = useCurrentInView<HTMLElement>();
  return (
    <nav ref={row} aria-label={t("sellerOrders.tabs")} className={classes.tabs}>
      {ORDER_TABS.map((one) => (
        <Link
          key={one}
          to={`?${new URLSearchParams({ tab: one, ...rest })}`}
          aria-current={one === tab ? "page" : undefined}
          preventScrollReset
        >
          {t(`sellerOrders.tab.${one}`)} <span className={classes.tabCount}>{counts[one]}</span>
        </Link>
      ))}
    </nav>
  );
}

export function NoSellerOrders({ tab, filtered }: { tab: OrderTab; filtered: boolean }) {
  const { t } = useTranslation();
  return (
    <EmptyState
      title={t(filtered ? "sellerOrders.noneFound" : `sellerOrders.none.${tab}`)}
      icon={<ParcelIcon size={26} />}
    >
      {filtered ? <Link to={`?tab=${tab}`}>{t("sellerOrders.clear")}</Link> : <p>{t("sellerOrders.teach")}</p>}
    </EmptyState>
  );
}
