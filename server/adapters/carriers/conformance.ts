import assert from "node:assert/strict";
import { money } from "@amana/core/money";
import type { TrackingState } from "@amana/core/shipping";
import { hours, type Instant } from "@amana/core/time";
import type { Booking, BookingRequest, Carrier, RateRequest } from "#ports/carrier";
import {
  type Case,
  freshId,
  given,
  type Loss,
  refused,
  type WebhookUnderTest,
  webhookCases,
} from "../support/conformance.ts";
import { type Http, NO_ANSWER } from "../support/http.ts";

/** A carrier adapter and the handles that move its other side. Made anew for each case. */
export type CarrierUnderTest = {
  readonly carrier: Carrier;
  readonly withWrongKeys: Carrier;
  readonly now: Instant;
  /** Whether bookings name a courier, or leave it to the carrier with `""`. */
  readonly courierChosenBy: "buyer" | "carrier";
  /** Two places between which something is carried, and one where nothing is. */
  readonly postcodes: { readonly from: string; readonly to: string; readonly nowhere: string };
  /** The states that this carrier has a word for, in an order in which a parcel can pass through them. */
  readonly journey: readonly TrackingState[];
  readonly theirs: {
    readonly scan: (trackingNumber: string, state: TrackingState) => Promise<void>;
    /** A scan with a code that nobody has heard of. */
    readonly scanUnheardOf: (trackingNumber: string, code: string) => Promise<void>;
    readonly loseNext: (call: "book" | "look" | "track", when: Loss) => void | Promise<void>;
    /** The next booking gets an order and nothing more. */
    readonly bookHalf: () => void | Promise<void>;
    readonly parcels: (shipment: string) => Promise<number>;
    /** The courier, as `rates` names it, that a tracking number is of. */
    readonly courierOf: (trackingNumber: string) => Promise<string | null>;
    readonly cut: Cut;
  };
};

export type Cut = {
  /** The nth call from now gets no answer. */
  readonly at: (nth: number, when: Loss) => void;
  /** Takes a cut back that no call has met; false when one has. */
  readonly wasMissed: () => boolean;
};

/** A line that can be cut at any call. */
export function countedLine(http: Http): { readonly line: Http; readonly cut: Cut } {
  let due: { readonly nth: number; readonly when: Loss } | null = null;
  const line: Http = async (request) => {
    if (!due) return http(request);
    const { nth, when } = due;
    due = nth === 1 ? null : { nth: nth - 1, when };
    if (due) return http(request);
    if (when === "after") await http(request);
    return NO_ANSWER;
  };
  const at = (nth: number, when: Loss) => {
    due = { nth, when };
  };
  const wasMissed = () => {
    const missed = due !== null;
    due = null;
    return missed;
  };
  return { line, cut: { at, wasMissed } };
}

type Check = (under: CarrierUnderTest) => Promise<void>;

/** What every carrier adapter holds. */
export function carrierCases(
  make: () => Promise<CarrierUnderTest>,
  makeWebhook: () => Promise<WebhookUnderTest>,
): Case[] {
  const rule = (title: string, check: Check): Case => ({ title, run: async () => check(await make()) });
  return [
    ...rateCases(rule),
    ...bookCases(rule),
    ...courierCases(rule),
    ...lossCases(rule),
    ...trackCases(rule),
    ...cancelCases(rule),
    ...webhookCases(makeWebhook),
  ];
}

function rateCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("there are options with prices between two places that are served", async (under) => {
      const options = given(await under.carrier.rates(ratesOf(under, under.postcodes.to)));
      assert.ok(options.length > 0);
      for (const { price, courier, title } of options) assert.ok(price.minor > 0n && courier !== "" && title !== "");
    }),
    rule("there are none to a place that is not", async (under) => {
      assert.deepEqual(given(await under.carrier.rates(ratesOf(under, under.postcodes.nowhere))), []);
    }),
    rule("wrong keys are a matter for staff", async (under) => {
      refused(await under.withWrongKeys.rates(ratesOf(under, under.postcodes.to)), "misconfigured");
    }),
  ];
}

function bookCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("a booking has a number, a tracking number, a label and a pickup, and is found by our id", async (under) => {
      const request = await shipmentOf(under);
      const booking = given(await under.carrier.book(request));
      assertWhole(booking);
      const found = given(await under.carrier.lookBooking(request.shipment));
      assert.deepEqual(
        [found.reference, found.trackingNumber, found.cancelled],
        [booking.reference, booking.trackingNumber, false],
      );
    }),
    rule("case 25: the same shipment booked again is the same parcel", async (under) => {
      const request = await shipmentOf(under);
      const first = given(await under.carrier.book(request));
      const second = given(await under.carrier.book(request));
      assert.equal(second.trackingNumber, first.trackingNumber);
      assert.equal(await under.theirs.parcels(request.shipment), 1);
    }),
    rule("a booking that got half way is finished, not begun anew", async (under) => {
      const request = await shipmentOf(under);
      await under.theirs.bookHalf();
      given(await under.carrier.book(request));
      assertWhole(given(await under.carrier.book(request)));
      assert.equal(await under.theirs.parcels(request.shipment), 1);
    }),
    rule("a shipment that was never booked is not found", async (under) => {
      refused(await under.carrier.lookBooking(freshId("shipment", under.now)), "not_found");
    }),
    rule("case 55: an item without a price, or with less than none, is declined", async (under) => {
      const request = await shipmentOf(under);
      const [item] = request.items;
      assert.ok(item);
      for (const minor of [0n, -1n])
        refused(
          await under.carrier.book({ ...request, items: [{ ...item, unitPrice: money(minor, "INR") }] }),
          "declined",
        );
      assert.equal(await under.theirs.parcels(request.shipment), 0);
    }),
  ];
}

function courierCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("the courier that was asked for is the one that carries", async (under) => {
      const request = await shipmentOf(under);
      const options = given(await under.carrier.rates(ratesOf(under, under.postcodes.to)));
      assert.ok(options.length > 1, "with one courier, each choice looks honoured");
      for (const { courier } of options) {
        const shipment = freshId("shipment", under.now);
        const booking = given(await under.carrier.book({ ...request, shipment, courier }));
        assertWhole(booking);
        assert.equal(await under.theirs.courierOf(trackingOf(booking)), courier);
      }
    }),
    rule("a courier that does not take it is declined each time, and no other takes it instead", async (under) => {
      const request = { ...(await shipmentOf(under)), courier: "never-heard-of" };
      for (const _ of ["asked", "asked again"]) refused(await under.carrier.book(request), "declined");
      const found = await under.carrier.lookBooking(request.shipment);
      if (found.ok) assert.equal(found.value.trackingNumber, null);
      else refused(found, "not_found");
      assert.ok((await under.theirs.parcels(request.shipment)) <= 1);
    }),
  ];
}

function lossCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("case 22: a booking unanswered after it was made is found, and made once", async (under) => {
      const request = await shipmentOf(under);
      await under.theirs.loseNext("book", "after");
      const first = await under.carrier.book(request);
      if (!first.ok) refused(first, "outcome_unknown");
      assertWhole(given(await under.carrier.book(request)));
      assert.equal(await under.theirs.parcels(request.shipment), 1);
    }),
    rule(
      "case 23: a booking unanswered before it was heard is unknown, and made once when asked again",
      async (under) => {
        const request = await shipmentOf(under);
        await under.theirs.loseNext("book", "before");
        refused(await under.carrier.book(request), "outcome_unknown");
        refused(await under.carrier.lookBooking(request.shipment), "not_found");
        assertWhole(given(await under.carrier.book(request)));
        assert.equal(await under.theirs.parcels(request.shipment), 1);
      },
    ),
    rule("cases 22 and 23: whichever call of a booking is lost, the next one makes it one parcel", async (under) => {
      for (const when of ["before", "after"] as const) {
        let nth = 1;
        while (await bookedOnceAlthoughLost(under, nth, when)) nth += 1;
        assert.ok(nth > 1, "no call was lost");
      }
    }),
    rule("a look and a track without an answer may be repeated", async (under) => {
      const request = await shipmentOf(under);
      const trackingNumber = trackingOf(given(await under.carrier.book(request)));
      await under.theirs.loseNext("look", "before");
      refused(await under.carrier.lookBooking(request.shipment), "try_later");
      given(await under.carrier.lookBooking(request.shipment));
      await under.theirs.loseNext("track", "before");
      refused(await under.carrier.track(trackingNumber), "try_later");
      given(await under.carrier.track(trackingNumber));
    }),
  ];
}

/** False once a booking makes fewer calls than this. */
async function bookedOnceAlthoughLost(under: CarrierUnderTest, nth: number, when: Loss): Promise<boolean> {
  const { theirs, carrier } = under;
  const request = await shipmentOf(under);
  theirs.cut.at(nth, when);
  const first = await carrier.book(request);
  if (theirs.cut.wasMissed()) return false;
  if (!first.ok) refused(first, "outcome_unknown", "try_later");
  const second = given(await carrier.book(request));
  assertWhole(second);
  if (first.ok && first.value.trackingNumber !== null)
    assert.equal(second.trackingNumber, first.value.trackingNumber, `after call ${nth} was lost`);
  if (request.courier !== "") assert.equal(await theirs.courierOf(trackingOf(second)), request.courier);
  assert.equal(await theirs.parcels(request.shipment), 1);
  return true;
}

function trackCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("a parcel is seen in each state that it passes, at the time of its scan", async (under) => {
      const trackingNumber = trackingOf(given(await under.carrier.book(await shipmentOf(under))));
      for (const state of under.journey) {
        await under.theirs.scan(trackingNumber, state);
        const scans = given(await under.carrier.track(trackingNumber));
        assert.ok(
          scans.some((scan) => scan.state === state),
          `not seen as ${state}`,
        );
        for (const { scannedAt } of scans)
          assert.ok(Math.abs(scannedAt - under.now) < hours(24), "seen at another time than now");
        assert.deepEqual(
          [...scans].sort((a, b) => a.scannedAt - b.scannedAt),
          scans,
          "oldest first",
        );
      }
    }),
    rule("case 14: a code that we have not met is unknown, whatever it looks like", async (under) => {
      const trackingNumber = trackingOf(given(await under.carrier.book(await shipmentOf(under))));
      for (const code of ["NEVER_HEARD", "DELIVERED", "del", "__proto__"]) {
        await under.theirs.scanUnheardOf(trackingNumber, code);
        const scans = given(await under.carrier.track(trackingNumber));
        assert.equal(scans.find((scan) => scan.code === code)?.state, "unknown");
        assert.ok(!scans.some(({ state }) => state === "delivered"));
      }
    }),
    rule("a tracking number that was never given out is not found", async ({ carrier }) => {
      refused(await carrier.track("EX000000000000"), "not_found");
    }),
  ];
}

function cancelCases(rule: (title: string, check: Check) => Case): Case[] {
  return [
    rule("a booking is cancelled once, and cancelled it stays", async (under) => {
      const { shipment, reference } = await booked(under);
      assert.equal(given(await under.carrier.cancel({ shipment, reference })), "cancelled");
      assert.equal(given(await under.carrier.cancel({ shipment, reference })), "cancelled");
      assert.equal(given(await under.carrier.lookBooking(shipment)).cancelled, true);
    }),
    rule("a parcel that was picked up is not cancelled", async (under) => {
      const { shipment, reference, trackingNumber } = await booked(under);
      await under.theirs.scan(trackingNumber, "picked_up");
      refused(await under.carrier.cancel({ shipment, reference }), "declined");
      const found = given(await under.carrier.lookBooking(shipment));
      assert.deepEqual([found.cancelled, found.trackingNumber], [false, trackingNumber]);
    }),
  ];
}

async function booked(under: CarrierUnderTest) {
  const request = await shipmentOf(under);
  const booking = given(await under.carrier.book(request));
  assert.ok(booking.reference);
  return { shipment: request.shipment, reference: booking.reference, trackingNumber: trackingOf(booking) };
}

function assertWhole(booking: Booking): void {
  assert.ok(booking.reference && booking.trackingNumber && booking.labelUrl, `not whole: ${JSON.stringify(booking)}`);
  assert.equal(booking.pickupScheduled, true);
  assert.equal(booking.cancelled, false);
}

function trackingOf(booking: Booking): string {
  assert.ok(booking.trackingNumber);
  return booking.trackingNumber;
}

const PARCEL = { grams: 500, millimetres: { length: 305, width: 200, height: 95 } };

const ratesOf = ({ postcodes }: CarrierUnderTest, toPostcode: string): RateRequest => ({
  fromPostcode: postcodes.from,
  toPostcode,
  parcel: PARCEL,
  value: money(149_900n, "INR"),
});

async function shipmentOf(under: CarrierUnderTest): Promise<BookingRequest> {
  const option = given(await under.carrier.rates(ratesOf(under, under.postcodes.to))).at(-1);
  assert.ok(option);
  const address = { phone: "+919000000003", line1: "12 Demo Road", line2: null };
  return {
    shipment: freshId("shipment", under.now),
    orderedOn: under.now,
    courier: under.courierChosenBy === "buyer" ? option.courier : "",
    from: {
      ...address,
      name: "Bashir (demo seller)",
      email: "bashir@example.test",
      city: "Bengaluru",
      postcode: under.postcodes.from,
    },
    to: {
      ...address,
      name: "Asha (demo buyer)",
      email: "asha@example.test",
      city: "Delhi",
      postcode: under.postcodes.to,
    },
    parcel: PARCEL,
    items: [{ title: "Camera", sku: "CAM1", quantity: 1, unitPrice: money(149_900n, "INR") }],
    value: money(149_900n, "INR"),
  };
}
