import type { Answer, Call } from "../call.ts";
import { asObject, asText } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { failed } from "./manners.ts";
import { type Offer, offersFor, PARENT_COURIER } from "./rates.ts";
import type { Shipment, ShippingOrder } from "./records.ts";
import { addScan, isDispatched } from "./tracking.ts";

/** POST /assign_awb; an empty courier_code lets the rule choose the cheapest. */
export function assignAwb(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const found = findShipment(sandbox, asText(body.shipment_id));
  if (!found) return failed("Shipment not found");
  const { order, shipment } = found;
  const refusal = allocate(sandbox, order, shipment, asText(body.courier_code) ?? "");
  if (refusal) return failed(refusal);
  const courier = courierOf(order, shipment);
  return {
    status: 200,
    body: {
      status: "SUCCESS",
      remarks: "AWB assigned successfully",
      shipment_id: shipment.shipmentId,
      order_id: order.orderId,
      awb: shipment.awb,
      courier_code: shipment.courierCode,
      courier_name: courier?.name,
      parent_courier_name: PARENT_COURIER,
      applied_weight: order.grams / 1000,
      rto_routing_code: routing(order.pickup.pincode),
      pickup_name: order.pickupName,
      payment_method: order.paymentMethod,
      total_order_value: order.totalOrderValue,
      collectable_amount: order.paymentMethod === "COD" ? order.totalOrderValue : 0,
    },
  };
}

/** Gives a shipment its AWB, or says why not. */
export function allocate(
  sandbox: Sandbox,
  order: ShippingOrder,
  shipment: Shipment,
  courierCode: string,
): string | undefined {
  if (shipment.cancelled) return "Shipment is cancelled";
  if (shipment.awb !== null) return "AWB is already assigned";
  const offers = offersOf(order);
  const courier = courierCode === "" ? offers[0] : offers.find(({ code }) => code === courierCode);
  if (!courier) return "Courier is not serviceable for this shipment";
  shipment.awb = `DEMO${String(100_000_000 + sandbox.store.next())}`;
  shipment.courierCode = courier.code;
  shipment.awbAssignedAt = sandbox.clock.now();
  order.status = "PROCESSING";
  addScan(sandbox, shipment, { code: "SCB" });
  return undefined;
}

/** POST /schedule_pickup, answered in camelCase */
export function schedulePickup(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const found = findShipment(sandbox, asText(body.shipment_id));
  if (!found) return failed("Shipment not found");
  const { order, shipment } = found;
  const awb = asText(body.awb);
  if (shipment.awb === null) return failed("AWB is not assigned");
  if (awb !== undefined && awb !== "" && awb !== shipment.awb) return failed("AWB does not match the shipment");
  if (shipment.pickupScheduled) return failed("Pickup is already scheduled");
  book(sandbox, shipment);
  return {
    status: 200,
    body: {
      status: "SUCCESS",
      remarks: "Pickup scheduled successfully",
      shipmentId: shipment.shipmentId,
      orderId: order.orderId,
      awb: shipment.awb,
      courierCode: shipment.courierCode,
      courierName: courierOf(order, shipment)?.name,
      parentCourierName: PARENT_COURIER,
      routingCode: routing(order.shipping.pincode),
      rtoRoutingCode: routing(order.pickup.pincode),
    },
  };
}

export function book(sandbox: Sandbox, shipment: Shipment): void {
  shipment.pickupScheduled = true;
  addScan(sandbox, shipment, { code: "PSH" });
}

/** POST /generate_label, by shipment ids */
export function generateLabel(sandbox: Sandbox, call: Call): Answer {
  const wanted = asObject(call.body).shipmentId;
  const ids = (Array.isArray(wanted) ? wanted : []).map(String);
  if (ids.length === 0) return failed("shipmentId is mandatory");
  const labelData = ids.map((shipmentId) => {
    const shipment = findShipment(sandbox, shipmentId)?.shipment;
    const ready = shipment?.awb != null;
    return {
      shipmentId,
      labelURL: ready ? fileUrl(sandbox, "label", shipmentId) : null,
      labelRemarks: ready ? "Label generated successfully" : "AWB is not assigned",
    };
  });
  const all = labelData.every(({ labelURL }) => labelURL !== null);
  return {
    status: 200,
    body: { status: all ? "SUCCESS" : "FAILED", remarks: all ? "Success" : "Label not generated", labelData },
  };
}

/** POST /de_allocate_shipment: drops the AWB, as long as the parcel has not been picked up. */
export function deallocateShipment(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const found = findShipment(sandbox, asText(body.shipmentId));
  if (!found || found.order.orderId !== body.orderId) return failed("Shipment not found");
  const { shipment } = found;
  if (isDispatched(shipment)) return failed("Shipment is already picked up");
  if (shipment.awb === null) return failed("AWB is not assigned");
  addScan(sandbox, shipment, { code: "CAN" });
  shipment.awb = null;
  shipment.courierCode = null;
  shipment.pickupScheduled = false;
  shipment.scans = [];
  return { status: 200, body: { status: true, remarks: "Shipment de-allocated successfully" } };
}

/** POST /cancel_order */
export function cancelOrder(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const { state } = sandbox.store;
  const order = state.shippingOrders.get(asText(body.orderId) ?? "");
  const shipment = order && state.shipments.get(order.shipmentId);
  if (!order || !shipment || order.storeName !== body.storeName) return failed("Order not found");
  if (order.status === "CANCELLED") return failed("Order is already cancelled");
  if (isDispatched(shipment)) return failed("Order can not be cancelled, shipment is already picked up");
  order.status = "CANCELLED";
  shipment.cancelled = true;
  if (shipment.awb !== null) addScan(sandbox, shipment, { code: "CAN" });
  return { status: 200, body: { status: true, remarks: "Order cancelled successfully" } };
}

export const offersOf = (order: ShippingOrder): Offer[] =>
  offersFor(order.pickup.pincode, order.shipping.pincode, order.grams / 1000, order.paymentMethod === "COD");

export const courierOf = (order: ShippingOrder, shipment: Shipment): Offer | undefined =>
  offersOf(order).find(({ code }) => code === shipment.courierCode);

export const routing = (pincode: string): string => `R${pincode.slice(0, 3)}/${pincode.slice(3)}`;

export const fileUrl = (sandbox: Sandbox, kind: "label" | "manifest", shipmentId: string): string =>
  `${sandbox.url()}/rapidshyp/files/${kind}/${shipmentId}.pdf`;

export const trackingLink = (sandbox: Sandbox, awb: string): string => `${sandbox.url()}/rapidshyp/t/${awb}`;

export function findShipment(
  sandbox: Sandbox,
  shipmentId: string | undefined,
): { order: ShippingOrder; shipment: Shipment } | undefined {
  const { state } = sandbox.store;
  const shipment = state.shipments.get(shipmentId ?? "");
  const order = shipment && state.shippingOrders.get(shipment.orderId);
  return shipment && order ? { order, shipment } : undefined;
}
