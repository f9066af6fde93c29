import { useTranslation } from "react-i18next";
import { ClockIcon, LockIcon, ReturnIcon, ShieldIcon, TruckIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./catalog.module.css";

const STEPS = [
  { key: "hold", icon: LockIcon },
  { key: "dispatch", icon: ClockIcon },
  { key: "delivery", icon: TruckIcon },
  { key: "inspection", icon: ReturnIcon },
] as const;

/** What the escrow does, with its windows, said before anybody pays. */
export function Protection() {
  const { t } = useTranslation();
  return (
    <Panel title={t("protection.title")} icon={<ShieldIcon />}>
      <ol className={classes.protection}>
        {STEPS.map(({ key, icon: Icon }) => (
          <li key={key}>
            <span className={classes.protectionIcon}>
              <Icon size={18} />
            </span>
            <div>
              <strong>{t(`protection.${key}.title`)}</strong>
              <p>{t(`protection.${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
