import { useTranslation } from "../i18n/words.tsx";
import { MoonIcon, SunIcon } from "./icons.tsx";
import { chooseTheme, themeNow } from "./theme.ts";
import classes from "./theme-toggle.module.css";

export function ThemeToggle() {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-label={t("nav.theme")}
      title={t("nav.theme")}
      onClick={() => chooseTheme(themeNow() === "dark" ? "light" : "dark")}
    >
      <span className={classes.inLight}>
        <MoonIcon />
      </span>
      <span className={classes.inDark}>
        <SunIcon />
      </span>
    </button>
  );
}
