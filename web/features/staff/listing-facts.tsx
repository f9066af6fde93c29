import type { Listing, Written } from "../../api/selling.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PencilIcon, TagIcon } from "../../ui/edit-icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import classes from "./staff.module.css";

const LANGS = ["en", "ar"] as const;
type Lang = (typeof LANGS)[number];

/** Everything that its seller has written, in both languages beside each other; what is missing in one is said. */
export function WrittenWords({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("staffListings.words")} icon={<PencilIcon />}>
      <div className={classes.words}>
        {LANGS.map((lang) => (
          <InLanguage key={lang} listing={listing} lang={lang} />
        ))}
      </div>
    </Panel>
  );
}

function InLanguage({ listing, lang }: { listing: Listing; lang: Lang }) {
  const { t } = useTranslation();
  const { title, description, specifications, options, packages } = listing;
  return (
    <section aria-label={t(`staffListings.in.${lang}`)}>
      <h3>{t(`staffListings.in.${lang}`)}</h3>
      <Words of={title} lang={lang} strong />
      <Words of={description} lang={lang} />
      {specifications.length + options.length > 0 ? (
        <ul lang={lang} dir={lang === "ar" ? "rtl" : "ltr"}>
          {[...specifications.map(({ name, value }) => [name, value]), ...options.map((name) => [name])].map(
            (parts) => (
              <li key={JSON.stringify(parts)}>{parts.map((part) => part[lang] ?? "–").join(": ")}</li>
            ),
          )}
        </ul>
      ) : null}
      {packages.map(({ name, description: about }) => (
        <div key={JSON.stringify(name)}>
          <Words of={name} lang={lang} strong />
          <Words of={about} lang={lang} />
        </div>
      ))}
    </section>
  );
}

function Words({ of, lang, strong = false }: { of: Written; lang: Lang; strong?: boolean }) {
  const { t } = useTranslation();
  const words = of[lang];
  if (words === null) return <p className={classes.missing}>{t("staffListings.notWritten")}</p>;
  const given = { lang, dir: lang === "ar" ? "rtl" : "ltr" } as const;
  return <p {...given}>{strong ? <strong>{words}</strong> : words}</p>;
}

/** What buyers do not see, or not at once. */
export function SellersData({ listing }: { listing: Listing }) {
  const { t } = useTranslation();
  const { lang } = useLocale();
  const { kind, price, stock, variants, packages, weightGrams, dimensionsMm: size, version, submittedAt } = listing;
  const say = (words: Written): string => (lang === "ar" ? (words.ar ?? words.en) : (words.en ?? words.ar)) ?? "–";
  const rows = [
    { key: "seller", value: <bdi>{listing.seller.name}</bdi> },
    { key: "kind", value: t(`listings.kinds.${kind}`) },
    { key: "price", value: <Money value={price} exact /> },
    ...(kind === "physical" ? [{ key: "stock", value: <bdi>{stock}</bdi> }] : []),
    ...(weightGrams === null ? [] : [{ key: "weight", value: <bdi dir="ltr">{weightGrams} g</bdi> }]),
    ...(size
      ? [{ key: "size", value: <bdi dir="ltr">{`${size.length} × ${size.width} × ${size.height} mm`}</bdi> }]
      : []),
    { key: "version", value: <bdi>{version}</bdi> },
    ...(submittedAt ? [{ key: "submitted", value: <Moment at={submittedAt} /> }] : []),
    ...(listing.rejection ? [{ key: "rejection", value: <bdi>{listing.rejection}</bdi> }] : []),
  ];
  return (
    <Panel title={t("staffListings.data")} icon={<TagIcon />}>
      <div className={classes.page}>
        <Facts rows={rows.map((row) => ({ ...row, name: t(`staffListings.fact.${row.key}`) }))} />
        {variants.length > 0 ? (
          <table className={classes.table}>
            <caption>{t("staffListings.variants")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("staffListings.choice")}</th>
                <th scope="col">{t("staffListings.fact.stock")}</th>
                <th scope="col" data-end>
                  {t("staffListings.fact.price")}
                </th>
              </tr>
            </thead>
            <tbody>
              {variants.map((variant) => (
                <tr key={variant.id}>
                  <th scope="row">
                    {variant.choices.map(say).join(" · ")}
                    <small>
                      <bdi dir="ltr">{variant.sku}</bdi>
                    </small>
                  </th>
                  <td data-name={t("staffListings.fact.stock")}>{variant.stock}</td>
                  <td data-end>
                    <Money value={variant.price} exact />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ) : null}
        {packages.length > 0 ? (
          <Facts
            rows={packages.map((one) => ({
              key: JSON.stringify(one.name),
              name: (
                <>
                  {say(one.name)} · {t("staffListings.days", { count: one.deliveryDays })} ·{" "}
                  {t("staffListings.revisions", { count: one.revisions })}
                </>
              ),
              value: <Money value={one.price} exact />,
            }))}
          />
        ) : null}
      </div>
    </Panel>
  );
}
