import { type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { Listing } from "../../api/selling.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { ListingQueue } from "../../features/staff/listing-queue.tsx";
import classes from "../../features/staff/staff.module.css";
import { useTranslation } from "../../i18n/words.tsx";
import { CheckCircleIcon } from "../../ui/icons.tsx";
import { More } from "../../ui/list-parts.tsx";
import { useLookAgain } from "../../ui/look-again.ts";
import { Callout, PageTitle } from "../../ui/panel.tsx";
import { namesOf } from "../categories.server.ts";
import { realNow } from "../clock.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import type { ShellData } from "../shell-data.ts";

const LOOK_AGAIN_MS = 20_000;

export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const cursor = searchParams.get("cursor");
  const list = await read<Listed<Listing>>(
    args,
    `/admin/listings?limit=20${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
  );
  const judged = (["approved", "rejected"] as const).find((one) => one === searchParams.get("judged")) ?? null;
  return {
    ...{ listings: list.data, next: list.nextCursor ?? null, names: namesOf(list.data) },
    ...{ judged, readAt: realNow() },
  };
}

export default function StaffListings() {
  const { t } = useTranslation();
  const { listings, next, names, judged, readAt } = useLoaderData<typeof loader>();
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  useLookAgain(true, LOOK_AGAIN_MS);
  return (
    <>
      <PageMeta title={t("staffListings.title")} noIndex />
      <PageTitle>{t("staffListings.title")}</PageTitle>
      <div className={classes.page}>
        {judged ? (
          <Callout tone="good" icon={<CheckCircleIcon />} role="status" title={t(`staffListings.judged.${judged}`)} />
        ) : null}
        <p className={classes.soft}>{t("staffListings.intro")}</p>
        <ListingQueue listings={listings} names={names} now={shell?.clock?.now ?? readAt} />
        <More cursor={next} query="" />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
