import type { DeadlineKind, OrderKind, OrderStatus, Role } from "../api/types.ts";
import { useTranslation } from "../i18n/words.tsx";
import {
  AlertIcon,
  CheckCircleIcon,
  ClockIcon,
  CrossIcon,
  HomeIcon,
  LockIcon,
  ParcelIcon,
  ReturnIcon,
  TruckIcon,
} from "./icons.tsx";
import { situationOf } from "./situation.ts";
import classes from "./status-badge.module.css";
import { useWords } from "./words.ts";

export type Tone = "good" | "wait" | "bad" | "calm" | "held";

/** A status in words for its reader, with a colour and an icon that say the same. */
export function OrderStatusBadge({
  status,
  audience,
  kind = "physical",
  deadline = null,
}: {
  status: OrderStatus;
  audience: Role;
  kind?: OrderKind;
  /** Of the deadline that runs: work that is late says so. */
  deadline?: DeadlineKind | null;
}) {
  const { t } = useTranslation();
  const words = useWords(kind);
  const situation = situationOf({ status, deadline });
  const { tone, icon: Icon } = situation.startsWith("late") ? LATE : LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon size={16} />}>
      {t(words(`status.${audience}.${situation}`, `status.${audience}.${status}`))}
    </Badge>
  );
}

export function Badge({ tone, icon, children }: { tone: Tone; icon?: React.ReactNode; children: React.ReactNode }) {
  return (
    <span className={classes.badge} data-tone={tone}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

const LATE = { tone: "bad", icon: ClockIcon } as const;

const LOOKS: Record<OrderStatus, { tone: Tone; icon: typeof ClockIcon }> = {
  payment_pending: { tone: "wait", icon: ClockIcon },
  escrow_locked: { tone: "held", icon: LockIcon },
  order_confirmed: { tone: "held", icon: LockIcon },
  processing: { tone: "held", icon: ParcelIcon },
  ready_to_ship: { tone: "held", icon: ParcelIcon },
  shipped: { tone: "held", icon: TruckIcon },
  in_transit: { tone: "held", icon: TruckIcon },
  out_for_delivery: { tone: "held", icon: TruckIcon },
  delivered: { tone: "wait", icon: HomeIcon },
  revision_requested: { tone: "held", icon: ReturnIcon },
  returning: { tone: "held", icon: ReturnIcon },
  completed: { tone: "good", icon: CheckCircleIcon },
  cancelled: { tone: "calm", icon: CrossIcon },
  refunded: { tone: "calm", icon: ReturnIcon },
  disputed: { tone: "bad", icon: AlertIcon },
  failed: { tone: "bad", icon: AlertIcon },
};
