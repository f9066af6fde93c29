import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, CheckCircleIcon, ClockIcon, CrossIcon, DocumentIcon, LockIcon } from "../../ui/icons.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import type { AgreementStanding } from "./standing.ts";

const WAITS = { tone: "held", icon: ClockIcon } as const;
const LOOKS = {
  order: { tone: "wait", icon: AlertIcon },
  pay: { tone: "wait", icon: AlertIcon },
  sign: { tone: "wait", icon: DocumentIcon },
  answer: { tone: "wait", icon: AlertIcon },
  ...{ wait_order: WAITS, wait_pay: WAITS, wait_sign: WAITS },
  in_force: { tone: "held", icon: LockIcon },
  lapsed: { tone: "calm", icon: CrossIcon },
  ended: { tone: "calm", icon: CheckCircleIcon },
} as const;

export function AgreementBadge({ standing }: { standing: AgreementStanding }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = LOOKS[standing];
  return (
    <Badge tone={tone} icon={<Icon size={16} />}>
      {t(`agreement.badge.${standing}`)}
    </Badge>
  );
}
