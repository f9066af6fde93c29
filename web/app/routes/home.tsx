import { Link, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Found, Hit } from "../../api/shopping.ts";
import { ListingGrid } from "../../features/browse/listing-grid.tsx";
import classes from "../../features/browse/markets.module.css";
import { MarketCards } from "../../features/browse/markets.tsx";
import { Pledge } from "../../features/catalog/pledge.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

/** Each market with what is newest in it. */
const SHELVES = [
  { kind: "physical", category: "goods", shown: 8, id: "products" },
  { kind: "digital", category: "digital", shown: 4, id: "digital" },
  { kind: "service", category: "services", shown: 4, id: "services" },
] as const;

export async function loader(args: LoaderFunctionArgs) {
  const found = await Promise.all(
    SHELVES.map(({ kind, shown }) => read<Found>(args, `/listings?kind=${kind}&sort=newest&limit=${shown}`)),
  );
  return { shelves: SHELVES.map((shelf, place) => ({ ...shelf, hits: found[place]?.data ?? [] })) };
}

export default function Home() {
  const { t } = useTranslation();
  const { shelves } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  return (
    <>
      <PageMeta title={t("home.pageTitle")} />
      <Pledge demo={Boolean(shell?.sandbox)} />
      <MarketCards markets={shelves} />
      {shelves.map((shelf) => (shelf.hits.length > 0 ? <Shelf key={shelf.kind} {...shelf} /> : null))}
    </>
  );
}

type ShelfGiven = { id: string; kind: Hit["kind"]; category: string; hits: Hit[] };

function Shelf({ id, kind, category, hits }: ShelfGiven) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const title = t(`browse.market.${kind}.title`);
  return (
    <section aria-labelledby={`${id}-title`} className={classes.shelf}>
      <div className={classes.shelfHead}>
        <h2 id={`${id}-title`}>{title}</h2>
        <Link to={to(`/browse/${category}`)} aria-label={`${t("browse.seeAll")}: ${title}`}>
          {t("browse.seeAll")}
        </Link>
      </div>
      <div id={id}>
        <ListingGrid hits={hits} eager={0} />
      </div>
    </section>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
