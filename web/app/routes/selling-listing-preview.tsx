import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { Listing } from "../../api/selling.ts";
import { read } from "../../api/server.ts";
import { productOf } from "../../features/listings/as-shown.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { EyeIcon } from "../../ui/edit-icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import { pathOf } from "../categories.server.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import { ShownListing } from "../shown-listing.tsx";
import { windows } from "../windows.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const listing = await read<Listing>(args, `/seller/listings/${pathPart(args.params.id)}`);
  return { listing, path: pathOf(listing.category) ?? [], windows: windows() };
}

/** The page of a listing as its buyers see it, before there are any. */
export default function Preview() {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { listing, path, windows: promised } = useLoaderData<typeof loader>();
  const title = say(productOf(listing).title);
  return (
    <>
      <PageMeta title={title} noIndex />
      <Callout tone="held" icon={<EyeIcon />} title={t("listing.previewTitle")}>
        <Link to={to(`/selling/listings/${listing.id}`)}>{t("listing.previewBack")}</Link>
      </Callout>
      <ShownListing listing={listing} path={path} windows={promised} own />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
