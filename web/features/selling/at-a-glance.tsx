import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TagIcon } from "../../ui/edit-icons.tsx";
import { BankIcon, HomeIcon, ParcelIcon, TruckIcon } from "../../ui/icons.tsx";
import type { OrderTab } from "./order-tabs.ts";
import classes from "./selling.module.css";

/** What goes on without the seller, and where the rest of the workplace is. */
export function AtAGlance({ counts }: { counts: Readonly<Record<OrderTab, number>> }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const ways = [
    { page: "/selling/orders?tab=transit", name: "transit", count: counts.transit, Icon: TruckIcon },
    { page: "/selling/orders?tab=delivered", name: "delivered", count: counts.delivered, Icon: HomeIcon },
    { page: "/selling/orders", name: "orders", count: null, Icon: ParcelIcon },
    { page: "/selling/listings", name: "listings", count: null, Icon: TagIcon },
    { page: "/selling/payments", name: "payments", count: null, Icon: BankIcon },
  ] as const;
  return (
    <nav aria-label={t("workplace.ways")} className={classes.ways}>
      {ways.map(({ page, name, count, Icon }) => (
        <Link key={name} to={to(page)}>
          <Icon size={22} />
          <span>{t(`workplace.way.${name}`)}</span>
          {count === null ? null : <strong>{count}</strong>}
        </Link>
      ))}
    </nav>
  );
}
