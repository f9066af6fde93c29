import type { ReconEvent } from "./recon-events.ts";
import type { Damage } from "./recon-records.ts";

const FIVE_DAYS_MS = 5 * 86_400_000;

/** The events with the asked damage done to them, one after the other. Settlements keep the sums that they truly paid. */
export const damaged = (events: readonly ReconEvent[], damages: readonly Damage[]): ReconEvent[] =>
  damages.reduce<ReconEvent[]>((list, damage) => withDamage(list, damage), [...events]);

function withDamage(events: readonly ReconEvent[], { kind, reference }: Damage): ReconEvent[] {
  const index = events.findLastIndex(
    (event) =>
      event.type !== "SETTLEMENT" &&
      (reference === null || [event.id, event.orderId, event.refundId].includes(reference)),
  );
  const event = events[index];
  if (!event) return [...events];
  return [...events.slice(0, index), ...replacement(event, kind), ...events.slice(index + 1)];
}

function replacement(event: ReconEvent, kind: Damage["kind"]): ReconEvent[] {
  switch (kind) {
    case "missing_line":
      return [];
    case "extra_line":
      return [event, { ...event, ...strange(event), id: `9${event.id}` }];
    case "amount":
      return [{ ...event, paise: event.paise + 100 }];
    case "currency":
      return [{ ...event, currency: "USD" }];
    case "fee":
      return [{ ...event, fee: event.fee + 1 }];
    case "date":
      return [{ ...event, at: event.at - FIVE_DAYS_MS }];
    case "duplicate_line":
      return [event, { ...event }];
    default:
      return [{ ...event, ...strange(event) }];
  }
}

const strange = ({ id, cfPaymentId }: ReconEvent) => ({
  ...{ id: `8${id}`, orderId: `order_of_nobody_${id}`, refundId: null },
  cfPaymentId: cfPaymentId === null ? null : `8${cfPaymentId}`,
});
