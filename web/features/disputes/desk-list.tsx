import type { StaffDispute } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, ClockIcon, PersonIcon, ScalesIcon } from "../../ui/icons.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import { byPressure } from "./desk-order.ts";
import { DisputeList } from "./dispute-list.tsx";
import classes from "./disputes.module.css";

/** Every open case, the most pressing first, with who has it and how long it has waited. */
export function DeskList({ disputes, mine, now }: { disputes: readonly StaffDispute[]; mine: boolean; now: string }) {
  const { t } = useTranslation();
  if (disputes.length === 0)
    return (
      <EmptyState title={t(mine ? "disputesDesk.noneMine" : "disputesDesk.none")} icon={<ScalesIcon size={26} />}>
        <p>{t("disputesDesk.noneText")}</p>
      </EmptyState>
    );
  return (
    <DisputeList
      disputes={[...disputes].sort(byPressure)}
      now={now}
      page="/disputes-desk"
      aside={(dispute) => <Held dispute={dispute} />}
    />
  );
}

function Held({ dispute: { arbiter, waitingDays, alarmed, stage } }: { dispute: StaffDispute }) {
  const { t } = useTranslation();
  const waits = stage === "decision" || stage === "appeal";
  return (
    <p className={classes.badges}>
      <Badge tone={arbiter ? "held" : "wait"} icon={<PersonIcon size={16} />}>
        {arbiter ? t("disputesDesk.taken", { name: arbiter.name }) : t("disputesDesk.free")}
      </Badge>
      {waits ? (
        <Badge tone={alarmed ? "bad" : "calm"} icon={alarmed ? <AlertIcon size={16} /> : <ClockIcon size={16} />}>
          {t("disputesDesk.waiting", { count: waitingDays })}
        </Badge>
      ) : null}
    </p>
  );
}
