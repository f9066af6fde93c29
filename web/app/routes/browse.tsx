import { data, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import { read } from "../../api/server.ts";
import type { Facets, Found } from "../../api/shopping.ts";
import classes from "../../features/browse/browse.module.css";
import { Filters } from "../../features/browse/filters.tsx";
import { Chips, Markets, Results, SortLinks } from "../../features/browse/results.tsx";
import { askedOf, isNarrowed, pageOf, searchIn } from "../../features/browse/search.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { MARKETS, pathOf, treeBelow } from "../categories.server.ts";
import { ErrorPage } from "../error-page.tsx";
import { JsonLd } from "../json-ld.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { RootData } from "../root.tsx";

const PAGE = 24;
/** What prices are typed in where nothing is found that would say it. */
const CURRENCY = "INR";
const NONE: Facets = { kinds: [], categories: [], sellers: [], prices: [] };

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const search = searchIn(searchParams, args.params.category ?? "");
  const path = search.category === "" ? [] : pathOf(search.category);
  if (!path) throw data(null, { status: 404 });
  const cursor = searchParams.get("cursor");
  const ask = (limit: number, after: string | null) => {
    const asked = askedOf(search, CURRENCY);
    asked.set("limit", String(limit));
    if (after) asked.set("cursor", after);
    return read<Found>(args, `/listings?${asked}`);
  };
  // Only the first page counts; a later one has its filters from there.
  const [found, first] = await Promise.all([ask(PAGE, cursor), cursor ? ask(1, null) : null]);
  const counted = first ?? found;
  const facets = counted.facets ?? NONE;
  const more = found.nextCursor && new URLSearchParams([...askedPage(search), ["cursor", found.nextCursor]]);
  return {
    search,
    path,
    below: treeBelow(search.category, facets.categories),
    markets: [...MARKETS],
    found: { ...found, found: counted.found, facets: null },
    facets: { ...facets, categories: [] },
    seller: facets.sellers.find(({ id }) => id === search.seller)?.name ?? "",
    more: more ? `?${more}` : null,
    later: cursor !== null,
  };
}

const askedPage = (search: Parameters<typeof pageOf>[0]) => new URLSearchParams(pageOf(search).split("?")[1] ?? "");

export default function Browse() {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { search, path, below, markets, found, facets, seller, more, later } = useLoaderData<typeof loader>();
  const category = path.at(-1);
  const title = search.words
    ? t("browse.titleOf", { words: search.words })
    : category
      ? say(category.name)
      : t("browse.title");
  const count = found.found?.count ?? 0;
  return (
    <>
      <PageMeta
        title={title}
        description={category ? t("browse.descriptionOf", { category: say(category.name) }) : t("browse.description")}
        noIndex={later || isNarrowed(search) || search.sort !== ""}
      />
      <Trail path={path} />
      <Markets search={search} markets={markets} market={path[0]?.id ?? ""} />
      <PageTitle
        eyebrow={
          path.length > 1
            ? path
                .slice(0, -1)
                .map(({ name }) => say(name))
                .join(" · ")
            : undefined
        }
      >
        {title}
      </PageTitle>
      <div className={classes.browse}>
        <Filters search={search} facets={{ ...facets, categories: [] }} path={path} below={below} currency={CURRENCY} />
        <div className={classes.results}>
          <Chips search={search} seller={seller || t("browse.oneSeller")} currency={CURRENCY} />
          <div className={classes.bar}>
            <p className={classes.count} role="status">
              {found.found?.orMore ? t("browse.foundMore", { count }) : t("browse.found", { count })}
            </p>
            {count > 1 ? <SortLinks search={search} /> : null}
          </div>
          <Results found={found} search={search} more={more} />
        </div>
      </div>
    </>
  );
}

/** Where a category lies, for search engines. */
function Trail({ path }: { path: { id: string; name: { en: string; ar: string } }[] }) {
  const { t } = useTranslation();
  const { say, to } = useLocale();
  const origin = useRouteLoaderData<RootData>("root")?.origin ?? "";
  if (path.length === 0) return null;
  const steps = [{ name: t("browse.title"), page: "/browse" }].concat(
    path.map(({ id, name }) => ({ name: say(name), page: `/browse/${id}` })),
  );
  return (
    <JsonLd
      facts={{
        "@type": "BreadcrumbList",
        itemListElement: steps.map(({ name, page }, index) => ({
          ...{ "@type": "ListItem", position: index + 1, name },
          item: origin + to(page),
        })),
      }}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
