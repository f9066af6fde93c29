import { useState } from "react";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { type Calendar, calendarIn, chooseCalendar, hijriDay } from "../../ui/calendar.ts";
import { Choice } from "../../ui/choice.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { SunIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { chooseTheme, type Theme, themeNow } from "../../ui/theme.ts";
import classes from "./settings.module.css";

type Look = { theme: Theme | null; calendar: Calendar };

/** How pages look in this browser: kept by it, and known to nobody else. */
export function AppearancePanel({ now, look }: { now: string; look: Look }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  return (
    <Panel title={t("settings.appearance")} icon={<SunIcon />}>
      {hydrated ? <Choices now={now} /> : <WithoutScript now={now} {...look} />}
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

/** Two plain forms; until a theme is chosen the system's own stands. */
function WithoutScript({ now, theme, calendar }: Look & { now: string }) {
  const { t } = useTranslation();
  const { to, dates } = useLocale();
  const given = { method: "post", action: to("/settings/appearance"), className: classes.form } as const;
  const save = (
    <Button type="submit" variant="default">
      {t("settings.save")}
    </Button>
  );
  return (
    <>
      <form {...given}>
        <fieldset className={classes.choices}>
          <legend>{t("settings.theme")}</legend>
          {(["light", "dark"] as const).map((one) => (
            <Choice key={one} name="theme" value={one} first={theme === one} title={t(`settings.themes.${one}`)} />
          ))}
        </fieldset>
        {save}
      </form>
      <form {...given}>
        <fieldset className={classes.choices}>
          <legend>{t("settings.calendar")}</legend>
          {(["gregorian", "hijri"] as const).map((one) => (
            <Choice
              key={one}
              name="calendar"
              value={one}
              first={calendar === one}
              title={t(`settings.calendars.${one}`)}
            >
              {one === "hijri" ? <bdi suppressHydrationWarning>{hijriDay(now, dates, "UTC")}</bdi> : null}
            </Choice>
          ))}
        </fieldset>
        {save}
      </form>
    </>
  );
}
