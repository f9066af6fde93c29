import { Form, Link } from "react-router";
import type { Facets } from "../../api/shopping.ts";
import type { Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { ArrowIcon } from "../../ui/icons.tsx";
import { major, moneyInText } from "../../ui/money.tsx";
import classes from "./browse.module.css";
import { fieldsOf, pageOf, type Search } from "./search.ts";

export type Node = { id: string; name: Text; count: number; children: Node[] };
export type Place = { id: string; name: Text };

type Given = { search: Search; facets: Facets; path: Place[]; below: Node[]; currency: string };

/** What narrows a search, each a link, so that it works without script and can be shared. */
export function Filters({ search, facets, path, below, currency }: Given) {
  const { t } = useTranslation();
  return (
    <details className={classes.filters}>
      <summary>{t("browse.filters")}</summary>
      <div className={classes.groups}>
        <Categories search={search} path={path} below={below} />
        <Prices search={search} facets={facets} currency={currency} />
        <Sellers search={search} facets={facets} />
      </div>
    </details>
  );
}

function Categories({ search, path, below }: Pick<Given, "search" | "path" | "below">) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const at = (category: string) => to(pageOf({ ...search, category }));
  if (path.length + below.length === 0) return null;
  return (
    <nav aria-label={t("browse.categories")} className={classes.group}>
      <h2>{t("browse.categories")}</h2>
      <ul>
        {path.length > 0 ? (
          <li>
            <Link to={at(path.at(-2)?.id ?? "")} className={classes.up}>
              <span className={classes.back}>
                <ArrowIcon size={16} />
              </span>
              {path.at(-2) ? say(path.at(-2)?.name ?? { en: "", ar: "" }) : t("browse.everything")}
            </Link>
          </li>
        ) : null}
        {below.map((node) => (
          <li key={node.id}>
            <FacetLink to={at(node.id)} count={node.count}>
              {say(node.name)}
            </FacetLink>
            {node.children.length > 0 ? (
              <ul className={classes.children}>
                {node.children.map((child) => (
                  <li key={child.id}>
                    <FacetLink to={at(child.id)} count={child.count}>
                      {say(child.name)}
                    </FacetLink>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ul>
    </nav>
  );
}

function FacetLink({ to, count, children }: { to: string; count: number; children: React.ReactNode }) {
  return (
    <Link to={to} className={classes.facet}>
      <span>{children}</span>
      <small>
        <bdi>{count}</bdi>
      </small>
    </Link>
  );
}

function Prices({ search, facets, currency }: Pick<Given, "search" | "facets" | "currency">) {
  const { t } = useTranslation();
  const { to, intl } = useLocale();
  const money = (amount: number) => moneyInText({ amount, currency }, intl);
  const text = (amount: number) => major({ amount, currency }).replace(/\.0+$/, "");
  const chosen = search.min !== "" || search.max !== "";
  return (
    <section className={classes.group} aria-labelledby="prices">
      <h2 id="prices">{t("browse.price")}</h2>
      {chosen || facets.prices.length < 2 ? null : (
        <ul>
          {facets.prices.map(({ from, to: until, count }) => (
            <li key={from}>
              <FacetLink to={to(pageOf({ ...search, min: text(from), max: text(until) }))} count={count}>
                {t("browse.range", { from: money(from), to: money(until) })}
              </FacetLink>
            </li>
          ))}
        </ul>
      )}
      <Form method="get" action={to(pageOf({ ...search, ...NOTHING }))} className={classes.prices}>
        {fieldsOf({ ...search, min: "", max: "" }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Amount key={`min${search.min}`} name="min" label={t("browse.min")} value={search.min} />
        <Amount key={`max${search.max}`} name="max" label={t("browse.max")} value={search.max} />
        <Button type="submit" variant="default" size="md">
          {t("browse.apply")}
        </Button>
      </Form>
    </section>
  );
}

const NOTHING = { words: "", seller: "", min: "", max: "", sort: "" } as const;

const Amount = ({ name, label, value }: { name: string; label: string; value: string }) => (
  <TextInput name={name} label={label} defaultValue={value} inputMode="decimal" maxLength={15} size="md" dir="ltr" />
);

const MOST_SELLERS = 8;

function Sellers({ search, facets }: Pick<Given, "search" | "facets">) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (search.seller !== "" || facets.sellers.length < 2) return null;
  return (
    <section className={classes.group} aria-labelledby="sellers">
      <h2 id="sellers">{t("browse.sellers")}</h2>
      <ul>
        {facets.sellers.slice(0, MOST_SELLERS).map(({ id, name, count }) => (
          <li key={id}>
            <FacetLink to={to(pageOf({ ...search, seller: id }))} count={count}>
              <bdi>{name}</bdi>
            </FacetLink>
          </li>
        ))}
      </ul>
    </section>
  );
}
