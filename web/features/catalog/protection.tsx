import { useTranslation } from "react-i18next";
import type { Hit } from "../../api/shopping.ts";
import {
  CheckCircleIcon,
  ClockIcon,
  DownloadIcon,
  LockIcon,
  ReturnIcon,
  ShieldIcon,
  TruckIcon,
} from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./catalog.module.css";

const STEPS = {
  physical: [
    { key: "protection.hold", icon: LockIcon },
    { key: "protection.dispatch", icon: ClockIcon },
    { key: "protection.delivery", icon: TruckIcon },
    { key: "protection.inspection", icon: ReturnIcon },
  ],
  digital: [
    { key: "shop.protection.hold", icon: LockIcon },
    { key: "shop.protection.open", icon: DownloadIcon },
    { key: "shop.protection.wrong", icon: ReturnIcon },
  ],
  service: [
    { key: "protection.hold", icon: LockIcon },
    { key: "shop.protection.accept", icon: ClockIcon },
    { key: "shop.protection.revise", icon: ReturnIcon },
    { key: "shop.protection.release", icon: CheckCircleIcon },
  ],
} as const;

/** What the escrow does, with its windows, said before anybody pays. */
export function Protection({ kind }: { kind: Hit["kind"] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("protection.title")} icon={<ShieldIcon />}>
      <ol className={classes.protection}>
        {STEPS[kind].map(({ key, icon: Icon }) => (
          <li key={key}>
            <span className={classes.protectionIcon}>
              <Icon size={18} />
            </span>
            <div>
              <strong>{t(`${key}.title`)}</strong>
              <p>{t(`${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
