import { Link } from "react-router";
import type { BankAccount } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, CheckCircleIcon, ClockIcon, ShieldIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./selling.module.css";

export type SetUp = { listings: number; pickup: boolean; accounts: readonly BankAccount[] };

type Item = { name: "listing" | "pickup" | "bank"; state: "done" | "waiting" | "missing" | "failed"; page: string };

/** What a seller needs to be paid, and how far each of it is. */
export function itemsOf({ listings, pickup, accounts }: SetUp): Item[] {
  const account = accounts.find(({ primary }) => primary) ?? accounts[0];
  const bank = !account
    ? "missing"
    : account.status === "verified"
      ? "done"
      : account.status === "pending"
        ? "waiting"
        : "failed";
  return [
    { name: "listing", state: listings > 0 ? "done" : "missing", page: "/selling/listings/new" },
    { name: "pickup", state: pickup ? "done" : "missing", page: "/selling/pickup-address" },
    { name: "bank", state: bank, page: "/selling/bank-account" },
  ];
}

const LOOKS = {
  done: { tone: "good", icon: <CheckCircleIcon size={16} /> },
  waiting: { tone: "wait", icon: <ClockIcon size={16} /> },
  missing: { tone: "calm", icon: <ClockIcon size={16} /> },
  failed: { tone: "bad", icon: <AlertIcon size={16} /> },
} as const;

/** Gone once nothing of it is left to do. */
export function SetUpList({ of }: { of: SetUp }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const items = itemsOf(of);
  if (items.every(({ state }) => state === "done")) return null;
  return (
    <Panel title={t("workplace.setUp")} icon={<ShieldIcon />}>
      <p className={classes.soft}>{t("workplace.setUpText")}</p>
      <ul className={classes.tasks}>
        {items.map(({ name, state, page }) => (
          <li key={name}>
            <div className={classes.what}>
              <strong>{t(`workplace.item.${name}.title`)}</strong>
              <p className={classes.soft}>{t(`workplace.item.${name}.text`)}</p>
            </div>
            <div className={classes.side}>
              <Badge tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
                {t(`workplace.state.${state}`)}
              </Badge>
              {state === "done" ? null : (
                <Link to={to(page)}>{t(`workplace.item.${name}.${state === "missing" ? "do" : "look"}`)}</Link>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
