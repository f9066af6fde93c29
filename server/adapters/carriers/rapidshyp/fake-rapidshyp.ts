import type { Http, HttpAnswer, HttpRequest } from "../../support/http.ts";

type Scan = { scan: string; scan_datetime: string; scan_location: string; rapidshyp_status_code: string };
type Parcel = {
  readonly order: string;
  readonly shipment: string;
  awb: string | null;
  courier: string | null;
  pickup: boolean;
  cancelled: boolean;
  readonly scans: Scan[];
};

type State = {
  readonly parcels: Parcel[];
  /** Every tracking number that was ever given out. */
  readonly awbs: string[];
  /** Calls that say no, by their path. */
  readonly refusing: Set<string>;
  /** The next wrapper call makes an order and nothing more. */
  half: boolean;
  serial: number;
};

/**
 * RapidShyp as its document describes it, in memory, for tests: always HTTP 200, `status` in all its spellings, remarks in
 * both of theirs. A tracking number once given away is dropped by `/de_allocate_shipment` unless the parcel is on its way.
 */
export function fakeRapidshyp({ token, now }: { readonly token: string; readonly now: () => string }) {
  const state: State = { parcels: [], awbs: [], refusing: new Set(), half: false, serial: 100_000_000 };
  const requests: HttpRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    if (request.method !== "POST") return { status: 405, headers: {}, json: undefined };
    if (request.headers["rapidshyp-token"] !== token)
      return { status: 401, headers: {}, json: { status: "FAILED", remarks: "unauthorised" } };
    const { pathname, searchParams } = new URL(request.url);
    const json = JSON.parse(JSON.stringify(request.body ?? {}));
    const path = pathname.slice(pathname.lastIndexOf("/"));
    if (state.refusing.has(path)) return no(`${path} is not for you`);
    const call = CALLS.get(path);
    const [byOrder, byChannel] = [searchParams.get("order_id"), searchParams.get("channel_order_id")];
    return call
      ? call(state, { ...json, query: byOrder === byChannel ? byOrder : null })
      : { status: 404, headers: {}, json: undefined };
  };
  const scan = (awb: string, code: string, text = code) => {
    const scans = state.parcels.find((parcel) => parcel.awb === awb)?.scans;
    scans?.push({ scan: text, scan_datetime: now(), scan_location: "Bengaluru", rapidshyp_status_code: code });
  };
  return { http, requests, state, scan };
}

type Body = {
  readonly query: string | null;
  readonly Delivery_pincode: string;
  readonly weight: number;
  readonly orderId: string;
  readonly shipmentId: string | readonly string[];
  readonly shipment_id: string;
  readonly awb: string;
  readonly courier_code: string;
};

const COURIERS = new Map([
  ["6001", "Example Surface 0.5kg"],
  ["6002", "Example Air 0.5kg"],
  ["6003", "Example Today"],
]);
/** Whom the panel's rule chooses where the call names nobody. */
const RULE = "6002";

