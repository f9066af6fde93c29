import { useState } from "react";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { type Calendar, calendarIn, chooseCalendar, hijriDay } from "../../ui/calendar.ts";
import { Choice } from "../../ui/choice.tsx";
import { useHydrated } from "../../ui/hydrated.ts";
import { SunIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { chooseTheme, themeNow } from "../../ui/theme.ts";
import classes from "./settings.module.css";

/** How pages look in this browser: kept by it, and known to nobody else. Without a script the system's own choice stands. */
export function AppearancePanel({ now }: { now: string }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  return (
    <Panel title={t("settings.appearance")} icon={<SunIcon />}>
      {hydrated ? <Choices now={now} /> : <p className={classes.soft}>{t("settings.needsScript")}</p>}
    </Panel>
  );
}

function Choices({ now }: { now: string }) {
  const { t } = useTranslation();
  const { dates } = useLocale();
  const [theme, setTheme] = useState(themeNow);
  const [calendar, setCalendar] = useState<Calendar>(() => calendarIn(document.cookie));
  return (
    <div className={classes.form}>
      <fieldset className={classes.choices}>
        <legend>{t("settings.theme")}</legend>
        {(["light", "dark"] as const).map((one) => (
          <Choice
            key={one}
            name="theme"
            value={one}
            checked={theme === one}
            choose={() => {
              chooseTheme(one);
              setTheme(one);
            }}
            title={t(`settings.themes.${one}`)}
          />
        ))}
      </fieldset>
      <fieldset className={classes.choices}>
        <legend>{t("settings.calendar")}</legend>
        {(["gregorian", "hijri"] as const).map((one) => (
          <Choice
            key={one}
            name="calendar"
            value={one}
            checked={calendar === one}
            choose={() => {
              chooseCalendar(one);
              setCalendar(one);
            }}
            title={t(`settings.calendars.${one}`)}
          >
            {one === "hijri" ? <bdi>{hijriDay(now, dates)}</bdi> : null}
          </Choice>
        ))}
      </fieldset>
      <p role="status" className={classes.soft}>
        {t("settings.keptHere")}
      </p>
    </div>
  );
}
