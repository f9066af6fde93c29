import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router";
import type { Listing } from "../../api/selling.ts";
import { read } from "../../api/server.ts";
import classes from "../../features/catalog/catalog.module.css";
import { CategoryTrail, Specifications, WhatYouGet } from "../../features/catalog/details.tsx";
import { Gallery } from "../../features/catalog/gallery.tsx";
import { Packages } from "../../features/catalog/packages.tsx";
import { ProductFacts, SellerCard } from "../../features/catalog/product-facts.tsx";
import { Protection } from "../../features/catalog/protection.tsx";
import { asChosen, variantOf } from "../../features/catalog/variants.ts";
import { productOf, serviceOf } from "../../features/listings/as-shown.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { EyeIcon } from "../../ui/edit-icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import { pathOf } from "../categories.server.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";

export async function loader(args: LoaderFunctionArgs) {
  const listing = await read<Listing>(args, `/seller/listings/${pathPart(args.params.id)}`);
  return { listing, path: pathOf(listing.category) ?? [] };
}

/** The page of a listing as its buyers see it, before there are any. */
export default function Preview() {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { listing, path } = useLoaderData<typeof loader>();
  const title = say(productOf(listing).title);
  return (
    <>
      <PageMeta title={title} noIndex />
      <Callout tone="held" icon={<EyeIcon />} title={t("listing.previewTitle")}>
        <Link to={to(`/selling/listings/${listing.id}`)}>{t("listing.previewBack")}</Link>
      </Callout>
      <CategoryTrail path={path} />
      {listing.kind === "service" ? <ShownService listing={listing} /> : <ShownProduct listing={listing} />}
    </>
  );
}

function ShownProduct({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const [query] = useSearchParams();
  const found = productOf(listing);
  const variant = variantOf(found, query.get("variant"));
  const product = asChosen(found, variant);
  const travels = listing.kind === "physical";
  return (
    <div className={classes.product}>
      <div className={classes.pictures}>
        <Gallery pictures={product.pictures} />
      </div>
      <div className={classes.estimate}>
        {travels ? null : <WhatYouGet files={product.files} downloads={null} />}
        <Specifications of={product.specifications} />
      </div>
      <div className={classes.facts}>
        <ProductFacts {...{ product, variant }} quantity={1} postcode="" own idempotencyKey="" />
        <SellerCard
          seller={product.seller}
          paidAfter={t(travels ? "catalog.sellerPaidAfter" : "shop.paidAfterPayment")}
        />
        <Protection kind={product.kind} inspection={null} />
      </div>
    </div>
  );
}

function ShownService({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const service = serviceOf(listing);
  return (
    <div className={`${classes.product} ${classes.service}`}>
      <div className={classes.pictures}>
        <Gallery pictures={service.pictures} />
      </div>
      <div className={classes.estimate}>
        <Packages service={service} own />
        <Specifications of={service.specifications} />
      </div>
      <div className={classes.facts}>
        <div className={classes.column}>
          <h1>{say(service.title)}</h1>
          <p className={classes.description}>{say(service.description)}</p>
        </div>
      </div>
      <div className={classes.more}>
        <SellerCard seller={service.seller} paidAfter={t("shop.paidAfterWork")} />
        <Protection kind="service" />
      </div>
    </div>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
