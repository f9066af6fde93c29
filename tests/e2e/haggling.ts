import type { Page } from "playwright-core";
import type { Money } from "../../tools/demo/api.ts";
import { diceOf } from "../../tools/play/dice.ts";
import { pay } from "../../tools/play/sales.ts";
import type { stageOf } from "./rooms.ts";
import { tabTo } from "./rooms.ts";

type Api = ReturnType<typeof stageOf>["api"];
type Product = { readonly id: string; readonly price: Money };

const ADDRESS = {
  ...{ name: "Asha Demo", phone: "9000000001", line1: "22 Residency Road", city: "Bengaluru", postcode: "560001" },
};

const offerFor = ({ price }: Product, quantity: number) => ({
  ...{ unitPrice: price, quantity, shipping: { bearer: "seller", amount: { ...price, amount: 0 } } },
  ...{ paymentHours: 48, dispatchDays: 5, deliveryDays: 12, inspectionDays: 3, validForHours: 72 },
});

/** What has to have been agreed before a walk begins, done over HTTP alone. */
export function haggling(api: Api) {
  const productAt = async (amount: number): Promise<Product> => {
    const { data } = await api.get<{ data: Product[] }>("buyer", "/products?limit=100");
    const found = data.find(({ price }) => price.amount === amount);
    if (!found) throw new Error(`the sandbox has no product at ${amount}`);
    return found;
  };
  /** An agreement of these two about the product at this price. */
  const agreed = async (buyer: string, seller: string, amount: number): Promise<{ id: string; product: Product }> => {
    const product = await productAt(amount);
    type Talk = { id: string; standingOffer: { id: string }; agreementId: string };
    const body = { productId: product.id, offer: offerFor(product, 2) };
    const { id, standingOffer } = await api.post<Talk>(buyer, "/negotiations", body);
    const { agreementId } = await api.post<Talk>(seller, `/negotiations/${id}/accept`, { offerId: standingOffer.id });
    return { id: agreementId, product };
  };
  return {
    productAt,
    agreed,
    /** An agreement whose money is held, so that it can be signed. */
    async paid(amount: number): Promise<string> {
      const { id, product } = await agreed("buyer", "seller-b", amount);
      const asked = `productId=${product.id}&quantity=2&postcode=${ADDRESS.postcode}`;
      type Rates = { quoteId: string; options: { courier: string }[] };
      const { quoteId, options } = await api.get<Rates>("buyer", `/shipping/rates?${asked}`);
      const body = { shippingAddress: ADDRESS, quoteId, courier: options[0]?.courier };
      const { orderId } = await api.post<{ orderId: string }>("buyer", `/agreements/${id}/order`, body);
      await pay({ api, dice: diceOf(3), placed: () => {} }, "buyer", orderId);
      await api.advance("PT2M");
      return id;
    },
  };
}

const inr = (amount: number): Money => ({ amount, currency: "INR" });

/** Goods of the demo seller's in two sizes. */
export async function withSizes(api: Api): Promise<{ id: string; variants: { id: string }[] }> {
  const sizes = [
    { sku: "SPREAD-S", choices: [{ en: "Small", ar: "صغير" }], price: inr(499_900), stock: 2 },
    { sku: "SPREAD-L", choices: [{ en: "Large", ar: "كبير" }], price: inr(899_900), stock: 3 },
  ];
  const { id } = await api.post<{ id: string }>("seller", "/products", {
    ...{ kind: "physical", category: "rugs-and-carpets", price: inr(499_900), stock: 6, weightGrams: 4200 },
    title: { en: "Wool rug in two sizes (demo)", ar: "سجادة صوف بمقاسين (تجريبي)" },
    description: { en: "Knotted by hand.", ar: "معقودة يدويا." },
    dimensionsMm: { length: 900, width: 250, height: 250 },
    ...{ options: [{ en: "Size", ar: "المقاس" }], variants: sizes },
  });
  const { state } = await api.post<{ state: string }>("seller", `/seller/listings/${id}/submit`);
  if (state === "under_review") await api.post("support", `/admin/listings/${id}/approve`);
  return await api.get<{ id: string; variants: { id: string }[] }>("buyer", `/products/${id}`);
}

/** The code that the sandbox shows beside its field. */
export const codeIn = async (page: Page): Promise<string> =>
  (await page
    .locator("section p bdi", { hasText: /^\d{6}$/ })
    .last()
    .textContent()) ?? "";

/** Puts a name under the agreement by the keyboard alone, and confirms it with the code. */
export async function signByKeyboard(page: Page, name: string): Promise<void> {
  await tabTo(page, page.locator('input[name="name"]'));
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  const code = page.locator('input[name="stepUpCode"]');
  await tabTo(page, code);
  await page.keyboard.type(await codeIn(page));
  await page.keyboard.press("Enter");
}
