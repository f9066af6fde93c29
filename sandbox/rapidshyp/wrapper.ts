import type { Answer, Call } from "../call.ts";
import { asObject } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { failed } from "./manners.ts";
import { register } from "./orders.ts";
import { PARENT_COURIER } from "./rates.ts";
import type { Shipment, ShippingOrder } from "./records.ts";
import { allocate, book, courierOf, fileUrl, routing } from "./shipments.ts";

/** POST /wrapper: order, AWB by the panel's rule, pickup, label and manifest in one call; may stop half-way. */
export function wrapper(sandbox: Sandbox, call: Call): Answer {
  const order = register(sandbox, asObject(call.body));
  if (typeof order === "string") return failed(order, { errors: [order] });
  const shipment = sandbox.store.state.shipments.get(order.shipmentId);
  if (!shipment) return failed("Shipment not found");
  const refusal = call.partial ? "AWB could not be assigned" : allocate(sandbox, order, shipment, "");
  if (!refusal) book(sandbox, shipment);
  const body = {
    status: "SUCCESS",
    remarks: refusal ?? "Order and shipment created successfully",
    orderId: order.orderId,
    orderCreated: true,
    shipment: [shipmentLine(sandbox, order, shipment)],
  };
  return { status: 200, body };
}

function shipmentLine(sandbox: Sandbox, order: ShippingOrder, shipment: Shipment): object {
  const done = shipment.awb !== null;
  const courier = courierOf(order, shipment);
  return {
    shipmentId: shipment.shipmentId,
    awbGenerated: done,
    labelGenerated: done,
    pickupScheduled: done,
    awb: shipment.awb,
    courierCode: shipment.courierCode,
    courierName: courier?.name ?? null,
    parentCourierName: courier ? PARENT_COURIER : null,
    appliedWeight: order.grams / 1000,
    labelURL: done ? fileUrl(sandbox, "label", shipment.shipmentId) : null,
    manifestURL: done ? fileUrl(sandbox, "manifest", shipment.shipmentId) : null,
    routingCode: done ? routing(order.shipping.pincode) : null,
    rtoRoutingCode: done ? routing(order.pickup.pincode) : null,
    pickupName: order.pickupName,
    paymentMethod: order.paymentMethod,
    shippingCharges: 0,
    giftWrapCharges: 0,
    transactionCharges: 0,
    totalDiscount: 0,
    totalOrderValue: order.totalOrderValue,
    prepaidAmount: 0,
    collectableAmount: order.paymentMethod === "COD" ? order.totalOrderValue : 0,
    shipmentLines: order.items.map(({ name, sku, units, unitPrice }) => ({
      name,
      sku,
      units,
      sellingPrice: unitPrice,
    })),
  };
}
