import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { ask, read } from "../../api/server.ts";
import type { Product, Rates } from "../../api/types.ts";
import classes from "../../features/catalog/catalog.module.css";
import { Gallery } from "../../features/catalog/gallery.tsx";
import { ProductFacts, SellerCard } from "../../features/catalog/product-facts.tsx";
import { Protection } from "../../features/catalog/protection.tsx";
import { ShippingEstimate } from "../../features/catalog/shipping-estimate.tsx";
import { useLocale } from "../../i18n/index.ts";
import { major } from "../../ui/money.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart, postcodeIn, quantityIn } from "../query.ts";
import type { RootData } from "../root.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const postcode = postcodeIn(searchParams);
  const quantity = quantityIn(searchParams);
  const id = pathPart(args.params.id);
  const [product, rates] = await Promise.all([
    read<Product>(args, `/products/${id}`),
    postcode ? ask<Rates>(args, `/shipping/rates?productId=${id}&quantity=${quantity}&postcode=${postcode}`) : null,
  ]);
  return { product, rates, postcode, quantity };
}

export default function ProductPage() {
  const { product, rates, postcode, quantity } = useLoaderData<typeof loader>();
  const { say } = useLocale();
  const picture = product.pictures[0];
  return (
    <>
      <PageMeta
        title={say(product.title)}
        description={say(product.description)}
        {...(picture ? { image: picture.url } : {})}
      />
      <StructuredData product={product} />
      <div className={classes.product}>
        <div className={classes.pictures}>
          <Gallery pictures={product.pictures} />
        </div>
        <div className={classes.estimate}>
          <ShippingEstimate postcode={postcode} quantity={quantity} rates={rates} />
        </div>
        <div className={classes.facts}>
          <ProductFacts product={product} quantity={quantity} postcode={postcode} />
          <SellerCard product={product} />
          <Protection />
        </div>
      </div>
    </>
  );
}

function StructuredData({ product }: { product: Product }) {
  const { say } = useLocale();
  const origin = useRouteLoaderData<RootData>("root")?.origin ?? "";
  const facts = {
    "@context": "https://schema.org",
    "@type": "Product",
    name: say(product.title),
    description: say(product.description),
    image: product.pictures.map(({ url }) => origin + url),
    offers: {
      "@type": "Offer",
      priceCurrency: product.price.currency,
      price: major(product.price),
      availability: `https://schema.org/${product.stock > 0 ? "InStock" : "OutOfStock"}`,
      seller: { "@type": "Organization", name: product.seller.name },
    },
  };
  // Escaped so that no product text can end the element.
  const json = JSON.stringify(facts).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: structured data is read as text, and is escaped above.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
