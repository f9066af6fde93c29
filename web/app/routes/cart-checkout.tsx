import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  redirectDocument,
  useFetcher,
  useLoaderData,
  useNavigation,
} from "react-router";
import { command, keyAfter, newKey, read } from "../../api/server.ts";
import type { Cart, Purchase } from "../../api/shopping.ts";
import type { Payment } from "../../api/types.ts";
import { CartCheckoutForm } from "../../features/cart/cart-checkout-form.tsx";
import { canBeBought, changesOf, couriersOf, wishesIn } from "../../features/cart/selection.ts";
import { AddressFields, addressIn } from "../../features/checkout/address-fields.tsx";
import { Step } from "../../features/checkout/checkout-form.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart, postcodeIn } from "../query.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

/** What of the cart can be bought now, with the ways of sending it where the postcode is known. */
async function cartFor(args: Args, postcode: string): Promise<Cart> {
  const cart = await read<Cart>(args, `/cart${postcode ? `?postcode=${postcode}` : ""}`);
  return { ...cart, sellers: cart.sellers.filter(canBeBought) };
}

export async function loader(args: LoaderFunctionArgs) {
  const postcode = postcodeIn(new URL(args.request.url).searchParams);
  const cart = await cartFor(args, postcode);
  if (cart.sellers.length === 0) throw redirect(`/${args.params.lang}/cart`);
  return { cart, postcode, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const address = addressIn(form);
  const wishes = wishesIn(form);
  const couriers = couriersOf(wishes);
  const postcode = postcodeIn(form);
  if (form.get("intent") === "rates")
    return { cart: await cartFor(args, postcode), address, couriers, changes: [], problem: null, key };

  const wish = {
    shippingAddress: address,
    sellers: wishes.map(({ shown, ...one }) => one),
    expectedTotal: {
      amount: wishes.reduce((sum, { shown }) => sum + shown, 0),
      currency: String(form.get("currency")),
    },
  };
  const bought = await command<Purchase>(args, "POST", "/cart/checkout", wish, key);
  if (!bought.ok) {
    // Prices, stock or quotes may have moved: fresh ones stand beside the refusal, and what is different about them.
    const cart = await cartFor(args, postcode);
    const changes = changesOf(wishes, cart);
    const refused = { cart, address, couriers, changes, problem: bought.problem, key: keyAfter(bought.problem, key) };
    return data(refused, { status: 422 });
  }
  const page = `/purchases/${pathPart(bought.value.id)}`;
  const { lang } = args.params;
  await command<Payment>(args, "POST", `${page}/payment`, { locale: lang }, `${key}:payment`);
  // The page that follows shows and repairs whatever came of this.
  throw redirectDocument(`/${lang}${page}/pay`);
}

export default function CartCheckout() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const answered = useAnswer<typeof action>();
  const typed = useFetcher<typeof loader>();
  const asksByForm = useNavigation().formData?.get("intent") === "rates";
  const onPostcode = (text: string) => {
    const postcode = postcodeIn(new URLSearchParams({ postcode: text }));
    if (postcode) void typed.load(`?postcode=${postcode}`);
  };
  const cart = latest(loaded.cart, answered?.cart, typed.data?.cart);
  return (
    <>
      <PageMeta title={t("checkout.title")} noIndex />
      <PageTitle>{t("checkout.title")}</PageTitle>
      <CartCheckoutForm
        parts={cart.sellers}
        address={(values, problem) => <AddressFields values={values} problem={problem} onPostcode={onPostcode} />}
        step={(number, title) => <Step number={number}>{title}</Step>}
        values={answered?.address ?? { postcode: loaded.postcode }}
        couriers={answered?.couriers ?? {}}
        asking={typed.state !== "idle" || asksByForm}
        problem={answered?.problem ?? null}
        changes={answered?.changes ?? []}
        idempotencyKey={answered?.key ?? loaded.key}
      />
    </>
  );
}

const isPriced = (cart: Cart | undefined): cart is Cart => cart?.sellers.some(({ shipping }) => shipping) ?? false;

/** What the buyer has asked for last of what has prices: each answer carries the moment at which it was given. */
const latest = (loaded: Cart, ...asked: (Cart | undefined)[]): Cart =>
  asked.filter(isPriced).reduce<Cart | null>((best, one) => (best && best.now > one.now ? best : one), null) ?? loaded;

export function ErrorBoundary() {
  return <ErrorPage />;
}
