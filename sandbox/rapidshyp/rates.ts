import type { Answer, Call } from "../call.ts";
import { istDay } from "../india-time.ts";
import { asObject } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { failed } from "./manners.ts";

/** One courier's offer for a parcel; `freight` in rupees, days from today. */
export type Offer = {
  readonly code: string;
  readonly name: string;
  readonly mode: "Surface" | "Air";
  readonly freight: number;
  readonly days: number;
};

const PINCODE = /^[1-9]\d{5}$/;
const HEAVIEST_KG = 30;
const PARENT = "Demo Carrier";
const DAY_MS = 24 * 60 * 60 * 1000;
const COD_RUPEES = 30;

/** Base price and time by how far apart two pincodes lie: same first 3, 2, 1 digits, then neighbouring or far regions. */
const ZONES = [
  { base: 29, days: 1 },
  { base: 35, days: 2 },
  { base: 41, days: 3 },
  { base: 49, days: 4 },
  { base: 58, days: 6 },
] as const;

/** POST /serviceabilty_check, weight in kilograms; an empty list means that nobody goes there. */
export function checkServiceability(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const { Pickup_pincode: from, Delivery_pincode: to, cod, total_order_value: value, weight } = body;
  if (typeof from !== "string" || !PINCODE.test(from)) return refused("Invalid Pickup_pincode");
  if (typeof to !== "string" || !PINCODE.test(to)) return refused("Invalid Delivery_pincode");
  if (typeof cod !== "boolean") return refused("cod is mandatory");
  if (typeof value !== "number" || value < 0) return refused("total_order_value is mandatory");
  if (typeof weight !== "number" || !(weight > 0)) return refused("weight is mandatory");
  const offers = offersFor(from, to, weight, cod);
  const now = sandbox.clock.now();
  return {
    status: 200,
    body: {
      status: true,
      remark: offers.length > 0 ? "Success" : "No courier is available for this route",
      serviceable_courier_list: offers.map((offer) => ({
        courier_code: offer.code,
        courier_name: offer.name,
        parent_courier_name: PARENT,
        cutoff_time: "14:00",
        freight_mode: offer.mode,
        max_weight: String(HEAVIEST_KG),
        min_weight: 0.1,
        total_freight: offer.freight,
        edd: istDay(now + offer.days * DAY_MS),
        epd: istDay(now),
      })),
    },
  };
}

/** The offers for a parcel, the same for the same question; cheapest first among those that always run. */
export function offersFor(from: string, to: string, kg: number, cod: boolean): Offer[] {
  const unserved = [from, to].some((pincode) => pincode.startsWith("9999"));
  if (unserved || kg > HEAVIEST_KG) return [];
  const zone = zoneOf(from, to);
  const slabs = Math.ceil(kg / 0.5 - 1e-9);
  const surface = zone.base + (slabs - 1) * Math.round(zone.base * 0.6) + (cod ? COD_RUPEES : 0);
  const offers: Offer[] = [
    { code: "6001", name: "Demo Surface Standard", mode: "Surface", freight: surface, days: zone.days },
    {
      code: "6002",
      name: "Demo Air Express",
      mode: "Air",
      freight: surface + 40 * slabs,
      days: Math.ceil(zone.days / 2),
    },
  ];
  if (from.slice(0, 3) !== to.slice(0, 3)) return offers;
  return [...offers, { code: "6003", name: "Demo Same Day", mode: "Surface", freight: surface + 60, days: 0 }];
}

export const PARENT_COURIER = PARENT;

function zoneOf(from: string, to: string): (typeof ZONES)[number] {
  if (from.slice(0, 3) === to.slice(0, 3)) return ZONES[0];
  if (from.slice(0, 2) === to.slice(0, 2)) return ZONES[1];
  if (from[0] === to[0]) return ZONES[2];
  return Math.abs(Number(from[0]) - Number(to[0])) <= 3 ? ZONES[3] : ZONES[4];
}

const refused = (remark: string): Answer => ({ ...failed(remark), body: { status: "FAILED", remark } });
