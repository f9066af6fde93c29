import type { DisputeStage } from "../../api/disputes.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, BankIcon, CheckCircleIcon, ClockIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";

const LOOKS: Record<DisputeStage, { tone: Tone; icon: typeof ClockIcon }> = {
  answer: { tone: "bad", icon: AlertIcon },
  decision: { tone: "held", icon: ScalesIcon },
  appeal_window: { tone: "wait", icon: ClockIcon },
  appeal: { tone: "held", icon: ScalesIcon },
  bank: { tone: "bad", icon: BankIcon },
  closed: { tone: "calm", icon: CheckCircleIcon },
};

export function StageBadge({ stage }: { stage: DisputeStage }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = LOOKS[stage];
  return (
    <Badge tone={tone} icon={<Icon size={16} />}>
      {t(`disputes.stage.${stage}`)}
    </Badge>
  );
}
