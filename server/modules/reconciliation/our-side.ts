import { type DealId, type Id, parseId } from "@amana/core/ids";
import { accounts, type PostingKind } from "@amana/core/ledger";
import { add, money } from "@amana/core/money";
import { chargesBy, type FeeSchedule, type LineKind, type Movement } from "@amana/core/reconciliation";
import type { Instant } from "@amana/core/time";
import { type AccountMovement, movementsOn } from "#modules/ledger";
import { type CaptureName, type ChargebackName, capturesOf, chargebacksOf } from "#modules/payments";
import type { Queryable } from "#runtime/database";
import type { KeptLine } from "./lines.ts";

/** A movement of ours with the posting that it is, or the first of several that make it up. */
export type OurMovement = Movement & { readonly posting: Id<"posting"> };

/** What our postings are called on a provider's side; null for what explains or completes a line and is none itself. */
const KIND: Readonly<Partial<Record<PostingKind, LineKind | null>>> = {
  fund: "capture",
  unmatched: "capture",
  refund_confirmed: "refund",
  refund_to_wallet: "refund_return",
  payout_confirmed: "payout",
  payout_returned: "payout_return",
  chargeback: "chargeback",
  chargeback_reversed: "chargeback_return",
  settled: "settlement",
  gateway_fee: null,
  explained: null,
};

/** Of these one line may be several postings: part for each deal, part from the seller, part from us; part to the buyer, part to suspense. */
const IN_PARTS: readonly LineKind[] = ["capture", "refund_return", "chargeback", "chargeback_return"];

/** The keys of the postings that this module makes. */
export const feeKey = (gateway: string, kind: LineKind, reference: string): string =>
  `gateway_fee:${gateway}:${kind}:${reference}`;
export const settledKey = (gateway: string, reference: string): string => `settled:${gateway}:${reference}`;

/**
 * What our books say has moved at a gateway, from its side: above zero came in there. Captures carry the gateway's number and the
 * moment that it gave, chargebacks its number; all else is known by our own id. Charges that were booked before are found by the
 * lines that they are for.
 */
export async function ourMovements(
  db: Queryable,
  gateway: string,
  period: { readonly from: Instant; readonly until: Instant },
  lines: readonly KeptLine[],
  tariff: FeeSchedule | undefined,
): Promise<OurMovement[]> {
  const moved = await movementsOn(db, accounts.clearing(gateway), period.from, period.until);
  const names = await namesOf(db, gateway, moved);
  const booked = bookedCharges(gateway, moved, lines);
  const movements = moved.flatMap((movement): OurMovement[] => {
    const kind = lineKindOf(movement);
    if (!kind) return [];
    const { reference, ourId, at } = named(gateway, movement, kind, names);
    const amount = money(-movement.amount.minor, movement.amount.currency);
    const charged = booked.get(`${kind} ${reference}`) ?? booked.get(`${kind} ${ourId}`) ?? 0n;
    const { posting } = movement;
    return [{ id: posting, posting, kind, reference, ourId, amount, at, expected: null, booked: charged }];
  });
  return joined(movements).map((movement) =>
    movement.kind === "capture" && tariff ? { ...movement, expected: chargesBy(tariff, movement.amount) } : movement,
  );
}

/** A refund that came back is told by its id, whatever became of the money here. */
function lineKindOf({ kind, key, amount }: AccountMovement): LineKind | null {
  const cameIn = amount.minor < 0n;
  if (cameIn && parseId("refund", lastPart(key))) return "refund_return";
  return kind in KIND ? (KIND[kind] ?? null) : "adjustment";
}

/** Parts of one line as one movement. */
function joined(movements: readonly OurMovement[]): OurMovement[] {
  const whole: OurMovement[] = [];
  const places = new Map<string, number>();
  for (const movement of movements) {
    const { kind, reference, ourId, amount } = movement;
    const key = JSON.stringify([kind, reference ?? ourId, amount.currency]);
    const place = IN_PARTS.includes(kind) ? places.get(key) : undefined;
    const before = place === undefined ? undefined : whole[place];
    if (place === undefined || !before) {
      places.set(key, whole.length);
      whole.push(movement);
    } else whole[place] = { ...before, amount: add(before.amount, amount) };
  }
  return whole;
}

