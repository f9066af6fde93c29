import {
  type ActionFunctionArgs,
  data,
  type LoaderFunctionArgs,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { ask, command, keyAfter, newKey, read, readOptional } from "../../api/server.ts";
import type { Price } from "../../api/shopping.ts";
import type { Product, Rates } from "../../api/types.ts";
import { AddedToCart } from "../../features/cart/added.tsx";
import classes from "../../features/catalog/catalog.module.css";
import { CategoryTrail, Specifications, WhatYouGet } from "../../features/catalog/details.tsx";
import { Gallery } from "../../features/catalog/gallery.tsx";
import { ProductFacts, SellerCard } from "../../features/catalog/product-facts.tsx";
import { Protection } from "../../features/catalog/protection.tsx";
import { ShippingEstimate } from "../../features/catalog/shipping-estimate.tsx";
import { asChosen, variantOf } from "../../features/catalog/variants.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { major } from "../../ui/money.tsx";
import { pathOf } from "../categories.server.ts";
import { ErrorPage } from "../error-page.tsx";
import { JsonLd } from "../json-ld.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart, postcodeIn, quantityIn } from "../query.ts";
import type { RootData } from "../root.tsx";
import type { ShellData } from "../shell-data.ts";
import { windows } from "../windows.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const postcode = postcodeIn(searchParams);
  const quantity = quantityIn(searchParams);
  const id = pathPart(args.params.id);
  const found = await read<Product>(args, `/products/${id}`);
  const variant = variantOf(found, searchParams.get("variant"));
  const of = `productId=${id}&quantity=${quantity}${variant ? `&variantId=${variant.id}` : ""}`;
  const [rates, price] = await Promise.all([
    postcode && found.kind === "physical" ? ask<Rates>(args, `/shipping/rates?${of}&postcode=${postcode}`) : null,
    found.kind === "digital" ? readOptional<Price>(args, `/prices?${of}`) : null,
  ]);
  const path = pathOf(found.category) ?? [];
  const conditions = price?.conditions ?? null;
  return {
    product: asChosen(found, variant),
    variant,
    path,
    conditions,
    rates,
    postcode,
    quantity,
    key: newKey(),
    windows: windows(),
  };
}

/** Lays it into the cart. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const key = String(form.get("idempotencyKey") ?? newKey());
  const variantId = String(form.get("variant") ?? "") || null;
  const line = { productId: args.params.id, variantId, quantity: quantityIn(form) };
  const sent = await command<unknown>(args, "POST", "/cart/lines", line, key);
  if (!sent.ok) return data({ problem: sent.problem, key: keyAfter(sent.problem, key) }, { status: 422 });
  return { problem: null, key: newKey() };
}

export default function ProductPage() {
  const { t } = useTranslation();
  const {
    product,
    variant,
    path,
    conditions,
    rates,
    postcode,
    quantity,
    key,
    windows: promised,
  } = useLoaderData<typeof loader>();
  const laid = useAnswer<typeof action>();
  const me = useRouteLoaderData<ShellData>("routes/shell")?.me;
  const { say } = useLocale();
  const picture = product.pictures[0];
  const own = me?.id === product.seller.id;
  const travels = product.kind === "physical";
  return (
    <>
      <PageMeta
        title={say(product.title)}
        description={say(product.description)}
        {...(picture ? { image: picture.url } : {})}
      />
      <StructuredData product={product} />
      <CategoryTrail path={path} />
      {laid ? <AddedToCart problem={laid.problem} /> : null}
      <div className={classes.product}>
        <div className={classes.pictures}>
          <Gallery pictures={product.pictures} />
        </div>
        <div className={classes.estimate}>
          {travels ? (
            <ShippingEstimate postcode={postcode} quantity={quantity} variant={variant?.id ?? null} rates={rates} />
          ) : (
            <WhatYouGet files={product.files} downloads={conditions?.downloads ?? null} />
          )}
          <Specifications of={product.specifications} />
        </div>
        <div className={classes.facts}>
          <ProductFacts {...{ product, variant, quantity, postcode, own }} idempotencyKey={laid?.key ?? key} />
          <SellerCard
            seller={product.seller}
            {...(travels ? { from: product.pickupPostcode } : {})}
            paidAfter={t(travels ? "catalog.sellerPaidAfter" : "shop.paidAfterPayment")}
          />
          <Protection kind={product.kind} windows={promised} inspection={conditions?.inspection ?? null} />
        </div>
      </div>
    </>
  );
}

function StructuredData({ product }: { product: Product }) {
  const { say } = useLocale();
  const origin = useRouteLoaderData<RootData>("root")?.origin ?? "";
  const inStock = product.kind === "digital" || product.stock > 0;
  return (
    <JsonLd
      facts={{
        "@type": "Product",
        name: say(product.title),
        description: say(product.description),
        image: product.pictures.map(({ url }) => origin + url),
        offers: {
          "@type": "Offer",
          priceCurrency: product.price.currency,
          price: major(product.price),
          availability: `https://schema.org/${inStock ? "InStock" : "OutOfStock"}`,
          seller: { "@type": "Organization", name: product.seller.name },
        },
      }}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
