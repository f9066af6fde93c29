import { useSearchParams } from "react-router";
import type { Listing } from "../api/selling.ts";
import classes from "../features/catalog/catalog.module.css";
import { CategoryTrail, Specifications, WhatYouGet } from "../features/catalog/details.tsx";
import { Gallery } from "../features/catalog/gallery.tsx";
import { Packages } from "../features/catalog/packages.tsx";
import { ProductFacts, SellerCard } from "../features/catalog/product-facts.tsx";
import { Protection, type Windows } from "../features/catalog/protection.tsx";
import { asChosen, variantOf } from "../features/catalog/variants.ts";
import { productOf, serviceOf } from "../features/listings/as-shown.ts";
import { useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import type { Place } from "./categories.server.ts";

type Given = { listing: Listing; windows: Windows; own: boolean };

/** A listing as its buyers see it, before there are any. */
export const ShownListing = ({ path, ...given }: Given & { path: Place[] }) => (
  <>
    <CategoryTrail path={path} />
    {given.listing.kind === "service" ? <ShownService {...given} /> : <ShownProduct {...given} />}
  </>
);

function ShownProduct({ listing, windows, own }: Given) {
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
        <ProductFacts {...{ product, variant }} quantity={1} postcode="" own={own || "looked-at"} idempotencyKey="" />
        <SellerCard
          seller={product.seller}
          paidAfter={t(travels ? "catalog.sellerPaidAfter" : "shop.paidAfterPayment")}
        />
        <Protection kind={product.kind} windows={windows} />
      </div>
    </div>
  );
}

function ShownService({ listing, windows }: Given) {
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
        <Protection kind="service" windows={windows} />
      </div>
    </div>
  );
}
