import { useComputedColorScheme, useMantineColorScheme } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { MoonIcon, SunIcon } from "./icons.tsx";
import classes from "./theme-toggle.module.css";

export function ThemeToggle() {
  const { t } = useTranslation();
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme("light", { getInitialValueInEffect: true });
  return (
    <button
      type="button"
      className={classes.toggle}
      aria-label={t("nav.theme")}
      title={t("nav.theme")}
      onClick={() => setColorScheme(scheme === "dark" ? "light" : "dark")}
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
