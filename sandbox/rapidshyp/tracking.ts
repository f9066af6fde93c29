import type { Answer, Call } from "../call.ts";
import { istStamp } from "../india-time.ts";
import { asObject, asText } from "../json.ts";
import type { WebhookEvent, WebhookMode } from "../records.ts";
import type { Sandbox } from "../sandbox.ts";
import { PARENT_COURIER } from "./rates.ts";
import type { Scan, Shipment, ShippingAddress, ShippingOrder } from "./records.ts";
import { DISPATCHED, descriptionOf, shipmentStatus } from "./scan-codes.ts";

const DAY_MS = 24 * 60 * 60 * 1000;

/** POST /track_order, by awb or by seller_order_id with contact or email */
export function trackOrder(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const found = [...sandbox.store.state.shipments.values()].flatMap((shipment) => {
    const order = sandbox.store.state.shippingOrders.get(shipment.orderId);
    return order && asksFor(body, order, shipment) ? [record(order, shipment, latestScan(shipment))] : [];
  });
  if (found.length === 0) return { status: 200, body: { success: false, msg: "No record found", records: [] } };
  return { status: 200, body: { success: true, msg: "Record found successfully", records: found } };
}

/** POST /shipment_details?shipment_id= */
export function shipmentDetails(sandbox: Sandbox, call: Call): Answer {
  const shipment = sandbox.store.state.shipments.get(call.query.shipment_id ?? "");
  const order = shipment && sandbox.store.state.shippingOrders.get(shipment.orderId);
  if (!order || !shipment) return { status: 200, body: { success: false, msg: "Shipment not found" } };
  const details = {
    ...trackedShipment(order, shipment, latestScan(shipment)),
    dead_weight: order.grams / 1000,
    applied_weight: order.grams / 1000,
    final_freights: null,
    ...prefixed("warehouse_", order.pickup),
    ...prefixed("rto_warehouse_", order.pickup),
  };
  return { status: 200, body: { success: true, msg: "Success", shipment_details: details } };
}

/**
 * Adds a scan and queues its webhook, which shows the shipment as of this scan even when it happened before others.
 * Out of order, the scan reported before comes once more, late. Returns delivery ids.
 */
export function addScan(
  sandbox: Sandbox,
  shipment: Shipment,
  scan: { readonly code: string; readonly at?: number; readonly location?: string; readonly remark?: string },
  mode: WebhookMode = sandbox.store.state.webhookModes.rapidshyp,
): string[] {
  const order = sandbox.store.state.shippingOrders.get(shipment.orderId);
  if (!order) return [];
  const before = shipment.scans.at(-1);
  const added: Scan = {
    code: scan.code,
    at: scan.at ?? sandbox.clock.now(),
    location: scan.location ?? "Demo Hub",
    remark: scan.remark ?? descriptionOf(scan.code),
  };
  const older = before && trackingEvent(sandbox, order, shipment, before);
  shipment.scans.push(added);
  sandbox.store.touch();
  const ids = sandbox.deliveries.queue(trackingEvent(sandbox, order, shipment, added), mode, older);
  sandbox.deliveries.inBackground(ids);
  return ids;
}

export const isDispatched = (shipment: Shipment): boolean => shipment.scans.some(({ code }) => DISPATCHED.has(code));

/** The scan that happened last; of several at the same second, the one reported last. */
export const latestScan = (shipment: Shipment): Scan | undefined =>
  shipment.scans.reduce<Scan | undefined>((last, scan) => (last && last.at > scan.at ? last : scan), undefined);

function asksFor(body: ReturnType<typeof asObject>, order: ShippingOrder, shipment: Shipment): boolean {
  const awb = asText(body.awb);
  if (awb !== undefined && awb !== "") return shipment.awb === awb;
  if (body.seller_order_id !== order.orderId) return false;
  return (
    body.contact === order.shipping.phone || (order.shipping.email !== null && body.email === order.shipping.email)
  );
}

function trackingEvent(sandbox: Sandbox, order: ShippingOrder, shipment: Shipment, current: Scan): WebhookEvent {
  const url = sandbox.options.appUrl + (sandbox.options.rapidshyp.webhookPath ?? "/api/v1/webhooks/rapidshyp/tracking");
  const records = [record(order, shipment, current)];
  const body = JSON.stringify({ success: true, msg: "Record found successfully", records });
  return { signer: "rapidshyp", type: current.code, reference: shipment.awb ?? shipment.shipmentId, url, body };
}

const record = (order: ShippingOrder, shipment: Shipment, current: Scan | undefined): object => ({
  seller_order_id: order.orderId,
  creation_date: istStamp(order.createdAt),
  payment_method: order.paymentMethod,
  total_order_value: order.totalOrderValue,
  store_name: order.storeName,
  order_status: order.status,
  ...prefixed("shipping_", order.shipping),
  ...prefixed("billing_", order.shipping),
  ...prefixed("warehouse_", order.pickup),
  shipment_details: [trackedShipment(order, shipment, current)],
});

function trackedShipment(order: ShippingOrder, shipment: Shipment, current: Scan | undefined): object {
  const courier = shipment.courierCode;
  const stampOf = (code: string) => {
    const scan = shipment.scans.find((known) => known.code === code);
    return scan ? istStamp(scan.at) : null;
  };
  const assigned = shipment.awbAssignedAt;
  const missed = shipment.scans.findLast(({ code }) => code === "UND");
  return {
    shipment_id: shipment.shipmentId,
    shipment_creation_date: istStamp(shipment.createdAt),
    shipment_status: shipmentStatus(current?.code, shipment.awb !== null, shipment.cancelled),
    awb: shipment.awb,
    courier_name: courier === null ? null : PARENT_COURIER,
    child_courier_name: courier === null ? null : `Demo ${courier}`,
    awb_assigned_date: assigned === null ? null : istStamp(assigned),
    current_courier_edd: assigned === null ? null : istStamp(assigned + 4 * DAY_MS),
    current_tracking_status_code: current?.code ?? null,
    current_tracking_status_desc: current ? descriptionOf(current.code) : null,
    current_status_date: current ? istStamp(current.at) : null,
    latest_ndr_reason_code: missed ? "CNA" : null,
    latest_ndr_reason_desc: missed?.remark ?? null,
    latest_ndr_date: missed ? istStamp(missed.at) : null,
    delivered_date: stampOf("DEL"),
    rto_delivered_date: stampOf("RTO_DEL"),
    product_details: order.items.map(({ name, sku, units }) => ({
      product_name: name,
      product_sku: sku,
      product_qty: units,
    })),
    track_scans:
      shipment.scans.length === 0
        ? null
        : shipment.scans.map((scan) => ({
            scan: scan.remark,
            scan_datetime: istStamp(scan.at),
            scan_location: scan.location,
            rapidshyp_status_code: scan.code,
          })),
  };
}

const prefixed = (prefix: string, address: ShippingAddress): object =>
  Object.fromEntries(
    Object.entries({
      name: address.name,
      contact: address.phone,
      email: address.email,
      address1: address.line1,
      address2: address.line2,
      pincode: address.pincode,
    }).map(([key, value]) => [`${prefix}${key}`, value]),
  );
