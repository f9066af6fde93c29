import { type ActionFunctionArgs, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { StoredFile } from "../../api/files.ts";
import type { Currency, Listing } from "../../api/selling.ts";
import { ask, newKey, read, readOptional } from "../../api/server.ts";
import type { Price } from "../../api/shopping.ts";
import type { Listed, SaleTerms } from "../../api/types.ts";
import { ContentForm } from "../../features/listings/content-form.tsx";
import { Earned } from "../../features/listings/earned.tsx";
import { fieldsOf } from "../../features/listings/fields.ts";
import { Files } from "../../features/listings/files.tsx";
import classes from "../../features/listings/listings.module.css";
import { Pictures } from "../../features/listings/pictures.tsx";
import { StatePanel } from "../../features/listings/state-panel.tsx";
import { StockForms } from "../../features/listings/stock-form.tsx";
import { wordsOf } from "../../features/listings/words-of.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { CheckCircleIcon, ClockIcon, ParcelIcon } from "../../ui/icons.tsx";
import { useLookAgain } from "../../ui/look-again.ts";
import { Callout, PageTitle, Panel } from "../../ui/panel.tsx";
import { choicesFor } from "../categories.server.ts";
import { ErrorPage } from "../error-page.tsx";
import { editListing } from "../listing-acts.ts";
import { PageMeta } from "../page-meta.tsx";
import { pickupOf } from "../pickup.ts";
import { pathPart } from "../query.ts";

const MOST_PRICES = 4;

type Args = LoaderFunctionArgs | ActionFunctionArgs;
const listingOf = (args: Args) => read<Listing>(args, `/seller/listings/${pathPart(args.params.id)}`);

export async function loader(args: LoaderFunctionArgs) {
  const listing = await listingOf(args);
  const { searchParams } = new URL(args.request.url);
  const [currencies, pickup, files, price, sales] = await Promise.all([
    read<Listed<Currency>>(args, "/currencies"),
    pickupOf(args),
    Promise.all(listing.files.map(({ id }) => readOptional<StoredFile>(args, `/files/${pathPart(id)}`))),
    listing.kind === "digital" ? readOptional<Price>(args, `/prices?productId=${listing.id}&quantity=1`) : null,
    salesOf(args, listing),
  ]);
  return {
    ...{ listing, pickup, currencies: currencies.data.map(({ code }) => code), choices: choicesFor(listing.kind) },
    scans: Object.fromEntries(files.flatMap((file) => (file ? [[file.id, file.scan]] : []))),
    downloads: price?.conditions.downloads ?? null,
    sales,
    came: searchParams.has("made") ? "made" : searchParams.has("submitted") ? "submitted" : null,
    key: newKey(),
  };
}

/** What comes of a sale at each price that it has; the lowest of them where they are many. */
async function salesOf(
  args: LoaderFunctionArgs,
  { category, price, variants, packages }: Listing,
): Promise<SaleTerms[]> {
  const offered = [...variants, ...packages].map((one) => one.price);
  const prices = new Map((offered.length > 0 ? offered : [price]).map((one) => [one.amount, one]));
  const asked = [...prices.values()].filter(({ amount }) => amount > 0).toSorted((a, b) => a.amount - b.amount);
  const sent = asked
    .slice(0, MOST_PRICES)
    .map((one) => ask<SaleTerms>(args, "/commission/preview", { price: one, category }));
  return (await Promise.all(sent)).flatMap((one) => (one.ok ? [one.value] : []));
}

export const action = async (args: ActionFunctionArgs) => await editListing(args, await listingOf(args));

export default function ListingPage() {
  const { t } = useTranslation();
  const { to, lang } = useLocale();
  const { listing, came, key, scans, sales } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const title = wordsOf(listing.title, lang);
  useLookAgain(Object.values(scans).includes("waiting"));
  return (
    <>
      <PageMeta title={title} noIndex />
      <PageTitle eyebrow={<Link to={to("/selling/listings")}>{t("listings.title")}</Link>}>{title}</PageTitle>
      <div className={classes.editor}>
        <StatePanel
          key={listing.state}
          listing={listing}
          answer={answer?.form === "state" ? answer : null}
          idempotencyKey={`${key}-state`}
        />
        <div className={classes.stack}>
          {came && !answer ? (
            <Callout
              tone="good"
              role="status"
              icon={came === "made" ? <CheckCircleIcon /> : <ClockIcon />}
              title={t(`listing.${came}.title`)}
            >
              <p>{t(`listing.${came}.${listing.state === "active" ? "live" : "text"}`)}</p>
            </Callout>
          ) : null}
          <Earned sales={sales} />
          {listing.actions.includes("edit") ? <Editor /> : <p>{t("listing.locked")}</p>}
        </div>
      </div>
    </>
  );
}

function Editor() {
  const { t } = useTranslation();
  const { listing, key, scans, downloads, choices, currencies, pickup } = useLoaderData<typeof loader>();
  const answer = useAnswer<typeof action>() ?? null;
  const of = (form: NonNullable<typeof answer>["form"]) => (answer?.form === form ? answer : null);
  const stock = of("stock");
  return (
    <>
      <Pictures listing={listing} answer={of("pictures")} idempotencyKey={`${key}-pictures`} />
      {listing.kind === "digital" ? (
        <Files
          {...{ listing, scans, downloads }}
          wrong={answer?.wrong.files}
          answer={of("files")}
          idempotencyKey={`${key}-files`}
        />
      ) : null}
      {listing.kind === "physical" ? (
        <Panel title={t("listings.stock")} icon={<ParcelIcon />} anchor="stock">
          <StockForms listing={listing} wrong={stock?.wrong ?? {}} idempotencyKey={stock?.key ?? `${key}-stock`} />
        </Panel>
      ) : null}
      <ContentForm
        {...{ listing, choices, currencies, pickup }}
        kind={listing.kind}
        fields={fieldsOf(listing)}
        answer={of("content")}
        idempotencyKey={`${key}-content`}
      />
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
