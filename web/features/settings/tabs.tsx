import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useCurrentInView } from "../../ui/in-view.ts";
import classes from "./settings.module.css";

const PAGES = {
  profile: "/settings",
  notifications: "/settings/notifications",
  company: "/settings/company",
  security: "/account",
  webhooks: "/settings/webhooks",
  privacy: "/settings/privacy",
} as const;

/** From one part of the settings to the others; signing in, keys and sessions have a page of their own. */
export function SettingsTabs({ here }: { here: keyof typeof PAGES }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const row = useCurrentInView<HTMLElement>();
  return (
    <nav ref={row} aria-label={t("settings.title")} className={classes.tabs}>
      {Object.entries(PAGES).map(([page, path]) => (
        <Link key={page} to={to(path)} aria-current={page === here ? "page" : undefined}>
          {t(`settings.tab.${page}`)}
        </Link>
      ))}
    </nav>
  );
}
