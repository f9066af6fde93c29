import { Link } from "react-router";
import {
  KINDS,
  type Listing,
  type ListingCounts,
  type ListingKind,
  SHELVES,
  type Shelf,
  shelfOf,
} from "../../api/selling.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { PencilIcon, PictureIcon, PlusIcon, TagIcon } from "../../ui/edit-icons.tsx";
import { ProblemCallout } from "../../ui/forms.tsx";
import { ListSearch, SearchChoice } from "../../ui/list-parts.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import type { EditorAnswer } from "./answer.ts";
import classes from "./listings.module.css";
import { ShelfBadge } from "./shelf-badge.tsx";
import { Moves } from "./state-panel.tsx";
import { StockForms } from "./stock-form.tsx";
import { wordsOf } from "./words-of.ts";

export type Shown = { shelf: Shelf | null; kind: ListingKind | null; q: string };

export const shownIn = (query: URLSearchParams): Shown => ({
  shelf: SHELVES.find((one) => one === query.get("shelf")) ?? null,
  kind: KINDS.find((one) => one === query.get("kind")) ?? null,
  q: (query.get("q") ?? "").trim().slice(0, 100),
});

/** The filters as the page's address holds them, and the API takes them. */
export function queryOf({ shelf, kind, q }: Shown): URLSearchParams {
  return new URLSearchParams({ ...(shelf && { shelf }), ...(kind && { kind }), ...(q && { q }) });
}

export function ShelfTabs({ shown, counts }: { shown: Shown; counts: ListingCounts }) {
  const { t } = useTranslation();
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const tabs = [{ shelf: null, count: all }, ...SHELVES.map((shelf) => ({ shelf, count: counts[shelf] }))];
  return (
    <nav aria-label={t("listings.shelves")} className={classes.tabs}>
      {tabs.map(({ shelf, count }) => (
        <Link
          key={shelf ?? "all"}
          to={`?${queryOf({ ...shown, shelf })}`}
          aria-current={shelf === shown.shelf ? "page" : undefined}
          preventScrollReset
        >
          {t(`listings.shelf.${shelf ?? "all"}`)} <span className={classes.count}>{count}</span>
        </Link>
      ))}
    </nav>
  );
}

export function ListingSearch({ shown }: { shown: Shown }) {
  const { t } = useTranslation();
  return (
    <ListSearch
      label={t("listings.search")}
      field={t("listings.searchLabel")}
      q={shown.q}
      kept={shown.shelf ? { shelf: shown.shelf } : {}}
    >
      <SearchChoice
        label={t("listings.kind")}
        name="kind"
        chosen={shown.kind}
        open={t("listings.allKinds")}
        values={KINDS}
        words={(kind) => t(`listings.kinds.${kind}`)}
      />
    </ListSearch>
  );
}

export function ListingRows({
  listings,
  answer,
  idempotencyKey,
}: {
  listings: readonly Listing[];
  answer: EditorAnswer | null;
  idempotencyKey: string;
}) {
  return (
    <div className={classes.stack}>
      {answer?.problem ? <ProblemCallout problem={answer.problem} about="listing" withoutMoney /> : null}
      <ul className={classes.list}>
        {listings.map((listing) => (
          <Row
            key={listing.id}
            listing={listing}
            wrong={answer?.wrong ?? {}}
            idempotencyKey={keyFor(listing.id, answer?.key ?? idempotencyKey)}
          />
        ))}
      </ul>
    </div>
  );
}

/** Each row has a key of its own; one whose outcome is unknown comes back as it was. */
const keyFor = (id: string, key: string): string => (key.endsWith(id) ? key : `${key}-${id}`);

type RowGiven = { listing: Listing; wrong: Readonly<Record<string, string>>; idempotencyKey: string };

function Row({ listing, wrong, idempotencyKey }: RowGiven) {
  const { t } = useTranslation();
  const { to, lang } = useLocale();
  const [picture] = listing.pictures;
  const shelf = shelfOf(listing);
  const page = to(`/selling/listings/${listing.id}`);
  return (
    <li className={classes.item}>
      {picture ? (
        <img src={picture.sizes[0]?.url ?? picture.url} alt="" width={96} height={72} loading="lazy" />
      ) : (
        <span className={classes.noPicture}>
          <PictureIcon />
        </span>
      )}
      <div className={classes.what}>
        <Link to={page} className={classes.itemTitle}>
          {wordsOf(listing.title, lang)}
        </Link>
        <p className={classes.soft}>
          {t(`listings.kinds.${listing.kind}`)} ·{" "}
          {listing.variants.length + listing.packages.length > 1 ? `${t("listings.from")} ` : ""}
          <Money value={listing.price} />
        </p>
        <ShelfBadge shelf={shelf} />
        {shelf === "rejected" ? (
          <p className={classes.reason}>
            <strong>{t("listings.rejectedBecause")}</strong> <bdi>{listing.rejection}</bdi>
          </p>
        ) : null}
      </div>
      <div className={classes.itemActs}>
        <StockForms listing={listing} wrong={wrong} idempotencyKey={idempotencyKey} />
        <div className={classes.buttons}>
          <Button
            component={Link}
            to={page}
            variant={shelf === "rejected" || shelf === "draft" ? "filled" : "default"}
            size="md"
            leftSection={<PencilIcon />}
            aria-label={t("listings.editLabel", { title: wordsOf(listing.title, lang) })}
          >
            {t(listing.actions.includes("edit") ? "listings.edit" : "listings.look")}
          </Button>
          <Moves listing={listing} idempotencyKey={idempotencyKey} />
        </div>
      </div>
    </li>
  );
}

/** What to do where there is nothing: begin, or look elsewhere. */
export function NoListings({ filtered }: { filtered: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (filtered)
    return (
      <EmptyState title={t("listings.noneHere")} icon={<TagIcon size={26} />}>
        <Link to="?">{t("listings.clear")}</Link>
      </EmptyState>
    );
  return (
    <EmptyState title={t("listings.none")} icon={<TagIcon size={26} />}>
      <ol className={classes.teach}>
        {(["write", "review", "sell"] as const).map((step) => (
          <li key={step}>{t(`listings.teach.${step}`)}</li>
        ))}
      </ol>
      <Button component={Link} to={to("/selling/listings/new")} size="md" leftSection={<PlusIcon />}>
        {t("listings.new")}
      </Button>
    </EmptyState>
  );
}
