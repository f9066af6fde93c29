import { amountsOf } from "@amana/core/agreement";
import type { Policy } from "@amana/core/escrow";
import type { UserId } from "@amana/core/ids";
import { windowsOf } from "@amana/core/negotiation";
import { ok, type Result, refuse } from "@amana/core/result";
import { hours, type Instant } from "@amana/core/time";
import type { Conditions } from "#modules/commission";
import { type AgreedDelivery, type Order, type PlaceRefusal, placeAgreed, readOrder } from "#modules/orders";
import type { Database } from "#runtime/database";
import { tellOfAgreement } from "./conclude.ts";
import { type AgreementId, updateAgreement } from "./store.ts";
import { groundOf, variantOf } from "./view.ts";

export type OrderRefusal = PlaceRefusal | "no_such_agreement" | "not_the_buyer" | "lapsed";

/** The buyer says where the goods go, and nothing else: the order and its deal are made of the terms alone, once. */
export const orderAgreed = (
  db: Database,
  conditions: Conditions & { readonly policy: Policy },
  asked: { readonly id: AgreementId; readonly user: UserId; readonly delivery: AgreedDelivery },
  now: Instant,
): Promise<Result<Order, OrderRefusal>> =>
  db.transaction(async (tx) => {
    const ground = await groundOf(tx, asked.id, asked.user, now, true);
    if (!ground) return refuse("no_such_agreement");
    const { agreement, side, stage, version } = ground;
    if (side !== "buyer") return refuse("not_the_buyer");
    const before = agreement.order && (await readOrder(tx, agreement.order));
    if (before) return ok(before);
    if (stage !== "to_be_ordered") return refuse("lapsed");
    const { terms } = version;
    const { shipping, total } = amountsOf(terms);
    const sale = {
      ...{ agreement: agreement.id, buyer: agreement.buyer, seller: agreement.seller, product: agreement.product },
      ...{
        title: terms.item.title,
        variant: variantOf(terms),
        unitPrice: terms.unitPrice,
        quantity: terms.quantity,
        shipping,
        total,
      },
      windows: { ...windowsOf(terms), signatures: hours(terms.signatureHours) },
    };
    const placed = await placeAgreed(tx, conditions, sale, asked.delivery, now);
    if (!placed.ok) return placed;
    const ordered = { ...agreement, order: placed.value.id };
    await updateAgreement(tx, ordered);
    await tellOfAgreement(tx, ordered, "ordered", "buyer", now);
    return placed;
  });
