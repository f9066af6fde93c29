import type { Shelf } from "../../api/selling.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PencilIcon } from "../../ui/edit-icons.tsx";
import { AlertIcon, CheckCircleIcon, ClockIcon, ParcelIcon, ReturnIcon } from "../../ui/icons.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";

const LOOKS: Record<Shelf, { tone: Tone; icon: typeof ClockIcon }> = {
  draft: { tone: "calm", icon: PencilIcon },
  rejected: { tone: "bad", icon: ReturnIcon },
  under_review: { tone: "wait", icon: ClockIcon },
  active: { tone: "good", icon: CheckCircleIcon },
  out_of_stock: { tone: "bad", icon: AlertIcon },
  inactive: { tone: "calm", icon: ParcelIcon },
};

export function ShelfBadge({ shelf }: { shelf: Shelf }) {
  const { t } = useTranslation();
  const { tone, icon: Icon } = LOOKS[shelf];
  return (
    <Badge tone={tone} icon={<Icon size={16} />}>
      {t(`listings.shelf.${shelf}`)}
    </Badge>
  );
}
