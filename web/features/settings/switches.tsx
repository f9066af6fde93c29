import { CHANNELS, GROUPS, isAlwaysOn, type Preferences } from "../../api/settings.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { BellIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { type Given, SettingButton, SettingForm } from "./setting-form.tsx";
import classes from "./settings.module.css";

/** What somebody is told of, and by what: a switch for each. */
export function Switches({ preferences, ...given }: Given & { preferences: Preferences }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("settings.told")} icon={<BellIcon />}>
      <SettingForm act="notifications" done={t("settings.saved")} {...given}>
        <table className={classes.matrix}>
          <thead>
            <tr>
              <th scope="col">{t("settings.news")}</th>
              {CHANNELS.map((channel) => (
                <th key={channel} scope="col">
                  {t(`settings.channel.${channel}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {GROUPS.map((group) => (
              <tr key={group}>
                <th scope="row">
                  {t(`settings.group.${group}`)}
                  <small>{t(`settings.groupText.${group}`)}</small>
                </th>
                {CHANNELS.map((channel) => (
                  <td key={channel}>
                    <label>
                      <input
                        type="checkbox"
                        name={`${channel}.${group}`}
                        aria-label={`${t(`settings.group.${group}`)}, ${t(`settings.channel.${channel}`)}`}
                        defaultChecked={preferences[channel][group]}
                        disabled={isAlwaysOn(channel, group)}
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.soft}>{t("settings.alwaysMail")}</p>
        <SettingButton act="notifications" variant="filled">
          {t("settings.save")}
        </SettingButton>
      </SettingForm>
    </Panel>
  );
}
