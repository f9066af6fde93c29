import { money } from "../../core/money/index.ts";
import { ok, refuse } from "../../core/result/index.ts";
import type { Scan, TrackingState } from "../../core/shipping/index.ts";
import type { Instant } from "../../core/time/index.ts";
import type { RawWebhook } from "../../server/ports/call.ts";
import type { Booking, Carrier } from "../../server/ports/carrier.ts";
import { type Calls, calls } from "./faults.ts";

type TrueBooking = {
  readonly shipment: string;
  readonly reference: string;
  readonly trackingNumber: string;
  labelled: boolean;
  cancelled: boolean;
  pickedUp: boolean;
};

export type FakeCarrier = Carrier & {
  readonly calls: Calls;
  readonly bookings: ReadonlyMap<string, TrueBooking>;
  /** Whether new bookings have their label at once. */
  labels(atOnce: boolean): void;
  label(shipment: string): void;
  pickUp(shipment: string): void;
  /** The parcel of a shipment is seen somewhere. */
  scan(shipment: string, state: TrackingState, scannedAt: Instant, code?: string): Scan;
  /** Bookings that have not been taken back. */
  live(): TrueBooking[];
};

export function fakeCarrier(name = "testpost"): FakeCarrier {
  const wire = calls();
  const bookings = new Map<string, TrueBooking>();
  const scans = new Map<string, Scan[]>();
  const memory = { labelled: true };
  const bookingOf = (booking: TrueBooking): Booking => ({
    reference: booking.reference,
    trackingNumber: booking.labelled ? booking.trackingNumber : null,
    courierTitle: "Test post",
    labelUrl: booking.labelled ? `https://labels.example.test/${booking.reference}.pdf` : null,
    trackingUrl: null,
    pickupScheduled: booking.labelled,
    cancelled: booking.cancelled,
  });
  const known = (shipment: string): TrueBooking => {
    const booking = bookings.get(shipment);
    if (!booking) throw new Error(`${name} has no booking ${shipment}`);
    return booking;
  };
  const looked = (shipment: string) => {
    const booking = bookings.get(shipment);
    return booking ? ok(bookingOf(booking)) : refuse({ kind: "not_found" as const });
  };
  return {
    name,
    title: "Test post",
    calls: wire,
    bookings,
    rates: () =>
      wire.make("rates", "", () =>
        ok([{ courier: "road", title: "Road", speed: "standard", price: money(4_900n, "INR"), expectedOn: null }]),
      ),
    book: (request) =>
      wire.make("book", request.shipment, () => {
        if (!bookings.has(request.shipment)) {
          const number = `${name}${bookings.size + 1}`;
          bookings.set(request.shipment, {
            shipment: request.shipment,
            reference: `R${number}`,
            trackingNumber: `T${number}`,
            labelled: memory.labelled,
            cancelled: false,
            pickedUp: false,
          });
        }
        return looked(request.shipment);
      }),
    lookBooking: (shipment) => wire.make("lookBooking", shipment, () => looked(shipment)),
    track: (number) => wire.make("track", number, () => ok(scans.get(number) ?? [])),
    cancel: ({ shipment }) =>
      wire.make("cancel", shipment, () => {
        const booking = bookings.get(shipment);
        if (!booking) return refuse({ kind: "not_found" });
        if (booking.pickedUp) return refuse({ kind: "declined", code: "PICKED_UP", detail: "already on its way" });
        booking.cancelled = true;
        return ok("cancelled" as const);
      }),
    readWebhook({ headers, body }) {
      if (headers.signature !== "right") return refuse("forged");
      return ok(JSON.parse(Buffer.from(body).toString("utf8")));
    },
    labels(atOnce) {
      memory.labelled = atOnce;
    },
    label(shipment) {
      known(shipment).labelled = true;
    },
    pickUp(shipment) {
      known(shipment).pickedUp = true;
    },
    scan(shipment, state, scannedAt, code = state) {
      const { trackingNumber } = known(shipment);
      const scan: Scan = { state, code, text: state, location: null, scannedAt };
      scans.set(
        trackingNumber,
        [...(scans.get(trackingNumber) ?? []), scan].sort((a, b) => a.scannedAt - b.scannedAt),
      );
      return scan;
    },
    live: () => [...bookings.values()].filter(({ cancelled }) => !cancelled),
  };
}

/** A carrier's webhook about tracking numbers. */
export const trackingWebhook = (trackingNumbers: readonly string[], key: string, signature = "right"): RawWebhook => ({
  headers: { signature },
  body: Buffer.from(
    JSON.stringify(
      trackingNumbers.map((trackingNumber) => ({ dedupeKey: `${key}:${trackingNumber}`, trackingNumber })),
    ),
  ),
});
