import { money } from "../../../core/money/index.ts";
import { ok, refuse } from "../../../core/result/index.ts";
import type { Scan, TrackingState } from "../../../core/shipping/index.ts";
import { at } from "../../../core/time/index.ts";
import type { RawWebhook } from "../../../server/ports/call.ts";
import type { Booking, Carrier } from "../../../server/ports/carrier.ts";
import type { Life } from "../process.ts";
import { deliver } from "./gateway.ts";
import { call, type Outside } from "./line.ts";

type TrueBooking = {
  readonly shipment: string;
  readonly number: string;
  labelled: boolean;
  cancelled: boolean;
  pickedUp: boolean;
  /** It was asked to call the parcel off, and would not. */
  keptOnAsking: boolean;
};

export type SimulatedCarrier = ReturnType<typeof simulatedCarrier>;

const HOUR = 3_600_000;
const JOURNEYS = { delivered: 12, returned: 2, lost: 1, slow: 2, never_picked_up: 1 } as const;

const ARRIVES: readonly TrackingState[] = ["picked_up", "in_transit", "out_for_delivery", "delivered"];
const STEPS: Readonly<Record<keyof typeof JOURNEYS, readonly TrackingState[]>> = {
  delivered: ARRIVES,
  slow: ARRIVES,
  returned: ["picked_up", "in_transit", "delivery_failed", "returning", "returned"],
  lost: ["picked_up", "in_transit"],
  never_picked_up: [],
};

/** A carrier: parcels are picked up, seen, and delivered, returned or lost; scans show in any order. */
export function simulatedCarrier(outside: Outside, name: string, hear: (raw: RawWebhook) => Promise<boolean>) {
  const bookings = new Map<string, TrueBooking>();
  const scans = new Map<string, (Scan & { readonly visibleFrom: number })[]>();
  const counts = { events: 0 };
  const { dice, now } = outside;
  const seen = (booking: TrueBooking, state: TrackingState, scannedAt: number): void => {
    const late = dice.chance(0.15) && scannedAt < outside.weather.calmFrom;
    const visibleFrom = scannedAt + (late ? dice.between(60_000, 6 * HOUR) : 0);
    if (late) outside.met("scan_late");
    const scan: Scan = { state, code: state, text: state, location: null, scannedAt: at(scannedAt) };
    outside.later(visibleFrom, `scan ${state}`, async () => {
      if (booking.cancelled && !booking.pickedUp) return;
      const all = [...(scans.get(booking.number) ?? []), { ...scan, visibleFrom }];
      scans.set(
        booking.number,
        all.sort((a, b) => a.scannedAt - b.scannedAt),
      );
      counts.events += 1;
      const body = JSON.stringify([{ dedupeKey: `${name}:${counts.events}`, trackingNumber: booking.number }]);
      deliver(outside, name, { headers: { signature: "right" }, body: Buffer.from(body) }, false, hear);
    });
  };
  const travel = (booking: TrueBooking): void => {
    const journey = dice.weighed(JOURNEYS);
    outside.met(`journey_${journey}`);
    if (journey === "never_picked_up") return;
    const pickedUp = now() + dice.between(HOUR, 12 * HOUR);
    outside.later(pickedUp, "picked up", async () => {
      if (booking.cancelled) return;
      booking.pickedUp = true;
      let when = pickedUp;
      for (const state of STEPS[journey]) {
        seen(booking, state, when);
        when += journey === "slow" ? dice.between(20 * HOUR, 60 * HOUR) : dice.between(HOUR, 24 * HOUR);
      }
    });
  };
  const bookingOf = (booking: TrueBooking): Booking => ({
    reference: `R${booking.number}`,
    trackingNumber: booking.labelled ? booking.number : null,
    courierTitle: "Simulated post (demo carrier)",
    labelUrl: booking.labelled ? `https://labels.example.test/${booking.number}.pdf` : null,
    trackingUrl: null,
    pickupScheduled: booking.labelled,
    cancelled: booking.cancelled,
  });
  const book = (shipment: string): TrueBooking => {
    const known = bookings.get(shipment);
    if (known) return known;
    const booking = {
      shipment,
      number: `${name}${bookings.size + 1}`,
      labelled: dice.chance(0.7),
      cancelled: false,
      pickedUp: false,
      keptOnAsking: false,
    };
    bookings.set(shipment, booking);
    travel(booking);
    if (!booking.labelled)
      outside.later(now() + dice.between(1000, HOUR), "label made", async () => {
        booking.labelled = true;
      });
    return booking;
  };
  const seenBy = (life: Life): Carrier => ({
    name,
    title: "Simulated post (demo carrier)",
    rates: () =>
      call(outside, life, `${name}.rates`, () =>
        ok([{ courier: "road", title: "Road", speed: "standard", price: money(4_900n, "INR"), expectedOn: null }]),
      ),
    book: (request) =>
      call(outside, life, `${name}.book`, () => {
        if (!bookings.has(request.shipment) && now() < outside.weather.calmFrom && dice.chance(0.04))
          return refuse({ kind: "declined", code: "NO", detail: "no such postcode" });
        return ok(bookingOf(book(request.shipment)));
      }),
    lookBooking: (shipment) =>
      call(outside, life, `${name}.lookBooking`, () => {
        const booking = bookings.get(shipment);
        return booking ? ok(bookingOf(booking)) : refuse({ kind: "not_found" });
      }),
    track: (number) =>
      call(outside, life, `${name}.track`, () =>
        ok((scans.get(number) ?? []).map(({ visibleFrom: _, ...scan }) => scan)),
      ),
    cancel: ({ shipment }) =>
      call(outside, life, `${name}.cancel`, () => {
        const booking = bookings.get(shipment);
        if (!booking) return refuse({ kind: "not_found" });
        booking.keptOnAsking = booking.pickedUp;
        if (booking.pickedUp) return refuse({ kind: "declined", code: "PICKED_UP", detail: "already on its way" });
        booking.cancelled = true;
        return ok("cancelled" as const);
      }),
    readWebhook({ headers, body }) {
      if (headers.signature !== "right") return refuse("forged");
      return ok(JSON.parse(Buffer.from(body).toString("utf8")));
    },
  });
  return { name, seenBy, bookings };
}
