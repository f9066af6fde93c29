import { asText, type JsonObject } from "../json.ts";
import { addScan } from "../rapidshyp/tracking.ts";
import type { Sandbox } from "../sandbox.ts";
import { BadControlCall, instant, webhookMode } from "./decode.ts";
import type { Reply } from "./reply.ts";

/** Reports a scan, with any code (also one the carrier does not document) and any time, past or future. */
export async function scan(sandbox: Sandbox, awb: string, body: JsonObject): Promise<Reply> {
  const shipment = [...sandbox.store.state.shipments.values()].find((known) => known.awb === awb);
  if (!shipment) return { status: 404, body: { error: "no shipment with this awb" } };
  const code = asText(body.code);
  if (!code) throw new BadControlCall("code is missing");
  const location = asText(body.location);
  const remark = asText(body.remark);
  const given = {
    code,
    ...(body.at === undefined ? {} : { at: instant("at", body.at) }),
    ...(location === undefined ? {} : { location }),
    ...(remark === undefined ? {} : { remark }),
  };
  const mode = body.webhook === undefined ? undefined : webhookMode(body.webhook);
  const ids = addScan(sandbox, shipment, given, mode);
  await sandbox.store.settled();
  return { status: 200, body: { awb, code, deliveries: await sandbox.deliveries.flush(ids) } };
}

export function shipments(sandbox: Sandbox): Reply {
  const list = [...sandbox.store.state.shipments.values()].map((shipment) => ({
    shipment_id: shipment.shipmentId,
    order_id: shipment.orderId,
    awb: shipment.awb,
    courier_code: shipment.courierCode,
    pickup_scheduled: shipment.pickupScheduled,
    cancelled: shipment.cancelled,
    scans: shipment.scans.map((one) => ({ ...one, at: new Date(one.at).toISOString() })),
  }));
  return { status: 200, body: { shipments: list } };
}
