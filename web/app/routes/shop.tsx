import { data, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import { type Found, LISTING_KINDS } from "../../api/shopping.ts";
import { ListingGrid } from "../../features/browse/listing-grid.tsx";
import classes from "../../features/browse/shop.module.css";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ShieldIcon } from "../../ui/icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { JsonLd } from "../json-ld.tsx";
import { PageMeta } from "../page-meta.tsx";

/** What a seller has for sale. Who has nothing, has no shop. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const id = args.params.id ?? "";
  if (!/^usr_[0-9a-f]{32}$/.test(id)) throw data(null, { status: 404 });
  const kind = LISTING_KINDS.find((one) => one === searchParams.get("kind")) ?? null;
  const cursor = searchParams.get("cursor");
  const asked = new URLSearchParams({ sellerId: id, sort: "newest", limit: "24" });
  if (kind) asked.set("kind", kind);
  if (cursor) asked.set("cursor", cursor);
  const [found, all] = await Promise.all([
    read<Found>(args, `/listings?${asked}`),
    read<Found>(args, `/listings?sellerId=${id}&limit=1`),
  ]);
  const seller = all.facets?.sellers[0];
  if (!seller) throw data(null, { status: 404 });
  const more =
    found.nextCursor && new URLSearchParams([...(kind ? [["kind", kind]] : []), ["cursor", found.nextCursor]]);
  return { seller, kind, kinds: all.facets?.kinds ?? [], hits: found.data, more: more ? `?${more}` : null };
}

export default function Shop() {
  const { t } = useTranslation();
  const { seller, kind, kinds, hits, more } = useLoaderData<typeof loader>();
  const { to } = useLocale();
  return (
    <>
      <PageMeta title={seller.name} description={t("shop.description", { seller: seller.name })} />
      <JsonLd facts={{ "@type": "Store", name: seller.name }} />
      <header className={classes.head}>
        <span className={classes.face} aria-hidden="true">
          {[...seller.name][0]}
        </span>
        <div>
          <h1>
            <bdi>{seller.name}</bdi>
          </h1>
          <p className={classes.soft}>{t("shop.listings", { count: seller.count })}</p>
        </div>
      </header>
      <Callout tone="held" icon={<ShieldIcon />}>
        <p>{t("shop.protected")}</p>
      </Callout>
      <div className={classes.bar}>
        {kinds.length > 1 ? (
          <nav aria-label={t("browse.markets")} className={classes.kinds}>
            <Link to="?" aria-current={kind === null ? "true" : undefined}>
              {t("browse.everything")}
            </Link>
            {kinds.map((one) => (
              <Link key={one.kind} to={`?kind=${one.kind}`} aria-current={one.kind === kind ? "true" : undefined}>
                {t(`browse.market.${one.kind}.title`)} <bdi>{one.count}</bdi>
              </Link>
            ))}
          </nav>
        ) : null}
        <Link to={to(`/browse?seller=${seller.id}`)}>{t("shop.searchHere")}</Link>
      </div>
      <h2 className={classes.title}>{t("home.products")}</h2>
      <ListingGrid hits={hits} />
      {more ? (
        <p className={classes.more}>
          <Link to={more}>{t("common.more")}</Link>
        </p>
      ) : null}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
