import type { Answer, Call } from "../call.ts";
import { istStamp } from "../india-time.ts";
import { asNumber, asObject, asText, isObject, type JsonObject } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { failed } from "./manners.ts";
import { PARENT_COURIER } from "./rates.ts";
import type { Item, Shipment, ShippingAddress, ShippingOrder } from "./records.ts";
import { courierOf, trackingLink } from "./shipments.ts";

/** POST /create_order: registers only. The shipment id is read with /get_orders_info. */
export function createOrder(sandbox: Sandbox, call: Call): Answer {
  const order = register(sandbox, asObject(call.body));
  if (typeof order === "string") return failed(order, { errors: [order] });
  const body = { status: "SUCCESS", remarks: "Order created successfully", order_id: order.orderId };
  return { status: 200, body };
}

/** Keeps an order and its one shipment, or says what is wrong with it. */
export function register(sandbox: Sandbox, body: JsonObject): ShippingOrder | string {
  const pickup = pickupOf(sandbox, body);
  if (typeof pickup === "string") return pickup;
  const objection = objectionTo(body);
  if (objection) return objection;
  const { state } = sandbox.store;
  const orderId = asText(body.orderId) ?? "";
  if (state.shippingOrders.has(orderId)) return "Order already exists with this orderId";
  const now = sandbox.clock.now();
  const shipmentId = `S${String(2_601_000_000 + sandbox.store.next())}`;
  const items = itemsOf(body.orderItems);
  const order: ShippingOrder = {
    orderId,
    storeName: asText(body.storeName) ?? "DEFAULT",
    orderDate: asText(body.orderDate) ?? "",
    createdAt: now,
    paymentMethod: body.paymentMethod === "COD" ? "COD" : "PREPAID",
    totalOrderValue:
      asNumber(body.totalOrderValue) ?? items.reduce((sum, item) => sum + item.units * item.unitPrice, 0),
    pickupName: pickup.pickupName,
    pickup: pickup.address,
    shipping: shippingOf(asObject(body.shippingAddress)),
    items,
    grams: asNumber(asObject(body.packageDetails).packageWeight) ?? 0,
    shipmentId,
    status: "CREATED",
  };
  const shipment: Shipment = {
    shipmentId,
    orderId,
    createdAt: now,
    awb: null,
    courierCode: null,
    awbAssignedAt: null,
    pickupScheduled: false,
    cancelled: false,
    scans: [],
  };
  state.shippingOrders.set(orderId, order);
  state.shipments.set(shipmentId, shipment);
  return order;
}

/** POST /approve_orders */
export function approveOrders(sandbox: Sandbox, call: Call): Answer {
  const wanted = asObject(call.body).order_id;
  const orders = (Array.isArray(wanted) ? wanted : []).map((id) => sandbox.store.state.shippingOrders.get(String(id)));
  if (orders.length === 0 || orders.includes(undefined))
    return { status: 200, body: { status: "FAILED", remark: "Order not found" } };
  for (const order of orders) if (order?.status === "CREATED") order.status = "APPROVED";
  return { status: 200, body: { status: "success", remark: "Orders approved successfully" } };
}

/** POST /get_orders_info?order_id= or ?channel_order_id= */
export function getOrdersInfo(sandbox: Sandbox, call: Call): Answer {
  const { state } = sandbox.store;
  const order = state.shippingOrders.get(call.query.order_id ?? call.query.channel_order_id ?? "");
  const shipment = order && state.shipments.get(order.shipmentId);
  if (!order || !shipment) return failed("Order not found");
  const courier = courierOf(order, shipment);
  const line = {
    shipment_id: shipment.shipmentId,
    pickup_address_name: order.pickupName,
    item_lines: order.items.map(({ name, sku, units, unitPrice }) => ({ name, sku, units, selling_price: unitPrice })),
    awb: shipment.awb,
    courier_code: shipment.courierCode,
    courier_name: courier?.name ?? null,
    parent_courier_name: courier ? PARENT_COURIER : null,
    applied_weight: order.grams / 1000,
    routing_code: null,
    rto_routing_code: null,
    tracking_link: shipment.awb === null ? null : trackingLink(sandbox, shipment.awb),
  };
  const body = {
    status: "SUCCESS",
    remarks: "Success",
    seller_order_id: order.orderId,
    channel_order_id: order.orderId,
    order_status: order.status,
    order_date: istStamp(order.createdAt),
    payment_method: order.paymentMethod,
    total_order_value: order.totalOrderValue,
    shipment_lines: [line],
  };
  return { status: 200, body };
}

type Pickup = { readonly pickupName: string; readonly address: ShippingAddress };

