import { money } from "@amana/core/money";
import { at } from "@amana/core/time";
import type { BookingRequest } from "#ports/carrier";
import type { HttpAnswer, HttpRequest } from "../../support/http.ts";
import { type RapidShypConfig, rapidshyp } from "./index.ts";

export const CONFIG: RapidShypConfig = {
  baseUrl: "https://rapidshyp.example.test/rapidshyp/apis/v1",
  token: "carrier_token_demo",
  storeName: "DEFAULT",
  webhook: { header: "Access-Token", token: "Bearer webhook_token_demo" },
};

export const NOW = at(Date.parse("2026-01-05T18:10:00+05:30"));
export const clock = { now: () => NOW };

export const parcel = (awb: string, code = "OFD") => ({
  awb,
  current_tracking_status_code: code,
  current_status_date: "08-01-2026 09:20:00",
});

export const answer = (json: unknown, status = 200, headers: HttpAnswer["headers"] = {}): HttpAnswer => ({
  status,
  headers,
  json,
});

/** An adapter whose calls get these answers in turn, the last of them for ever; and what it sent. */
export function given(...answers: readonly HttpAnswer[]) {
  const sent: HttpRequest[] = [];
  const http = async (request: HttpRequest) => {
    sent.push(request);
    return answers[Math.min(sent.length, answers.length) - 1] ?? answer(undefined, 0);
  };
  return { carrier: rapidshyp(CONFIG, { http, clock }), sent };
}

export const SHIPMENT = `shp_${"0".repeat(31)}4`;
export const address = {
  name: "Asha Rani (demo buyer)",
  phone: "+91 90000 00003",
  email: "asha@example.test",
  line1: "12 Demo Road",
  line2: "Flat 3",
  city: "Delhi",
  postcode: "110001",
};
export const REQUEST: BookingRequest = {
  shipment: SHIPMENT,
  orderedOn: at(Date.parse("2026-01-05T19:00:00Z")),
  courier: "6001",
  from: { ...address, name: "Bashir (demo seller)", line2: null, city: "Bengaluru", postcode: "560001" },
  to: address,
  parcel: { grams: 1250, millimetres: { length: 305, width: 200, height: 95 } },
  items: [{ title: "Camera", sku: "C1", quantity: 2, unitPrice: money(149_950n, "INR") }],
  value: money(299_900n, "INR"),
};
