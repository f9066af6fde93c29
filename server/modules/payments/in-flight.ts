import type { DealId } from "@amana/core/ids";
import type { Money } from "@amana/core/money";
import type { Instant } from "@amana/core/time";
import type { Queryable } from "#runtime/database";
import { jobsOf } from "#runtime/work";
import { readCall } from "./calls.ts";
import { suspenseItems } from "./capture-store.ts";
import { openChargebacks } from "./chargeback-store.ts";
import { disputesKey } from "./disputes.ts";
import { refundsUnderWay } from "./refund-store.ts";
import { followKey } from "./refunds.ts";
import { watchKey } from "./suspense-watch.ts";

/** Money that is neither here nor there, and what looks after it. */
export type InFlight = {
  readonly kind: "refund" | "payout" | "chargeback" | "suspense";
  readonly id: string;
  readonly deal: DealId | null;
  readonly gateway: string;
  readonly amount: Money;
  readonly state: string;
  readonly since: Instant;
  /** Null where nobody looks by himself: staff must act. */
  readonly nextCheckAt: Instant | null;
  readonly attempts: number;
  readonly problem: string | null;
  /** Since when it has waited for staff longer than it should; null where it has not. */
  readonly overdueSince: Instant | null;
};

/** One that another module knows of, with the key of the job that follows it. */
export type Flight = Omit<InFlight, "nextCheckAt" | "attempts" | "problem"> & { readonly jobKey: string | null };

/** Refunds, chargebacks and money in suspense, and what others add, the oldest first of each; so many of each at most. */
export async function inFlight(db: Queryable, others: readonly Flight[], most: number): Promise<InFlight[]> {
  const flights = [
    ...(await refunds(db, most)),
    ...others,
    ...(await chargebacks(db, most)),
    ...(await suspense(db, most)),
  ];
  const jobs = await jobsOf(
    db,
    flights.flatMap(({ jobKey }) => (jobKey === null ? [] : [jobKey])),
  );
  return flights.map(({ jobKey, ...flight }) => {
    const job = jobKey === null ? undefined : jobs.get(jobKey);
    return {
      ...flight,
      nextCheckAt: job && !job.givenUp ? job.runAt : null,
      attempts: job?.attempts ?? 0,
      problem: job?.lastError?.split("\n")[0]?.slice(0, 300) ?? null,
    };
  });
}

/** `outcome_unknown` and `outcome_forgotten`: it may have been sent, and the gateway has not said or no longer knows. */
async function refunds(db: Queryable, most: number): Promise<Flight[]> {
  const flights: Flight[] = [];
  for (const refund of await refundsUnderWay(db, most)) {
    const call = refund.state === "requested" ? await readCall(db, refund.id, "refund") : null;
    const unsure = call?.mayBeDoneSince ? `outcome_${call.state === "forgotten" ? "forgotten" : "unknown"}` : null;
    const { id, deal, gateway, amount, requestedAt } = refund;
    flights.push({
      ...{ kind: "refund", id, deal, gateway, amount, since: requestedAt },
      state: unsure ?? refund.state,
      overdueSince: null,
      jobKey: followKey(id),
    });
  }
  return flights;
}

async function chargebacks(db: Queryable, most: number): Promise<Flight[]> {
  return (await openChargebacks(db, most)).map(({ id, deal, gateway, amount, effect, openedAt, payment }) => ({
    ...{ kind: "chargeback", id, deal, gateway, amount, since: openedAt },
    state: effect ?? "opened",
    overdueSince: null,
    jobKey: disputesKey(payment),
  }));
}

async function suspense(db: Queryable, most: number): Promise<Flight[]> {
  return (await suspenseItems(db, most)).map(
    ({ id, deal, gateway, amount, why, refund, capturedAt, overdueSince }) => ({
      ...{ kind: "suspense", id, deal, gateway, amount, since: capturedAt },
      state: refund ? "being_refunded" : why,
      overdueSince,
      jobKey: refund ? followKey(refund.id) : watchKey(id),
    }),
  );
}
