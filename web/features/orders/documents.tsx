import { Link } from "react-router";
import type { OrderDocument } from "../../api/orders.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { DocumentIcon, HandshakeIcon, PrintIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./orders.module.css";

/** Everything of an order that can be kept or printed: the label, the contract, invoices and credit notes. */
export function Documents({ order, documents }: { order: Order; documents: readonly OrderDocument[] }) {
  const { t } = useTranslation();
  const { lang, to } = useLocale();
  const label = order.role !== "buyer" && order.shipment?.hasLabel === true;
  const none = !label && !order.agreementId && documents.length === 0;
  return (
    <Panel title={t("documents.title")} icon={<DocumentIcon />}>
      {none ? <p className={classes.soft}>{t("documents.none")}</p> : null}
      {label ? (
        <a className={classes.document} href={`/api/v1/orders/${encodeURIComponent(order.id)}/label`}>
          <PrintIcon /> {t("documents.label")}
        </a>
      ) : null}
      <ul>
        {order.agreementId ? (
          <li>
            <Link className={classes.document} to={to(`/agreements/${order.agreementId}`)}>
              <HandshakeIcon /> {t("documents.toAgreement")}
            </Link>
          </li>
        ) : null}
        {order.agreementId ? (
          <li>
            <a className={classes.document} href={`/api/v1/agreements/${order.agreementId}/pdf?language=${lang}`}>
              <DocumentIcon /> {t("documents.agreement")}
            </a>
          </li>
        ) : null}
        {documents.map(({ id, kind, number }) => (
          <li key={id}>
            <a className={classes.document} href={`/api/v1/documents/${id}/pdf?language=${lang}`}>
              <DocumentIcon /> {t(`documents.kind.${kind}`)} <bdi dir="ltr">{number}</bdi>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
