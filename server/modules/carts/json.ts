import { inBothLanguages } from "@amana/core/catalog";
import type { Instant } from "@amana/core/time";
import type { Static } from "typebox";
import { type Terms, taxJson } from "#modules/commission";
import { optionJson, paidBeside } from "#modules/orders";
import { instantJson, moneyJson } from "#runtime/http";
import type { CartJson } from "./schemas.ts";
import { cheapest, cheapestTotal, type SeenLine, type SellersPart } from "./view.ts";

type CartBody = Static<typeof CartJson>;
type PartBody = CartBody["sellers"][number];

export function cartJson(groups: readonly SellersPart[], now: Instant): CartBody {
  const total = cheapestTotal(groups);
  return { sellers: groups.map(partJson), total: total && moneyJson(total), now: instantJson(now) };
}

const partJson = ({ seller, lines, quoted }: SellersPart): PartBody => ({
  seller: { id: seller.id, name: seller.name },
  lines: lines.map(lineJson),
  shipping: quoted.ok ? shippingJson(quoted.value) : null,
  problem: quoted.ok ? null : quoted.error,
});

function lineJson({ line, product, goods, unitPrice, total, state }: SeenLine): PartBody["lines"][number] {
  const { id, variant, quantity } = line;
  const isOther = unitPrice.minor !== line.unitPrice.minor || unitPrice.currency !== line.unitPrice.currency;
  return {
    ...{ id, productId: product.id, variantId: variant, title: product.title, quantity, state },
    choices: (goods?.variant?.choices ?? []).map(inBothLanguages),
    pictureUrl: product.pictures[0]?.url ?? null,
    unitPrice: moneyJson(unitPrice),
    priceWhenAdded: isOther ? moneyJson(line.unitPrice) : null,
    total: total && moneyJson(total),
  };
}

function shippingJson(
  quoted: Extract<SellersPart["quoted"], { ok: true }>["value"],
): NonNullable<PartBody["shipping"]> {
  const { quote, terms } = quoted;
  const options = quote.options.flatMap((option, place) => {
    const would = terms[place];
    return would ? [{ ...optionJson(option), amounts: amountsJson(would) }] : [];
  });
  return {
    ...{ quoteId: quote.id, expiresAt: instantJson(quote.expiresAt), options },
    cheapest: options[cheapest(quoted)]?.courier ?? "",
  };
}

const amountsJson = ({ terms, taxes }: Terms) => ({
  ...{ goods: moneyJson(terms.goods), shipping: moneyJson(terms.shipping) },
  ...paidBeside(terms),
  ...{ total: moneyJson(terms.total), taxes: taxes.map(taxJson) },
});
