import type { Hit, Window } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { DaysOff } from "../../ui/days-off.tsx";
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

/** How long new orders give each side, in milliseconds. */
export type Windows = Readonly<Record<"dispatch" | "delivery" | "inspection" | "inspectionWork", number>>;

const PHYSICAL = [
  { key: "protection.hold", icon: LockIcon },
  { key: "protection.dispatch", icon: ClockIcon, window: "dispatch" },
  { key: "protection.delivery", icon: TruckIcon, window: "delivery" },
  { key: "protection.inspection", icon: ReturnIcon, window: "inspection" },
] as const;

const SERVICE = [
  { key: "protection.hold", icon: LockIcon },
  { key: "shop.protection.accept", icon: ClockIcon, window: "dispatch" },
  { key: "shop.protection.revise", icon: ReturnIcon },
  { key: "shop.protection.release", icon: CheckCircleIcon, window: "inspectionWork" },
] as const;

const MINUTE_MS = 60_000;

type Step = {
  readonly key: (typeof PHYSICAL | typeof SERVICE | ReturnType<typeof digital>)[number]["key"];
  readonly icon: typeof LockIcon;
  readonly window?: keyof Windows;
};

/** Of files the time to look may be none, and then that is what must be known before paying. */
const digital = (look: boolean) =>
  [
    { key: "shop.protection.hold", icon: LockIcon },
    { key: "shop.protection.open", icon: DownloadIcon },
    { key: look ? "shop.protection.look" : "shop.protection.atOnce", icon: ClockIcon },
  ] as const;

/** What the escrow does, with its windows, said before anybody pays. */
export function Protection({
  kind,
  windows,
  inspection = null,
}: {
  kind: Hit["kind"];
  windows: Windows;
  inspection?: Window | null;
}) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const minutes = inspection?.minutes ?? 0;
  const steps: readonly Step[] = { physical: PHYSICAL, digital: digital(minutes > 0), service: SERVICE }[kind];
  return (
    <Panel title={t("protection.title")} icon={<ShieldIcon />}>
      <ol className={classes.protection}>
        {steps.map(({ key, icon: Icon, window }) => {
          const duration = formatDuration(window ? windows[window] : minutes * MINUTE_MS, intl);
          return (
            <li key={key}>
              <span className={classes.protectionIcon}>
                <Icon size={18} />
              </span>
              <div>
                <strong>{t(`${key}.title`, { duration })}</strong>
                <p>{t(`${key}.text`, { duration })}</p>
              </div>
            </li>
          );
        })}
      </ol>
      {kind === "digital" ? null : <DaysOff />}
    </Panel>
  );
}