function pickupOf(sandbox: Sandbox, body: JsonObject): Pickup | string {
  const saved = asText(body.pickupAddressName);
  if (saved !== undefined && saved !== "") {
    const address = sandbox.store.state.pickupLocations.get(saved);
    return address ? { pickupName: saved, address } : "Pickup address name not found";
  }
  const given = body.pickupLocation;
  if (!isObject(given)) return "pickupAddressName or pickupLocation is mandatory";
  const text = (field: string) => asText(given[field]) ?? "";
  const rules: [string, RegExp][] = [
    ["contactName", /^.{1,75}$/],
    ["pickupName", /^.{3,75}$/],
    ["pickupEmail", /^[^@\s]+@[^@\s]+$/],
    ["pickupPhone", /^[6-9]\d{9}$/],
    ["pickupAddress1", /^.{3,100}$/],
    ["pinCode", PINCODE],
  ];
  const wrong = rules.find(([field, pattern]) => !pattern.test(text(field)));
  if (wrong) return `Invalid ${wrong[0]} in pickupLocation`;
  const address: ShippingAddress = {
    name: text("contactName"),
    line1: text("pickupAddress1"),
    line2: asText(given.pickupAddress2) ?? null,
    pincode: text("pinCode"),
    phone: text("pickupPhone"),
    email: text("pickupEmail"),
  };
  return { pickupName: text("pickupName"), address };
}

const PINCODE = /^[1-9]\d{5}$/;

function objectionTo(body: JsonObject): string | undefined {
  if (!/^\S{1,100}$/.test(asText(body.orderId) ?? "")) return "orderId is mandatory";
  if (!/^\d{4}-\d\d-\d\d$/.test(asText(body.orderDate) ?? "")) return "Invalid orderDate, expected YYYY-MM-DD";
  if (!asText(body.storeName)) return "storeName is mandatory";
  if (typeof body.billingIsShipping !== "boolean") return "billingIsShipping is mandatory";
  if (body.paymentMethod !== "PREPAID" && body.paymentMethod !== "COD") return "Invalid paymentMethod";
  if (!body.billingIsShipping && !asText(asObject(body.billingAddress).email)) {
    return "email is mandatory in billingAddress";
  }
  return (
    objectionToShipping(asObject(body.shippingAddress)) ??
    objectionToItems(body.orderItems) ??
    objectionToPackage(asObject(body.packageDetails))
  );
}

function objectionToShipping(address: JsonObject): string | undefined {
  const name = `${asText(address.firstName) ?? ""} ${asText(address.lastName) ?? ""}`.trim();
  if (!asText(address.firstName) || name.length < 3 || name.length > 75) return "Invalid name in shippingAddress";
  const line = asText(address.addressLine1) ?? "";
  if (line.length < 3 || line.length > 100) return "Invalid addressLine1 in shippingAddress";
  if (!PINCODE.test(asText(address.pinCode) ?? "")) return "Invalid pinCode in shippingAddress";
  return /^(\+91)?[6-9]\d{9}$/.test(asText(address.phone) ?? "") ? undefined : "Invalid phone in shippingAddress";
}

function objectionToItems(items: unknown): string | undefined {
  if (!Array.isArray(items) || items.length === 0) return "orderItems is mandatory";
  const bad = items.map(asObject).some((item) => {
    const name = asText(item.itemName) ?? "";
    const counted = (asNumber(item.units) ?? 0) > 0 && (asNumber(item.unitPrice) ?? 0) > 0;
    return name.length < 3 || name.length > 200 || !counted || (asNumber(item.tax) ?? -1) < 0;
  });
  return bad ? "Invalid orderItems" : undefined;
}

function objectionToPackage(details: JsonObject): string | undefined {
  const fields = ["packageLength", "packageBreadth", "packageHeight", "packageWeight"];
  const wrong = fields.find((field) => !((asNumber(details[field]) ?? 0) > 0));
  return wrong ? `Invalid ${wrong} in packageDetails` : undefined;
}

const itemsOf = (items: unknown): Item[] =>
  (Array.isArray(items) ? items : []).map(asObject).map((item) => ({
    name: asText(item.itemName) ?? "",
    sku: asText(item.sku) ?? "",
    units: asNumber(item.units) ?? 0,
    unitPrice: asNumber(item.unitPrice) ?? 0,
  }));

const shippingOf = (address: JsonObject): ShippingAddress => ({
  name: `${asText(address.firstName) ?? ""} ${asText(address.lastName) ?? ""}`.trim(),
  line1: asText(address.addressLine1) ?? "",
  line2: asText(address.addressLine2) ?? null,
  pincode: asText(address.pinCode) ?? "",
  phone: asText(address.phone) ?? "",
  email: asText(address.email) ?? null,
});
