import { use } from "react";
import { Link } from "react-router";
import type { Listing, ListingKind } from "../../api/selling.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PencilIcon, TagIcon } from "../../ui/edit-icons.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { BriefcaseIcon, DocumentIcon, ParcelIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import type { CategoryChoice } from "./category-match.ts";
import { CategoryPicker } from "./category-picker.tsx";
import { AddRow, BothLanguages, EditingContext, Field, RemoveRow, RowsWrong } from "./editor-fields.tsx";
import { MOST, rowsOf, SIDES } from "./fields.ts";
import classes from "./listings.module.css";

/** What it is and where it is filed. */
export function Words({ choices }: { choices: readonly CategoryChoice[] }) {
  const { t } = useTranslation();
  const { fields, errorOf } = use(EditingContext);
  return (
    <Panel title={t("listing.words")} icon={<PencilIcon />} anchor="words">
      <div className={classes.stack}>
        <p className={classes.soft}>{t("listing.wordsHint")}</p>
        <BothLanguages name="title" label={t("listing.title")} maxLength={150} />
        <CategoryPicker choices={choices} chosen={fields.category ?? ""} error={errorOf("category")} />
        <BothLanguages name="description" label={t("listing.description")} maxLength={10_000} long />
      </div>
    </Panel>
  );
}

function CurrencyField({ currencies }: { currencies: readonly string[] }) {
  const { t } = useTranslation();
  const { fields, errorOf } = use(EditingContext);
  const chosen = fields.currency ?? currencies[0] ?? "";
  if (currencies.length < 2 && (currencies[0] ?? chosen) === chosen)
    return <input type="hidden" name="currency" value={chosen} />;
  return (
    <NativeSelect
      name="currency"
      label={t("listing.currency")}
      defaultValue={chosen}
      size="md"
      data={[...currencies]}
      error={errorOf("currency")}
    />
  );
}

/** One price, or one for each variant. */
export function PriceAndVariants({
  kind,
  listing,
  currencies,
}: {
  kind: ListingKind;
  listing: Listing | null;
  currencies: readonly string[];
}) {
  const { t } = useTranslation();
  const { fields } = use(EditingContext);
  const options = rowsOf(fields, "option");
  return (
    <Panel title={t("listing.price")} icon={<TagIcon />} anchor="price">
      <div className={classes.stack}>
        <div className={classes.fields}>
          {options.length === 0 ? (
            <Field name="price" label={t("listing.priceOf", { currency: fields.currency ?? "" })} numeric="decimal" />
          ) : null}
          <CurrencyField currencies={currencies} />
          {kind === "physical" && options.length === 0 && !listing ? (
            <Field name="stock" label={t("listing.stock")} numeric="numeric" />
          ) : null}
        </div>
        {options.length === 0 ? <p className={classes.soft}>{t("listing.optionsHint")}</p> : null}
        {options.map((row, index) => (
          <fieldset key={row} className={classes.row}>
            <legend>{t("listing.option", { number: index + 1 })}</legend>
            <BothLanguages name={`option.${row}`} label={t("listing.optionName")} maxLength={60} />
            <RemoveRow row={`option.${row}`} label={t("listing.optionRemove", { number: index + 1 })} />
          </fieldset>
        ))}
        {options.length < MOST.option ? <AddRow kind="option">{t("listing.optionAdd")}</AddRow> : null}
        {options.length > 0 ? <Variants kind={kind} listing={listing} options={options} /> : null}
      </div>
    </Panel>
  );
}

function Variants({ kind, listing, options }: { kind: ListingKind; listing: Listing | null; options: number[] }) {
  const { t } = useTranslation();
  const { fields } = use(EditingContext);
  const rows = rowsOf(fields, "variant");
  const optionName = (row: number, index: number) =>
    fields[`option.${row}.en`] || fields[`option.${row}.ar`] || t("listing.option", { number: index + 1 });
  return (
    <>
      <RowsWrong name="variants" />
      {rows.map((row, index) => {
        const at = `variant.${row}`;
        const known = listing?.variants.find(({ sku }) => sku === fields[`${at}.sku`]);
        return (
          <fieldset key={row} className={classes.row}>
            <legend>{t("listing.variant", { number: index + 1 })}</legend>
            {options.map((option, place) => (
              <BothLanguages
                key={option}
                name={`${at}.choice.${option}`}
                label={optionName(option, place)}
                maxLength={60}
              />
            ))}
            <div className={classes.fields}>
              <Field
                name={`${at}.price`}
                label={t("listing.priceOf", { currency: fields.currency ?? "" })}
                numeric="decimal"
              />
              {kind === "physical" && !known ? (
                <Field name={`${at}.stock`} label={t("listing.stock")} numeric="numeric" />
              ) : null}
              <Sku name={`${at}.sku`} known={known !== undefined} />
            </div>
            <RemoveRow row={at} label={t("listing.variantRemove", { number: index + 1 })} />
          </fieldset>
        );
      })}
      {rows.length < MOST.variant ? <AddRow kind="variant">{t("listing.variantAdd")}</AddRow> : null}
    </>
  );
}

/** A variant is known by its SKU: another one would be another variant, without pieces. */
function Sku({ name, known }: { name: string; known: boolean }) {
  const { t } = useTranslation();
  const { fields } = use(EditingContext);
  if (!known) return <Field name={name} label={t("listing.sku")} placeholder={t("listing.skuHint")} maxLength={64} />;
  return (
    <p className={classes.known}>
      <input type="hidden" name={name} value={fields[name] ?? ""} />
      <span>{t("listing.sku")}</span>
      <bdi dir="ltr">{fields[name]}</bdi>
    </p>
  );
}

/** The packages of a service, side by side as buyers see them. */
export function PackageRows({ currencies }: { currencies: readonly string[] }) {
  const { t } = useTranslation();
  const { fields } = use(EditingContext);
  const rows = rowsOf(fields, "package");
  return (
    <Panel title={t("listing.packages")} icon={<BriefcaseIcon />} anchor="price">
      <div className={classes.stack}>
        <p className={classes.soft}>{t("listing.packagesHint")}</p>
        <CurrencyField currencies={currencies} />
        <RowsWrong name="packages" />
        <div className={classes.packages}>
          {rows.map((row, index) => {
            const at = `package.${row}`;
            return (
              <fieldset key={row} className={classes.row}>
                <legend>{t("listing.package", { number: index + 1 })}</legend>
                <BothLanguages name={`${at}.name`} label={t("listing.packageName")} maxLength={60} />
                <BothLanguages name={`${at}.text`} label={t("listing.packageText")} maxLength={500} />
                <Field
                  name={`${at}.price`}
                  label={t("listing.priceOf", { currency: fields.currency ?? "" })}
                  numeric="decimal"
                />
                <Field name={`${at}.days`} label={t("listing.days")} numeric="numeric" />
                <Field name={`${at}.revisions`} label={t("listing.revisions")} numeric="numeric" />
                {rows.length > 1 ? (
                  <RemoveRow row={at} label={t("listing.packageRemove", { number: index + 1 })} />
                ) : null}
              </fieldset>
            );
          })}
        </div>
        {rows.length < MOST.package ? <AddRow kind="package">{t("listing.packageAdd")}</AddRow> : null}
      </div>
    </Panel>
  );
}

/** What couriers ask for, and from where they fetch it. */
export function ParcelFields({ pickup }: { pickup: string | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Panel title={t("listing.parcel")} icon={<ParcelIcon />} anchor="parcel">
      <div className={classes.stack}>
        <p className={classes.soft}>{t("listing.parcelHint")}</p>
        <div className={classes.fields}>
          <Field name="weight" label={t("listing.weight")} numeric="numeric" />
          {SIDES.map((side) => (
            <Field key={side} name={side} label={t(`listing.side.${side}`)} numeric="decimal" />
          ))}
        </div>
        <p className={classes.soft}>
          {pickup ? (
            <>
              {t("listing.fetchedFrom")} <bdi>{pickup}</bdi>{" "}
            </>
          ) : (
            <strong>{t("listing.notFetched")} </strong>
          )}
          <Link to={to("/selling/pickup-address")}>{t(pickup ? "listing.pickupChange" : "listing.pickupAdd")}</Link>
        </p>
      </div>
    </Panel>
  );
}

/** Facts in two columns, as buyers read them under the text. */
export function SpecificationRows() {
  const { t } = useTranslation();
  const { fields } = use(EditingContext);
  const rows = rowsOf(fields, "spec");
  return (
    <Panel title={t("listing.specs")} icon={<DocumentIcon />} anchor="details">
      <div className={classes.stack}>
        <p className={classes.soft}>{t("listing.specsHint")}</p>
        {rows.map((row, index) => (
          <fieldset key={row} className={classes.row}>
            <legend>{t("listing.spec", { number: index + 1 })}</legend>
            <BothLanguages name={`spec.${row}.name`} label={t("listing.specName")} maxLength={60} />
            <BothLanguages name={`spec.${row}.value`} label={t("listing.specValue")} maxLength={300} />
            <RemoveRow row={`spec.${row}`} label={t("listing.specRemove", { number: index + 1 })} />
          </fieldset>
        ))}
        {rows.length < MOST.spec ? <AddRow kind="spec">{t("listing.specAdd")}</AddRow> : null}
      </div>
    </Panel>
  );
}
