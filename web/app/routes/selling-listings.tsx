import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { ListingCounts, Listings } from "../../api/selling.ts";
import { newKey, read } from "../../api/server.ts";
import {
  ListingRows,
  ListingSearch,
  NoListings,
  queryOf,
  ShelfTabs,
  shownIn,
} from "../../features/listings/listing-list.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { Button } from "../../ui/button.tsx";
import { PlusIcon } from "../../ui/edit-icons.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { More } from "../../ui/list-parts.tsx";
import { Callout, PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { textsOf } from "../form-texts.ts";
import { changeStock, moveListing, removeListing } from "../listing-acts.ts";
import { PageMeta } from "../page-meta.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const shown = shownIn(searchParams);
  const asked = queryOf(shown);
  asked.set("limit", "20");
  const cursor = searchParams.get("cursor");
  if (cursor) asked.set("cursor", cursor);
  const [list, counts] = await Promise.all([
    read<Listings>(args, `/seller/listings?${asked}`),
    read<ListingCounts>(args, "/seller/listings/counts"),
  ]);
  const removed = searchParams.has("removed");
  return { listings: list.data, nextCursor: list.nextCursor ?? null, counts, shown, removed, key: newKey() };
}

export async function action(args: ActionFunctionArgs) {
  const texts = textsOf(await args.request.formData());
  const { intent = "", listing = "", idempotencyKey: key = newKey() } = texts;
  if (intent === "stock") return await changeStock(args, texts, "stock");
  if (intent === "delete") return await removeListing(args, listing, key);
  return await moveListing(args, listing, intent.replace("move:", ""), key, "state");
}

export default function SellingListings() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { listings, nextCursor, counts, shown, removed, key } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const filtered = shown.shelf !== null || shown.kind !== null || shown.q !== "";
  return (
    <>
      <PageMeta title={t("listings.title")} noIndex />
      <PageTitle
        aside={
          <Button component={Link} to={to("/selling/listings/new")} size="md" leftSection={<PlusIcon />}>
            {t("listings.new")}
          </Button>
        }
      >
        {t("listings.title")}
      </PageTitle>
      {removed ? <Callout tone="good" icon={<CheckCircleIcon />} role="status" title={t("listings.removed")} /> : null}
      <ShelfTabs shown={shown} counts={counts} />
      <ListingSearch shown={shown} />
      {listings.length > 0 ? (
        <ListingRows listings={listings} answer={answer} idempotencyKey={key} />
      ) : (
        <NoListings filtered={filtered} />
      )}
      <More cursor={nextCursor} query={queryOf(shown).toString()} />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
