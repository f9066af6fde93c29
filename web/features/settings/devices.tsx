import { useEffect, useState } from "react";
import { useRevalidator } from "react-router";
import type { Device } from "../../api/settings.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { type Here, here, type Outcome, subscribe, unsubscribe } from "../../offline/push-device.ts";
import { Button } from "../../ui/button.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { BellIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { type Given, SettingButton, SettingForm } from "./setting-form.tsx";
import classes from "./settings.module.css";

/** The browsers that are told while no page is open: this one, and the others. */
export function Devices({ devices, serverKey, ...given }: Given & { devices: Device[]; serverKey: string | null }) {
  const { t } = useTranslation();
  const hydrated = useHydrated();
  return (
    <Panel title={t("settings.devices")} icon={<BellIcon />}>
      <div className={classes.form}>
        <p className={classes.soft}>{t("settings.devicesText")}</p>
        {serverKey === null ? <p>{t("settings.noPush")}</p> : null}
        {serverKey !== null && hydrated ? <ThisOne serverKey={serverKey} /> : null}
        <ul className={classes.rows}>
          {devices.map(({ id, service, madeAt, deliveredAt }) => (
            <li key={id} className={classes.between}>
              <div>
                <bdi dir="ltr">{service}</bdi>
                <p className={classes.soft}>
                  {t("settings.since")} <Moment at={madeAt} shape="day" />
                  {deliveredAt ? (
                    <>
                      {" · "}
                      {t("settings.lastTold")} <Moment at={deliveredAt} shape="short" />
                    </>
                  ) : null}
                </p>
              </div>
              <SettingForm act="device-end" of={id} className="" {...given}>
                <SettingButton act="device-end" of={id}>
                  {t("settings.remove")}
                </SettingButton>
              </SettingForm>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}

function ThisOne({ serverKey }: { serverKey: string }) {
  const { t } = useTranslation();
  const { revalidate } = useRevalidator();
  const [state, setState] = useState<Here | null>(null);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  useEffect(() => void here().then(setState), []);
  const toggle = async () => {
    setBusy(true);
    if (state === "on") await unsubscribe();
    else setOutcome(await subscribe(serverKey));
    setState(await here());
    setBusy(false);
    await revalidate();
  };
  if (state === null) return null;
  const may = state === "off" || state === "on";
  return (
    <div className={classes.form}>
      <p role="status">{t(`settings.here.${state}`)}</p>
      {outcome === "failed" ? <p role="alert">{t("settings.pushFailed")}</p> : null}
      {may ? (
        <div>
          <Button onClick={() => void toggle()} loading={busy} variant={state === "on" ? "default" : "filled"}>
            {t(state === "on" ? "settings.pushOff" : "settings.pushOn")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
