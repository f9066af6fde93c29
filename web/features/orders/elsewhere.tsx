import { Link } from "react-router";
import type { DisputeSummary } from "../../api/disputes.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { AlertIcon, ArrowIcon, ScalesIcon } from "../../ui/icons.tsx";

/** What is done on another page: a dispute's room, a word about a problem. */
export function Elsewhere({ order, dispute }: { order: Order; dispute: DisputeSummary | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const open = order.status === "disputed" && dispute !== null;
  const complains = !open && order.role !== "staff" && order.escrow.status === "held";
  return (
    <>
      {dispute ? (
        <Button
          component={Link}
          to={to(`/disputes/${dispute.id}`)}
          size="md"
          variant={open ? "filled" : "default"}
          leftSection={<ScalesIcon />}
          rightSection={<ArrowIcon />}
        >
          {t("action.room")}
        </Button>
      ) : null}
      {complains ? (
        <Button
          component={Link}
          to={to(`/orders/${order.id}/problem`)}
          size="md"
          variant={order.status === "delivered" && order.role === "buyer" ? "default" : "subtle"}
          leftSection={<AlertIcon />}
        >
          {t("action.problem")}
        </Button>
      ) : null}
    </>
  );
}
