import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { BellIcon } from "../../ui/icons.tsx";
import classes from "./notifications.module.css";

export function Bell({ unread }: { unread: number }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Link to={to("/notifications")} className={classes.bell}>
      <span className={classes.hidden}>{t("notice.bell", { count: unread })}</span>
      <BellIcon size={22} />
      {unread > 0 ? (
        <span className={classes.count} aria-hidden="true">
          {unread > 9 ? "9+" : unread}
        </span>
      ) : null}
    </Link>
  );
}