type Names = {
  readonly byCapture: ReadonlyMap<string, CaptureName>;
  readonly byDeal: ReadonlyMap<string, CaptureName>;
  readonly chargebacks: ReadonlyMap<DealId, readonly ChargebackName[]>;
};

/** The captures behind what was funded or set aside as unmatched, the chargebacks behind what was asked back. */
async function namesOf(db: Queryable, gateway: string, moved: readonly AccountMovement[]): Promise<Names> {
  const dealsOf = (...kinds: readonly PostingKind[]): DealId[] => [
    ...new Set(moved.flatMap(({ kind, deal }) => (deal && kinds.includes(kind) ? [deal] : []))),
  ];
  const captures = moved.flatMap(({ kind, key }) => {
    const capture = kind === "unmatched" ? parseId("capture", lastPart(key)) : null;
    return capture ? [capture] : [];
  });
  const deals = dealsOf("fund", "chargeback", "chargeback_reversed");
  const found = await capturesOf(db, gateway, { deals, captures });
  const inEscrow = found.flatMap((one) => (one.disposition === "escrow" && one.deal ? [[one.deal, one] as const] : []));
  const askedBack = await chargebacksOf(db, gateway, dealsOf("chargeback", "chargeback_reversed"));
  return {
    byCapture: new Map(found.map((one) => [one.id, one])),
    byDeal: new Map(inEscrow),
    chargebacks: Map.groupBy(askedBack, ({ deal }) => deal),
  };
}

type Named = { readonly reference: string | null; readonly ourId: string | null; readonly at: Instant };

function named(gateway: string, movement: AccountMovement, lineKind: LineKind, names: Names): Named {
  const { key, kind, deal, at } = movement;
  if (lineKind === "settlement") return { reference: key.slice(settledKey(gateway, "").length), ourId: null, at };
  const capture = names.byCapture.get(lastPart(key)) ?? (deal ? names.byDeal.get(deal) : undefined);
  if (lineKind === "capture" && capture)
    return { reference: capture.reference, ourId: capture.payment, at: capture.capturedAt };
  if (lineKind.startsWith("chargeback")) {
    const chargeback = chargebackOf(movement, names);
    return { reference: chargeback?.reference ?? null, ourId: chargeback?.payment ?? capture?.payment ?? null, at };
  }
  const ourId = key.split(":").find((part) => OUR_ID.test(part)) ?? null;
  return { reference: ourId === null ? `${kind}:${key}` : null, ourId, at };
}

/** The one that the posting's key names; without one, the deal's only one. */
function chargebackOf({ key, deal }: AccountMovement, { chargebacks }: Names): ChargebackName | undefined {
  const ofDeal = (deal && chargebacks.get(deal)) || [];
  return ofDeal.find(({ id }) => key.includes(id)) ?? (ofDeal.length === 1 ? ofDeal[0] : undefined);
}

const OUR_ID = /^(pay|ref|pout)_[0-9a-f]{32}$/;
const lastPart = (key: string): string => key.slice(key.lastIndexOf(":") + 1);

/** Charges in the books by the kind with the provider's number, and by the kind with our own id. */
function bookedCharges(
  gateway: string,
  moved: readonly AccountMovement[],
  lines: readonly KeptLine[],
): ReadonlyMap<string, bigint> {
  const byKey = new Map(
    moved.flatMap(({ kind, key, amount }) => (kind === "gateway_fee" ? [[key, amount.minor]] : [])),
  );
  const charges = new Map<string, bigint>();
  for (const { kind, reference, ourId } of lines) {
    const charge = byKey.get(feeKey(gateway, kind, reference));
    if (charge === undefined) continue;
    charges.set(`${kind} ${reference}`, charge);
    if (ourId !== null && !charges.has(`${kind} ${ourId}`)) charges.set(`${kind} ${ourId}`, charge);
  }
  return charges;
}
