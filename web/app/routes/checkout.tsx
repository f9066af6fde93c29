import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirectDocument,
  useActionData,
  useFetcher,
  useLoaderData,
  useNavigation,
} from "react-router";
import { ask, command, keyAfter, newKey, read, readOptional } from "../../api/server.ts";
import type { Listed, Order, Payment, Product, Rates, User } from "../../api/types.ts";
import { availableIn, type Balance } from "../../api/wallet.ts";
import { addressIn } from "../../features/checkout/address-fields.tsx";
import { CheckoutForm } from "../../features/checkout/checkout-form.tsx";
import { methodIn } from "../../features/checkout/payment-choice.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart, postcodeIn, quantityIn } from "../query.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const postcode = postcodeIn(searchParams);
  const quantity = quantityIn(searchParams);
  const [product, me, rates, wallet] = await Promise.all([
    read<Product>(args, `/products/${pathPart(args.params.productId)}`),
    read<User>(args, "/users/me"),
    postcode ? ratesFor(args, quantity, postcode) : null,
    readOptional<Listed<Balance>>(args, "/wallet"),
  ]);
  const balance = availableIn(wallet?.data ?? [], product.price.currency);
  return { product, me, rates, postcode, quantity, balance, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const quantity = quantityIn(form);
  const address = addressIn(form);
  const postcode = postcodeIn(form);
  if (form.get("intent") === "rates") {
    return { rates: postcode ? await ratesFor(args, quantity, postcode) : null, address, problem: null, key };
  }

  const order = {
    items: [{ productId: args.params.productId, quantity }],
    shippingAddress: address,
    quoteId: String(form.get("quoteId") ?? ""),
    courier: String(form.get("courier") ?? ""),
  };
  const placed = await command<Order>(args, "POST", "/orders", order, key);
  if (!placed.ok) {
    // Prices and stock may have moved: the form shows fresh ones beside the refusal.
    const rates = postcode ? await ratesFor(args, quantity, postcode) : null;
    return data({ rates, address, problem: placed.problem, key: keyAfter(placed.problem, key) }, { status: 422 });
  }
  const method = methodIn(form);
  const path = `/orders/${pathPart(placed.value.id)}`;
  // The page that follows shows and repairs whatever comes of this: only a clear refusal is told there.
  const started = await command<Payment>(
    args,
    "POST",
    `${path}/payment`,
    { locale: args.params.lang, method },
    `${key}:payment`,
  );
  const refused = method === "wallet" && !started.ok && !started.problem.outcomeUnknown;
  throw redirectDocument(`/${args.params.lang}${path}/pay${refused ? "?wallet=refused" : ""}`);
}

const ratesFor = (args: Args, quantity: number, postcode: string) =>
  ask<Rates>(
    args,
    `/shipping/rates?productId=${pathPart(args.params.productId)}&quantity=${quantity}&postcode=${postcode}`,
  );

export default function Checkout() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const answered = useActionData<typeof action>();
  const typed = useFetcher<typeof loader>();
  const asksByForm = useNavigation().formData?.get("intent") === "rates";
  const { quantity } = loaded;
  const [asked, setAsked] = useState<"typed" | "form">("form");
  useEffect(() => {
    if (answered) setAsked("form");
  }, [answered]);

  const onPostcode = (text: string) => {
    const postcode = postcodeIn(new URLSearchParams({ postcode: text }));
    if (!postcode) return;
    setAsked("typed");
    void typed.load(`?quantity=${quantity}&postcode=${postcode}`);
  };
  const ofForm = answered ? answered.rates : loaded.rates;

  return (
    <>
      <PageMeta title={t("checkout.title")} noIndex />
      <PageTitle>{t("checkout.title")}</PageTitle>
      <CheckoutForm
        product={loaded.product}
        quantity={quantity}
        rates={asked === "typed" ? (typed.data?.rates ?? ofForm) : ofForm}
        asking={typed.state !== "idle" || asksByForm}
        onPostcode={onPostcode}
        values={answered?.address ?? { postcode: loaded.postcode }}
        problem={answered?.problem ?? null}
        idempotencyKey={answered?.key ?? loaded.key}
        balance={loaded.balance}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
