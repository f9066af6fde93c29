import type { Hit, Window } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { formatDuration } from "../../ui/duration.ts";
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

const PHYSICAL = [
  { key: "protection.hold", icon: LockIcon },
  { key: "protection.dispatch", icon: ClockIcon },
  { key: "protection.delivery", icon: TruckIcon },
  { key: "protection.inspection", icon: ReturnIcon },
] as const;

const SERVICE = [
  { key: "protection.hold", icon: LockIcon },
  { key: "shop.protection.accept", icon: ClockIcon },
  { key: "shop.protection.revise", icon: ReturnIcon },
  { key: "shop.protection.release", icon: CheckCircleIcon },
] as const;

const MINUTE_MS = 60_000;

/** Of files the time to look may be none, and then that is what must be known before paying. */
const digital = (look: boolean) =>
  [
    { key: "shop.protection.hold", icon: LockIcon },
    { key: "shop.protection.open", icon: DownloadIcon },
    { key: look ? "shop.protection.look" : "shop.protection.atOnce", icon: ClockIcon },
  ] as const;

/** What the escrow does, with its windows, said before anybody pays. */
export function Protection({ kind, inspection = null }: { kind: Hit["kind"]; inspection?: Window | null }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const minutes = inspection?.minutes ?? 0;
  const duration = formatDuration(minutes * MINUTE_MS, intl);
  const steps = { physical: PHYSICAL, digital: digital(minutes > 0), service: SERVICE }[kind];
  return (
    <Panel title={t("protection.title")} icon={<ShieldIcon />}>
      <ol className={classes.protection}>
        {steps.map(({ key, icon: Icon }) => (
          <li key={key}>
            <span className={classes.protectionIcon}>
              <Icon size={18} />
            </span>
            <div>
              <strong>{t(`${key}.title`, { duration })}</strong>
              <p>{t(`${key}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