const CALLS = new Map<string, (state: State, body: Body) => HttpAnswer>([
  [
    "/serviceabilty_check",
    (_, { Delivery_pincode, weight }) => {
      const heavy = weight > 10;
      const list = [
        {
          courier_code: "6001",
          courier_name: COURIERS.get("6001"),
          freight_mode: "Surface",
          max_weight: "0.5",
          total_freight: 61.5,
          edd: "09-01-2026",
        },
        {
          courier_code: 6002,
          courier_name: COURIERS.get("6002"),
          freight_mode: "Air",
          total_freight: "98.00",
          edd: null,
        },
        {
          courier_code: "6003",
          courier_name: COURIERS.get("6003"),
          freight_mode: "Air",
          total_freight: 150,
          edd: "05-01-2026",
        },
        { courier_code: "6004", courier_name: "Example with a float", freight_mode: "Air", total_freight: 0.1 + 0.2 },
      ];
      return yes({
        status: true,
        remark: "Success",
        serviceable_courier_list: heavy || Delivery_pincode === "999999" ? [] : list,
      });
    },
  ],
  ["/wrapper", (state, body) => wrap(state, body)],
  [
    "/create_order",
    (state, { orderId }) =>
      register(state, orderId)
        ? yes({ status: "SUCCESS", remarks: "", order_id: orderId })
        : no("some words about this order that nobody has documented"),
  ],
  [
    "/get_orders_info",
    ({ parcels }, { query }) => {
      const parcel = parcels.find(({ order }) => order === query);
      if (!parcel) return no("No order found");
      const line = {
        shipment_id: parcel.shipment,
        awb: parcel.awb ?? "",
        courier_code: parcel.courier ?? "",
        courier_name: COURIERS.get(parcel.courier ?? "") ?? "",
        tracking_link: null,
      };
      return yes({
        status: "success",
        seller_order_id: "RS1",
        channel_order_id: query,
        order_status: parcel.cancelled ? "CANCELLED" : "PROCESSING",
        shipment_lines: [line],
      });
    },
  ],
  [
    "/assign_awb",
    (state, { shipment_id, courier_code }) => {
      const parcel = state.parcels.find(({ shipment }) => shipment === shipment_id);
      if (!parcel || parcel.awb || parcel.cancelled) return no("AWB already assigned");
      if (courier_code !== "" && !COURIERS.has(courier_code)) return no("Courier is not serviceable");
      assign(state, parcel, courier_code || RULE);
      return yes({
        status: "SUCCESS",
        remarks: "",
        shipment_id,
        awb: parcel.awb,
        courier_code: parcel.courier,
        courier_name: COURIERS.get(parcel.courier ?? ""),
      });
    },
  ],
  [
    "/schedule_pickup",
    ({ parcels }, { shipment_id, awb }) => {
      const parcel = parcels.find((other) => other.shipment === shipment_id && other.awb === awb);
      if (!parcel || parcel.pickup) return no("Pickup already scheduled");
      arrangePickup(parcel);
      return yes({ status: "SUCCESS", remarks: "", shipmentId: shipment_id, awb });
    },
  ],
  [
    "/generate_label",
    (_, { shipmentId: [shipmentId] }) =>
      yes({
        status: "SUCCESS",
        remarks: "",
        labelData: [{ shipmentId, labelURL: "https://files.example.test/label.pdf", labelRemarks: null }],
      }),
  ],
  [
    "/track_order",
    ({ parcels }, { awb }) => {
      const parcel = parcels.find((other) => other.awb === awb);
      return parcel
        ? yes({ success: true, msg: "Record found successfully", records: [{ shipment_details: [tracked(parcel)] }] })
        : yes({ success: false, msg: "No record found", records: [] });
    },
  ],
  [
    "/de_allocate_shipment",
    ({ parcels }, { shipmentId }) => {
      const parcel = parcels.find(({ shipment }) => shipment === shipmentId);
      if (!parcel?.awb || parcel.scans.some(({ rapidshyp_status_code }) => rapidshyp_status_code === "PUC"))
        return no("Shipment cannot be de-allocated");
      parcel.awb = null;
      parcel.courier = null;
      return yes({ status: true, remarks: "done" });
    },
  ],
  [
    "/cancel_order",
    ({ parcels }, { orderId }) => {
      const parcel = parcels.find(({ order }) => order === orderId);
      if (!parcel || parcel.cancelled) return no("Order cannot be cancelled");
      parcel.cancelled = true;
      return yes({ status: true, remarks: "cancelled" });
    },
  ],
]);

function wrap(state: State, { orderId }: Body): HttpAnswer {
  const parcel = register(state, orderId);
  if (!parcel) return no("some words about this order that nobody has documented");
  const whole = !state.half;
  state.half = false;
  if (whole) {
    assign(state, parcel, RULE);
    arrangePickup(parcel);
  }
  const shipment = {
    shipmentId: parcel.shipment,
    awbGenerated: whole,
    labelGenerated: whole,
    pickupScheduled: whole,
    awb: parcel.awb,
    courierName: COURIERS.get(parcel.courier ?? "") ?? null,
    labelURL: whole ? "https://files.example.test/label.pdf" : null,
  };
  return yes({ status: "SUCCESS", remarks: "created", orderId, orderCreated: true, shipment: [shipment] });
}

/** An order and its one shipment; null where the order id is taken. */
function register(state: State, order: string): Parcel | null {
  if (state.parcels.some((other) => other.order === order)) return null;
  state.serial += 1;
  const shipment = `S${state.serial}`;
  const parcel: Parcel = { order, shipment, awb: null, courier: null, pickup: false, cancelled: false, scans: [] };
  state.parcels.push(parcel);
  return parcel;
}

function assign(state: State, parcel: Parcel, courier: string): void {
  state.serial += 1;
  parcel.awb = `EX${state.serial}`;
  parcel.courier = courier;
  state.awbs.push(parcel.awb);
}

function arrangePickup(parcel: Parcel): void {
  parcel.pickup = true;
  parcel.scans.push({
    scan: "Pickup scheduled",
    scan_datetime: "05-01-2026 18:10:00",
    scan_location: "",
    rapidshyp_status_code: "PSH",
  });
}

const tracked = ({ shipment, awb, scans }: Parcel) => ({
  shipment_id: shipment,
  awb,
  current_tracking_status_code: scans.at(-1)?.rapidshyp_status_code ?? null,
  current_tracking_status_desc: scans.at(-1)?.scan ?? null,
  current_status_date: scans.at(-1)?.scan_datetime ?? null,
  delivered_date: null,
  track_scans: scans.length === 0 ? null : scans,
});

const yes = (json: unknown): HttpAnswer => ({ status: 200, headers: {}, json: JSON.parse(JSON.stringify(json)) });

const no = (remarks: string): HttpAnswer => ({ status: 200, headers: {}, json: { status: "FAILED", remarks } });
