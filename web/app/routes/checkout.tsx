import { useEffect, useState } from "react";
import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  redirect,
  useFetcher,
  useLoaderData,
  useNavigation,
} from "react-router";
import { ask, command, keyAfter, newKey, read, readOptional } from "../../api/server.ts";
import type { Listed, Order, Product, Rates, User } from "../../api/types.ts";
import { availableIn, type Balance } from "../../api/wallet.ts";
import { asChosen, variantOf } from "../../features/catalog/variants.ts";
import { addressIn } from "../../features/checkout/address-fields.tsx";
import { CheckoutForm } from "../../features/checkout/checkout-form.tsx";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { payFor } from "../pay-for.ts";
import { pathPart, postcodeIn, quantityIn } from "../query.ts";

type Args = LoaderFunctionArgs | ActionFunctionArgs;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const postcode = postcodeIn(searchParams);
  const quantity = quantityIn(searchParams);
  const wished = searchParams.get("variant");
  const [found, , rates, wallet] = await Promise.all([
    read<Product>(args, `/products/${pathPart(args.params.productId)}`),
    read<User>(args, "/users/me"),
    postcode ? ratesFor(args, { quantity, postcode, variant: wished }) : null,
    readOptional<Listed<Balance>>(args, "/wallet"),
  ]);
  if (found.kind === "digital") throw redirect(`/${args.params.lang}/checkout/files/${found.id}?quantity=${quantity}`);
  const variant = variantOf(found, wished);
  const product = asChosen(found, variant);
  const balance = availableIn(wallet?.data ?? [], product.price.currency);
  return { product, variant, rates, postcode, quantity, balance, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const quantity = quantityIn(form);
  const address = addressIn(form);
  const postcode = postcodeIn(form);
  const variant = String(form.get("variant") ?? "") || null;
  const asked = { quantity, postcode, variant };
  if (form.get("intent") === "rates") {
    return { rates: postcode ? await ratesFor(args, asked) : null, address, problem: null, key };
  }

  const order = {
    items: [{ productId: args.params.productId, variantId: variant, quantity }],
    shippingAddress: address,
    quoteId: String(form.get("quoteId") ?? ""),
    courier: String(form.get("courier") ?? ""),
  };
  const placed = await command<Order>(args, "POST", "/orders", order, key);
  if (!placed.ok) {
    // Prices and stock may have moved: the form shows fresh ones beside the refusal.
    const rates = postcode ? await ratesFor(args, asked) : null;
    return data({ rates, address, problem: placed.problem, key: keyAfter(placed.problem, key) }, { status: 422 });
  }
  throw await payFor(args, args.params.lang ?? "en", form, placed.value.id, key);
}

type Asked = { quantity: number; postcode: string; variant: string | null };

const ratesFor = (args: Args, { quantity, postcode, variant }: Asked) =>
  ask<Rates>(
    args,
    `/shipping/rates?productId=${pathPart(args.params.productId)}&quantity=${quantity}&postcode=${postcode}${variant ? `&variantId=${pathPart(variant)}` : ""}`,
  );

export default function Checkout() {
  const { t } = useTranslation();
  const loaded = useLoaderData<typeof loader>();
  const answered = useAnswer<typeof action>();
  const typed = useFetcher<typeof loader>();
  const asksByForm = useNavigation().formData?.get("intent") === "rates";
  const { quantity, variant } = loaded;
  const [asked, setAsked] = useState<"typed" | "form">("form");
  useEffect(() => {
    if (answered) setAsked("form");
  }, [answered]);

  const onPostcode = (text: string) => {
    const postcode = postcodeIn(new URLSearchParams({ postcode: text }));
    if (!postcode) return;
    setAsked("typed");
    const chosen = variant ? `&variant=${variant.id}` : "";
    void typed.load(`?quantity=${quantity}&postcode=${postcode}${chosen}`);
  };
  const ofForm = answered ? answered.rates : loaded.rates;

  return (
    <>
      <PageMeta title={t("checkout.title")} noIndex />
      <PageTitle>{t("checkout.title")}</PageTitle>
      <CheckoutForm
        product={loaded.product}
        variant={variant}
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
