import {
  type ActionFunctionArgs,
  data,
  Link,
  type LoaderFunctionArgs,
  redirect,
  useLoaderData,
  useRouteLoaderData,
} from "react-router";
import { statusOf } from "../../api/problem.ts";
import { type Listing, shelfOf } from "../../api/selling.ts";
import { newKey, read } from "../../api/server.ts";
import type { Acted, FileLink } from "../../api/staff.ts";
import type { Listed } from "../../api/types.ts";
import { ShelfBadge } from "../../features/listings/shelf-badge.tsx";
import { SellersData, WrittenWords } from "../../features/staff/listing-facts.tsx";
import { Judgement, ReviewedFiles } from "../../features/staff/listing-judge.tsx";
import classes from "../../features/staff/staff.module.css";
import { otherLang, useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { EyeIcon } from "../../ui/edit-icons.tsx";
import { Callout } from "../../ui/panel.tsx";
import { pathOf } from "../categories.server.ts";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import type { ShellData } from "../shell-data.ts";
import { ShownListing } from "../shown-listing.tsx";
import { actAsStaff, oneLine } from "../staff-acts.ts";
import { windows } from "../windows.server.ts";

export async function loader(args: LoaderFunctionArgs) {
  const listing = await read<Listing>(args, `/admin/listings/${pathPart(args.params.id)}`);
  return { listing, path: pathOf(listing.category) ?? [], windows: windows(), key: newKey() };
}

type Answer = { acted: Acted | null; links: FileLink[] | null };

export async function action(args: ActionFunctionArgs) {
  const of = `/admin/listings/${pathPart(args.params.id)}`;
  const result = await actAsStaff(args, (act, { reason }) => {
    if (act === "files") return { method: "POST", path: `${of}/file-links`, body: {} };
    if (act === "approve") return { method: "POST", path: `${of}/approve`, body: {} };
    if (act !== "reject") return "act";
    return oneLine(reason) === ""
      ? "reason"
      : { method: "POST", path: `${of}/reject`, body: { reason: oneLine(reason) } };
  });
  if (!result.done) {
    const answer: Answer = { acted: result.acted, links: null };
    return data(answer, { status: statusOf(result.acted.problem) });
  }
  if (result.act !== "files")
    throw redirect(`/${args.params.lang}/staff/listings?judged=${result.act === "approve" ? "approved" : "rejected"}`);
  const { data: links } = result.value as Listed<FileLink>;
  return data<Answer>({ acted: null, links });
}

/** A listing in any state: as its buyers would see it, and beside it whatever they do not see. */
export default function StaffListing() {
  const { t } = useTranslation();
  const { to, lang, say } = useLocale();
  const { listing, path, key, windows: promised } = useLoaderData<typeof loader>();
  const { acted = null, links = null } = useAnswer<typeof action>() ?? {};
  const me = useRouteLoaderData<ShellData>("routes/shell")?.me;
  const title = say({ en: listing.title.en ?? listing.title.ar ?? "", ar: listing.title.ar ?? listing.title.en ?? "" });
  const own = me?.id === listing.seller.id;
  const given = { listing, acted, idempotencyKey: key };
  return (
    <>
      <PageMeta title={title} noIndex />
      <div className={classes.page}>
        <div className={classes.links}>
          <Link to={to("/staff/listings")}>{t("staffListings.title")}</Link>
          <ShelfBadge shelf={shelfOf(listing)} />
          <a href="#decide">{t("staffListings.toDecision")}</a>
        </div>
        <Callout tone="held" icon={<EyeIcon />} title={t("staffListings.asShown")}>
          <Link to={`/${otherLang(lang)}/staff/listings/${listing.id}`} hrefLang={otherLang(lang)} reloadDocument>
            {t(`staffListings.look.${otherLang(lang)}`)}
          </Link>
        </Callout>
        <div className={classes.shown}>
          <ShownListing listing={listing} path={path} windows={promised} own={own} />
        </div>
        <WrittenWords listing={listing} />
        <SellersData listing={listing} />
        <ReviewedFiles {...given} links={links} />
        <Judgement {...given} own={own} />
      </div>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
