import type { Cart, CartOption, CartPart } from "../../api/shopping.ts";
import type { Money } from "../../api/types.ts";

/** Whether all that lies there of a seller can be bought now. */
export const canBeBought = ({ lines }: CartPart): boolean => lines.every(({ state }) => state === "buyable");

/** All goods together; null where they have prices in several currencies, or one has none. */
export function goodsOf({ sellers }: Cart): Money | null {
  const totals = sellers.flatMap(({ lines }) => lines.map(({ total }) => total));
  return sumOf(totals);
}

export function sumOf(amounts: readonly (Money | null)[]): Money | null {
  const [first] = amounts;
  if (!first) return null;
  let amount = 0;
  for (const one of amounts) {
    if (!one || one.currency !== first.currency) return null;
    amount += one.amount;
  }
  return { amount, currency: first.currency };
}

/** Which courier brings each seller's part. */
export type Couriers = Readonly<Record<string, string>>;

/** The way in which a seller's part is sent: the chosen one while it is offered, else the cheapest. */
export const optionOf = ({ seller, shipping }: CartPart, couriers: Couriers): CartOption | null =>
  shipping?.options.find(({ courier }) => courier === couriers[seller.id]) ??
  shipping?.options.find(({ courier }) => courier === shipping.cheapest) ??
  null;

/** What all of it comes to, as it is to be sent; null while something has no price. */
export const totalOf = (parts: readonly CartPart[], couriers: Couriers): Money | null =>
  sumOf(parts.map((part) => optionOf(part, couriers)?.amounts.total ?? null));

/** What a form names of each seller: the quote, the courier, and what its reader was shown for each courier. */
export const FIELD = {
  quote: (seller: string) => `quote.${seller}`,
  courier: (seller: string) => `courier.${seller}`,
  shown: (seller: string, courier: string) => `shown.${seller}.${courier}`,
} as const;

export type Wished = { sellerId: string; quoteId: string; courier: string; shown: number };

/** What somebody wants to buy, from the form that showed it. Without script a total cannot follow the choice: what was shown beside it counts. */
export function wishesIn(form: FormData): Wished[] {
  return [...form.keys()].flatMap((name) => {
    const seller = name.startsWith("quote.") ? name.slice("quote.".length) : null;
    const courier = seller === null ? null : form.get(FIELD.courier(seller));
    if (seller === null || typeof courier !== "string") return [];
    const shown = Number(form.get(FIELD.shown(seller, courier)));
    if (!Number.isSafeInteger(shown)) return [];
    return [{ sellerId: seller, quoteId: String(form.get(name)), courier, shown }];
  });
}

export const couriersOf = (wishes: readonly Wished[]): Couriers =>
  Object.fromEntries(wishes.map(({ sellerId, courier }) => [sellerId, courier]));

export type Change = { seller: string; name: string; before: Money; now: Money };

/** Whose part comes to another amount than was shown. */
export function changesOf(wishes: readonly Wished[], { sellers }: Pick<Cart, "sellers">): Change[] {
  return wishes.flatMap(({ sellerId, courier, shown }) => {
    const part = sellers.find(({ seller }) => seller.id === sellerId);
    const now = part?.shipping?.options.find((option) => option.courier === courier)?.amounts.total;
    if (!part || !now || now.amount === shown) return [];
    return [{ seller: sellerId, name: part.seller.name, before: { ...now, amount: shown }, now }];
  });
}
