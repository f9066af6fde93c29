import { useTranslation } from "../../i18n/words.tsx";
import { CheckCircleIcon, ClockIcon, CrossIcon, HandshakeIcon } from "../../ui/icons.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import type { Standing } from "./standing.ts";

const LOOKS = {
  answer: { tone: "wait", icon: HandshakeIcon },
  wait: { tone: "held", icon: ClockIcon },
  bare: { tone: "calm", icon: ClockIcon },
  agreed: { tone: "good", icon: CheckCircleIcon },
  closed: { tone: "calm", icon: CrossIcon },
  expired: { tone: "calm", icon: CrossIcon },
} as const;

export function NegotiationBadge({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = LOOKS[standing];
  return (
    <Badge tone={tone} icon={<Icon size={16} />}>
      {t(`negotiation.badge.${standing}`)}
    </Badge>
  );
}
