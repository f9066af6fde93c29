import { type Static, Type } from "typebox";
import { IdText, maybe } from "../../support/decode.ts";

const Text = maybe(Type.String());
/** An id or number; they write `""` where there is none. */
const Code = maybe(Type.Union([Type.String({ maxLength: 200 }), Type.Integer()]));

/** How every answer says yes or no, in all the ways it has been seen to: `status`, `success`, `remark`, `remarks`, `msg`. */
export const TheirVerdict = Type.Object({
  status: maybe(Type.Union([Type.String(), Type.Boolean()])),
  success: maybe(Type.Union([Type.String(), Type.Boolean()])),
  remark: Text,
  remarks: Text,
  msg: Text,
});
export type TheirVerdict = Static<typeof TheirVerdict>;

export const TheirRates = Type.Object({ serviceable_courier_list: maybe(Type.Array(Type.Unknown())) });

export const TheirRate = Type.Object({
  courier_code: IdText,
  courier_name: Type.String({ minLength: 1 }),
  freight_mode: Text,
  total_freight: Type.Union([Type.Number(), Type.String()]),
  edd: Text,
});
export type TheirRate = Static<typeof TheirRate>;

/** A shipment in the answers of `/wrapper` (camel case) and of the step-by-step calls (snake case). */
export const TheirShipment = Type.Object({
  shipmentId: Code,
  shipment_id: Code,
  awb: Code,
  courierName: Text,
  courier_name: Text,
  labelURL: Text,
  tracking_link: Text,
  pickupScheduled: maybe(Type.Boolean()),
});
export type TheirShipment = Static<typeof TheirShipment>;

export const TheirWrapper = Type.Object({
  orderId: Code,
  orderCreated: maybe(Type.Boolean()),
  shipment: maybe(Type.Array(TheirShipment)),
});

export const TheirOrderInfo = Type.Object({
  seller_order_id: Code,
  channel_order_id: Code,
  order_status: Text,
  shipment_lines: maybe(Type.Array(TheirShipment)),
});
export type TheirOrderInfo = Static<typeof TheirOrderInfo>;

export const TheirLabels = Type.Object({
  labelData: Type.Array(Type.Object({ shipmentId: Code, shipment_id: Code, labelURL: Text })),
});

/** Words for people: shown when they are text, and never a reason to refuse the rest. */
const Words = Type.Optional(Type.Unknown());

const TheirScan = Type.Object({ scan: Words, scan_datetime: Text, scan_location: Words, rapidshyp_status_code: Text });
export type TheirScan = Static<typeof TheirScan>;

export const TheirParcel = Type.Object({
  awb: Code,
  current_tracking_status_code: Text,
  current_tracking_status_desc: Words,
  current_status_date: Text,
  delivered_date: Text,
  rto_delivered_date: Text,
  track_scans: maybe(Type.Array(TheirScan)),
});
export type TheirParcel = Static<typeof TheirParcel>;

export const TheirRecords = Type.Array(Type.Object({ shipment_details: maybe(Type.Array(TheirParcel)) }));

export const TheirTracking = Type.Object({ records: maybe(TheirRecords) });

/** Tracking pushes have been seen as `{ records }`, as `{ data: … }` around it or the list, and as the bare list. */
export const TheirPush = Type.Union([
  TheirRecords,
  Type.Object({ records: TheirRecords }),
  Type.Object({ data: Type.Union([TheirRecords, Type.Object({ records: TheirRecords })]) }),
]);
