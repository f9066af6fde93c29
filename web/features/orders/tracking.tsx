import type { Order, Scan } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, TruckIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import classes from "./orders.module.css";
import { scanText } from "./scan-text.ts";

export function Tracking({ order, scans }: { order: Order; scans: Scan[] }) {
  const { t } = useTranslation();
  const { shipment } = order;
  if (!order.shippingOption || (order.status === "cancelled" && !shipment)) return null;
  return (
    <Panel title={t("tracking.title")} icon={<TruckIcon />}>
      {shipment ? <Consignment order={order} /> : <p className={classes.soft}>{t("tracking.notYet")}</p>}
      {scans.length > 0 ? (
        <ol className={classes.scans}>
          {[...scans].reverse().map((scan) => (
            <ScanRow key={`${scan.scannedAt}${scan.state}`} scan={scan} />
          ))}
        </ol>
      ) : shipment?.status === "booked" ? (
        <p className={classes.soft}>{t("tracking.noScans")}</p>
      ) : null}
    </Panel>
  );
}

function Consignment({ order: { shipment, shippingOption } }: { order: Order }) {
  const { t } = useTranslation();
  if (!shipment) return null;
  return (
    <>
      {shipment.status === "booking" ? <Callout tone="wait">{t("tracking.booking")}</Callout> : null}
      {shipment.problem ? (
        <Callout tone="bad" icon={<AlertIcon />} title={t("tracking.problem")}>
          <p>
            <bdi>{shipment.problem}</bdi>
          </p>
        </Callout>
      ) : null}
      {shipment.trackingNumber ? (
        <p className={classes.consignment}>
          <bdi>{shipment.courierTitle ?? shippingOption?.title}</bdi>
          {" · "}
          {shipment.trackingUrl ? (
            <a href={shipment.trackingUrl} rel="noreferrer">
              <bdi dir="ltr">{shipment.trackingNumber}</bdi>
            </a>
          ) : (
            <bdi dir="ltr">{shipment.trackingNumber}</bdi>
          )}
        </p>
      ) : (
        <p className={classes.soft}>{t("tracking.noNumber")}</p>
      )}
    </>
  );
}

function ScanRow({ scan }: { scan: Scan }) {
  const { t, i18n } = useTranslation();
  const key = `tracking.state.${scan.state}`;
  return (
    <li>
      <strong>{i18n.exists(key) ? t(key) : t("tracking.state.unknown")}</strong>
      <p>
        <bdi>{scanText(scan.text)}</bdi>
        {scan.location ? (
          <>
            {" · "}
            <bdi>{scan.location}</bdi>
          </>
        ) : null}
      </p>
      <p className={classes.soft}>
        <Moment at={scan.scannedAt} shape="short" />
      </p>
    </li>
  );
}
