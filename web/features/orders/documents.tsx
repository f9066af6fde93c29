import { useTranslation } from "react-i18next";
import type { Order } from "../../api/types.ts";
import { DocumentIcon, PrintIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./orders.module.css";

export function Documents({ order }: { order: Order }) {
  const { t } = useTranslation();
  const label = order.role !== "buyer" && order.shipment?.hasLabel === true;
  return (
    <Panel title={t("documents.title")} icon={<DocumentIcon />}>
      {label ? (
        <a className={classes.document} href={`/api/v1/orders/${encodeURIComponent(order.id)}/label`}>
          <PrintIcon /> {t("documents.label")}
        </a>
      ) : (
        <p className={classes.soft}>{t(order.role === "buyer" ? "documents.noneBuyer" : "documents.noneSeller")}</p>
      )}
    </Panel>
  );
}
