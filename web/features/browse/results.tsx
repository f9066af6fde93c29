import { Link } from "react-router";
import type { Found } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { amountIn } from "../../ui/amount-in.ts";
import { CrossIcon, SearchIcon } from "../../ui/icons.tsx";
import { moneyInText } from "../../ui/money.tsx";
import { Callout, EmptyState } from "../../ui/panel.tsx";
import classes from "./browse.module.css";
import type { Place } from "./filters.tsx";
import { ListingGrid } from "./listing-grid.tsx";
import { isNarrowed, pageOf, type Search, SORTS, type Sort } from "./search.ts";

/** The markets as tabs: each keeps what is looked for. */
export function Markets({ search, markets, market }: { search: Search; markets: readonly Place[]; market: string }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const tabs = [{ id: "", name: null }, ...markets];
  return (
    <nav aria-label={t("browse.markets")} className={classes.markets}>
      {tabs.map(({ id, name }) => (
        <Link key={id} to={to(pageOf({ ...search, category: id }))} aria-current={id === market ? "page" : undefined}>
          {name ? say(name) : t("browse.everything")}
        </Link>
      ))}
      <Link to={to("/projects")} aria-current={market === "projects" ? "page" : undefined}>
        {t("browse.projects")}
      </Link>
    </nav>
  );
}

/** The best match first, unless something else is asked for; without words the newest. */
const sortOf = ({ sort, words }: Search): Sort => (sort === "" ? (words === "" ? "newest" : "relevance") : sort);

export function SortLinks({ search }: { search: Search }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const shown = SORTS.filter((one) => one !== "relevance" || search.words !== "");
  return (
    <nav aria-label={t("browse.sortLabel")} className={classes.sorts}>
      {shown.map((sort) => (
        <Link
          key={sort}
          to={to(pageOf({ ...search, sort }))}
          aria-current={sort === sortOf(search) ? "true" : undefined}
          preventScrollReset
        >
          {t(`browse.sort.${sort}`)}
        </Link>
      ))}
    </nav>
  );
}

/** What narrows the search, each to be taken away by itself. */
export function Chips({ search, seller, currency }: { search: Search; seller: string; currency: string }) {
  const { t } = useTranslation();
  const { to, intl } = useLocale();
  if (!isNarrowed(search)) return null;
  const money = (text: string) => {
    const amount = amountIn(text, currency);
    return amount ? moneyInText(amount, intl) : text;
  };
  const { words, min, max } = search;
  const chips = [
    ...(words ? [{ key: "words", text: t("browse.chip.words", { words }), without: { words: "" } }] : []),
    ...(search.seller ? [{ key: "seller", text: seller, without: { seller: "" } }] : []),
    ...(min ? [{ key: "min", text: t("browse.chip.min", { amount: money(min) }), without: { min: "" } }] : []),
    ...(max ? [{ key: "max", text: t("browse.chip.max", { amount: money(max) }), without: { max: "" } }] : []),
  ];
  const none = { words: "", seller: "", min: "", max: "" };
  return (
    <ul className={classes.chips} aria-label={t("browse.chosen")}>
      {chips.map(({ key, text, without }) => (
        <li key={key}>
          <Link to={to(pageOf({ ...search, ...without }))} aria-label={t("browse.remove", { filter: text })}>
            <bdi>{text}</bdi> <CrossIcon size={16} />
          </Link>
        </li>
      ))}
      {chips.length > 1 ? (
        <li>
          <Link to={to(pageOf({ ...search, ...none }))} className={classes.clear}>
            {t("browse.clear")}
          </Link>
        </li>
      ) : null}
    </ul>
  );
}

/** What was found, or what to do where nothing was. */
export function Results({ found, search, more }: { found: Found; search: Search; more: string | null }) {
  const { t } = useTranslation();
  return (
    <section className={classes.results} aria-labelledby="results">
      <h2 id="results" className={classes.hidden}>
        {t("browse.results")}
      </h2>
      {found.searchedFor === null ? null : (
        <Callout icon={<SearchIcon />}>
          <p>{t("browse.corrected", { words: search.words, better: found.searchedFor })}</p>
        </Callout>
      )}
      {found.data.length > 0 ? <ListingGrid hits={found.data} /> : <Nothing search={search} />}
      {more ? (
        <p className={classes.more}>
          <Link to={more}>{t("common.more")}</Link>
        </p>
      ) : null}
    </section>
  );
}

function Nothing({ search }: { search: Search }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { words, category } = search;
  const narrowed = isNarrowed(search);
  const wider = { ...search, category: "", seller: "", min: "", max: "" };
  return (
    <EmptyState title={t(narrowed ? "browse.nothingTitle" : "catalog.emptyTitle")} icon={<SearchIcon size={26} />}>
      <p>{t(narrowed ? "browse.nothingText" : "catalog.emptyText")}</p>
      <p className={classes.ways}>
        {words !== "" && pageOf(wider) !== pageOf(search) ? (
          <Link to={to(pageOf(wider))}>{t("browse.everywhere", { words })}</Link>
        ) : null}
        {narrowed || category !== "" ? <Link to={to("/browse")}>{t("browse.clearAll")}</Link> : null}
      </p>
    </EmptyState>
  );
}
