import { ok, type Result } from "@amana/core/result";
import { after, at, type Instant, minutes } from "@amana/core/time";
import type { CallRefusal } from "#ports/call";
import type { Carrier, RateRequest } from "#ports/carrier";
import type { Database } from "#runtime/database";
import { newRootId } from "#runtime/ids";
import { cachedRates, cacheRates, insertQuote, type Quote, type QuoteRequest } from "./store.ts";

/** How long a carrier's rates are believed, and how long a buyer may order at a price that was shown. */
const CACHED = minutes(60);
const HONOURED = minutes(60);

/**
 * What it costs to send a parcel, as a quote that an order can be placed at. The carrier is asked outside any transaction, at
 * most once an hour for the same question.
 */
export async function quoteRates(
  db: Database,
  carrier: Carrier,
  asked: QuoteRequest,
  request: RateRequest,
  now: Instant,
): Promise<Result<Quote, CallRefusal>> {
  const key = JSON.stringify([
    carrier.name,
    request.fromPostcode,
    request.toPostcode,
    request.parcel,
    request.value.minor.toString(),
    request.value.currency,
  ]);
  const cached = await cachedRates(db, key, at(now - CACHED));
  const rates = cached ? ok(cached) : await carrier.rates(request);
  if (!rates.ok) return rates;
  if (!cached) await cacheRates(db, key, rates.value, now);
  const quote: Quote = {
    id: newRootId("quote", now),
    carrier: carrier.name,
    request: asked,
    options: rates.value,
    quotedAt: now,
    expiresAt: after(now, HONOURED),
  };
  await insertQuote(db, quote);
  return ok(quote);
}
