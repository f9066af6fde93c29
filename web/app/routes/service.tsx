import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Service } from "../../api/shopping.ts";
import classes from "../../features/catalog/catalog.module.css";
import { CategoryTrail, Specifications } from "../../features/catalog/details.tsx";
import { Gallery } from "../../features/catalog/gallery.tsx";
import { Packages } from "../../features/catalog/packages.tsx";
import { SellerCard } from "../../features/catalog/product-facts.tsx";
import { Protection } from "../../features/catalog/protection.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { LockIcon } from "../../ui/icons.tsx";
import { major } from "../../ui/money.tsx";
import { pathOf } from "../categories.server.ts";
import { ErrorPage } from "../error-page.tsx";
import { JsonLd } from "../json-ld.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { RootData } from "../root.tsx";
import type { ShellData } from "../shell-data.ts";
import { windows } from "../windows.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const service = await read<Service>(args, `/services/${pathPart(args.params.id)}`);
  return { service, path: pathOf(service.category) ?? [], windows: windows() };
}

export default function ServicePage() {
  const { t } = useTranslation();
  const { service, path, windows: promised } = useLoaderData<typeof loader>();
  const me = useRouteLoaderData<ShellData>("routes/shell")?.me;
  const { say } = useLocale();
  const picture = service.pictures[0];
  const own = me?.id === service.seller.id;
  return (
    <>
      <PageMeta
        title={say(service.title)}
        description={say(service.description)}
        {...(picture ? { image: picture.url } : {})}
      />
      <StructuredData service={service} />
      <CategoryTrail path={path} />
      <div className={`${classes.product} ${classes.service}`}>
        <div className={classes.pictures}>
          <Gallery pictures={service.pictures} />
        </div>
        <div className={classes.estimate}>
          <Packages service={service} own={own} />
          <Specifications of={service.specifications} />
        </div>
        <div className={classes.facts}>
          <div className={classes.column}>
            <h1>{say(service.title)}</h1>
            <p className={classes.description}>{say(service.description)}</p>
            {own ? <p className={classes.hint}>{t("shop.own")}</p> : null}
            <p className={classes.secure}>
              <LockIcon size={18} /> {t("catalog.secure")}
            </p>
          </div>
          <SellerCard seller={service.seller} paidAfter={t("shop.paidAfterWork")} />
        </div>
        <div className={classes.more}>
          <Protection kind="service" windows={promised} />
        </div>
      </div>
    </>
  );
}

function StructuredData({ service }: { service: Service }) {
  const { say } = useLocale();
  const origin = useRouteLoaderData<RootData>("root")?.origin ?? "";
  return (
    <JsonLd
      facts={{
        "@type": "Service",
        name: say(service.title),
        description: say(service.description),
        image: service.pictures.map(({ url }) => origin + url),
        provider: { "@type": "Organization", name: service.seller.name },
        offers: service.packages.map(({ name, price }) => ({
          ...{ "@type": "Offer", name: say(name), priceCurrency: price.currency, price: major(price) },
        })),
      }}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
