import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import { newKey, read } from "../../api/server.ts";
import type { Entitlement } from "../../api/shopping.ts";
import type { Listed } from "../../api/types.ts";
import { EntitlementCard } from "../../features/library/entitlement.tsx";
import classes from "../../features/library/library.module.css";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { DownloadIcon } from "../../ui/icons.tsx";
import { EmptyState, PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

export async function loader(args: LoaderFunctionArgs) {
  const cursor = new URL(args.request.url).searchParams.get("cursor");
  const after = cursor ? `&cursor=${encodeURIComponent(cursor)}` : "";
  const { data, nextCursor } = await read<Listed<Entitlement>>(args, `/library?limit=20${after}`);
  const files = data.flatMap((one) => one.files);
  return {
    entitlements: data,
    more: nextCursor ? `?cursor=${encodeURIComponent(nextCursor)}` : null,
    keys: Object.fromEntries(files.map(({ id }) => [id, newKey()])),
  };
}

export default function Library() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { entitlements, more, keys } = useLoaderData<typeof loader>();
  return (
    <>
      <PageMeta title={t("library.title")} noIndex />
      <PageTitle>{t("library.title")}</PageTitle>
      {entitlements.length === 0 ? (
        <EmptyState title={t("library.emptyTitle")} icon={<DownloadIcon size={26} />}>
          <p>{t("library.emptyText")}</p>
          <Button component={Link} to={to("/browse/digital")}>
            {t("library.browse")}
          </Button>
        </EmptyState>
      ) : (
        <div className={classes.list}>
          {entitlements.map((one) => (
            <EntitlementCard key={one.id} entitlement={one} keys={keys} />
          ))}
        </div>
      )}
      {more ? (
        <p style={{ marginBlockStart: "var(--space-5)" }}>
          <Link to={more}>{t("common.more")}</Link>
        </p>
      ) : null}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
