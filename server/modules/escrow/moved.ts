import { parseId } from "@amana/core/ids";
import { isCurrency } from "@amana/core/money";
import { Type } from "typebox";
import { Compile } from "typebox/compile";

/** What `deal.moved` tells its subscribers. Amounts are minor units as text. */
// Compiled, for each step of every deal is read by several subscribers.
const Moved = Compile(
  Type.Object({
    deal: Type.String(),
    revision: Type.Integer(),
    command: Type.String(),
    by: Type.String(),
    from: Type.Union([Type.String(), Type.Null()]),
    to: Type.String(),
    reason: Type.Union([Type.String(), Type.Null()]),
    movement: Type.Union([
      Type.Literal("fund"),
      Type.Literal("release"),
      Type.Literal("refund"),
      Type.Literal("settle"),
      Type.Literal("chargeback"),
      Type.Null(),
    ]),
    at: Type.Integer(),
    buyer: Type.String(),
    seller: Type.String(),
    gateway: Type.Union([Type.String(), Type.Null()]),
    currency: Type.String(),
    total: Type.String(),
    /** What each gets by this step; what the sale promises the seller, and the whole, where the step moves nothing to them. */
    sellerReceives: Type.String(),
    buyerReceives: Type.String(),
    reserve: Type.Union([Type.Object({ basisPoints: Type.Integer(), hold: Type.Integer() }), Type.Null()]),
  }),
);

export type DealMoved = ReturnType<typeof readMoved>;

export function readMoved(payload: Record<string, unknown>) {
  const moved = Moved.Parse(payload);
  const { currency } = moved;
  const deal = parseId("deal", moved.deal);
  const buyer = parseId("user", moved.buyer);
  const seller = parseId("user", moved.seller);
  if (!deal || !buyer || !seller || !isCurrency(currency))
    throw new Error(`deal.moved cannot be read: ${JSON.stringify(payload)}`);
  return {
    ...moved,
    deal,
    buyer,
    seller,
    total: { minor: BigInt(moved.total), currency },
    sellerReceives: { minor: BigInt(moved.sellerReceives), currency },
    buyerReceives: { minor: BigInt(moved.buyerReceives), currency },
  };
}
