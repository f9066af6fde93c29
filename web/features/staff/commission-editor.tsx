import type { Attempt } from "../../api/attempt.ts";
import type { CommissionRules } from "../../api/staff.ts";
import type { SaleTerms } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { PencilIcon, PlusIcon } from "../../ui/edit-icons.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { CrossIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { type Fields as Field, Previewed } from "../../ui/previewed.tsx";
import { ReasonField } from "../../ui/reason-field.tsx";
import { AMOUNTS, type Fields, fieldsOf, filedUnder, MOST_RULES, rowsIn } from "./commission-fields.ts";
import { Compared } from "./commission-rules.tsx";
import { CURRENCIES } from "./order-filters.ts";
import classes from "./staff.module.css";

/** A category, by what it is called in the reader's language. */
export type Place = { id: string; label: string };

export type Published = SaleTerms | CommissionRules;
type Given = {
  rules: CommissionRules | null;
  places: readonly Place[];
  attempt: Attempt<Published> | null;
  /** What the sale of the preview comes to by the rules that count. */
  now: SaleTerms | null;
  idempotencyKey: string;
};

/** The next version: written here, tried on a sale, and published as it was tried. */
export function NextVersion({ rules, places, attempt, now, idempotencyKey }: Given) {
  const { t } = useTranslation();
  return (
    <Panel title={t("commission.next")} icon={<PencilIcon />} anchor="next">
      <Previewed<Published>
        form="rules"
        intent="commission"
        attempt={attempt}
        idempotencyKey={idempotencyKey}
        words={{
          ...{ preview: t("commission.try"), planned: t("commission.tried") },
          ...{ confirm: t("commission.publish"), done: t("commission.published") },
        }}
        outcome={(outcome, input) =>
          "version" in outcome ? (
            <p>{t("commission.version", { number: outcome.version })}</p>
          ) : (
            <>
              <Compared next={outcome} now={now} />
              <p>{t("commission.publishText")}</p>
              <p>
                {t("preview.reason")}: <bdi>{input.reason}</bdi>
              </p>
            </>
          )
        }
        fields={(field) => <Editor field={field} rules={rules} places={places} />}
      />
    </Panel>
  );
}

function Editor({ field, rules, places }: { field: Field; rules: CommissionRules | null; places: readonly Place[] }) {
  const { t } = useTranslation();
  const typed = field.input.rules === undefined ? fieldsOf(rules?.rules ?? []) : field.input;
  const rows = rowsIn(typed);
  return (
    <div key={JSON.stringify(field.input)} className={classes.page}>
      {/* The return key tries the rules; it takes none away. */}
      <button type="submit" name="step" value="preview" hidden tabIndex={-1} aria-hidden />
      <datalist id={PLACES}>
        {places.map(({ id, label }) => (
          <option key={id} value={label} />
        ))}
      </datalist>
      <input type="hidden" name="rules" value={rows.length} />
      <input type="hidden" name="basedOn" value={field.input.basedOn ?? `${rules?.version ?? 0}`} />
      <p className={classes.soft}>{t("commission.first")}</p>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a rule that is being written has its place alone
        <RuleFields key={at} at={at} row={row} places={places} errorOf={field.errorOf} />
      ))}
      {rows.length < MOST_RULES ? (
        <div>
          <Button type="submit" name="step" value="add" variant="default" formNoValidate leftSection={<PlusIcon />}>
            {t("commission.add")}
          </Button>
        </div>
      ) : null}
      <Sale field={field} />
      <ReasonField value={field.input.reason} error={field.errorOf("reason")} />
    </div>
  );
}

type RuleGiven = { at: number; row: Fields; places: readonly Place[]; errorOf: Field["errorOf"] };

function RuleFields({ at, row, places, errorOf }: RuleGiven) {
  const { t, i18n } = useTranslation();
  const fault = errorOf(`rules.${at}`);
  const faultKey = `commission.fault.${fault?.replaceAll(" ", "-")}`;
  const given = (name: string) => ({
    ...{ name: `${at}.${name}`, label: t(`commission.field.${name}`), defaultValue: row[name] ?? "" },
    ...{ autoComplete: "off", dir: "ltr" as const },
    error: errorOf(`${at}.${name}`) === undefined ? undefined : t("commission.unread"),
  });
  return (
    <fieldset className={classes.rule}>
      <legend>{t("commission.rule", { number: at + 1 })}</legend>
      {fault === undefined ? null : (
        <p role="alert" className={classes.missing}>
          {t("commission.faulty")} {i18n.exists(faultKey) ? t(faultKey) : <bdi dir="ltr">{fault}</bdi>}
        </p>
      )}
      <div className={classes.fields}>
        <TextInput {...given("name")} required withAsterisk={false} maxLength={60} />
        <TextInput {...given("rate")} required withAsterisk={false} inputMode="decimal" />
        <NativeSelect
          name={`${at}.base`}
          label={t("commission.field.base")}
          defaultValue={row.base || "total"}
          data={(["total", "goods"] as const).map((value) => ({ value, label: t(`commission.base.${value}`) }))}
        />
        <TextInput {...given("buyerShare")} inputMode="decimal" />
      </div>
      <details className={classes.act} open={isLimited(row) || undefined}>
        <summary>{t("commission.limits")}</summary>
        <p className={classes.soft}>{t("commission.amountsHint")}</p>
        <div className={classes.fields}>
          {AMOUNTS.map((name) => (
            <TextInput key={name} {...given(name)} />
          ))}
          <TextInput {...given("sellerLevels")} />
          <TextInput {...given("from")} type="datetime-local" step={1} />
          <TextInput {...given("until")} type="datetime-local" step={1} />
        </div>
        <Categories {...{ at, row, places, errorOf }} />
      </details>
      <div className={classes.buttons}>
        {at > 0 ? (
          <Button type="submit" name="step" value={`up:${at}`} variant="subtle" size="sm" formNoValidate>
            {t("commission.up", { number: at + 1 })}
          </Button>
        ) : null}
        <Button type="submit" name="step" value={`remove:${at}`} variant="subtle" size="sm" formNoValidate>
          {t("commission.remove", { number: at + 1 })}
        </Button>
      </div>
    </fieldset>
  );
}

const PLACES = "categories-by-name";

/** Categories are found by their names, in either language; a rule without any is for all of them. */
function Categories({ at, row, places, errorOf }: RuleGiven) {
  const { t } = useTranslation();
  const labels = new Map(places.map(({ id, label }) => [id, label]));
  const chosen = filedUnder(row);
  return (
    <div className={classes.filed}>
      <input type="hidden" name={`${at}.categories`} value={chosen.join(", ")} />
      <TextInput
        name={`${at}.category`}
        label={t("commission.category")}
        description={t("commission.categoryHint")}
        list={PLACES}
        dir="auto"
        autoComplete="off"
        defaultValue={row.category ?? ""}
        error={errorOf(`${at}.category`) === undefined ? undefined : t("commission.noCategory")}
      />
      <Button
        type="submit"
        name="step"
        value={`file:${at}`}
        variant="default"
        formNoValidate
        leftSection={<PlusIcon />}
      >
        {t("commission.file", { number: at + 1 })}
      </Button>
      {chosen.length > 0 ? (
        <ul aria-label={t("commission.field.categories")}>
          {chosen.map((id) => (
            <li key={id}>
              <bdi>{labels.get(id) ?? id}</bdi>
              <button
                type="submit"
                name="step"
                value={`unfile:${at}:${id}`}
                formNoValidate
                aria-label={t("commission.unfile", { name: labels.get(id) ?? id })}
              >
                <CrossIcon size={18} />
              </button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}

const isLimited = (row: Fields): boolean =>
  [...AMOUNTS, "categories", "category", "sellerLevels", "from", "until"].some((name) => Boolean(row[name]));

/** The sale on which the rules are tried. */
function Sale({ field: { input, errorOf } }: { field: Field }) {
  const { t } = useTranslation();
  return (
    <fieldset className={classes.rule}>
      <legend>{t("commission.sale")}</legend>
      <div className={classes.fields}>
        <TextInput
          name="salePrice"
          label={t("commission.salePrice")}
          defaultValue={input.salePrice ?? "1000"}
          inputMode="decimal"
          dir="ltr"
          required
          withAsterisk={false}
          error={errorOf("salePrice") === undefined ? undefined : t("commission.unread")}
        />
        <NativeSelect
          name="saleCurrency"
          label={t("staffOrders.currency")}
          defaultValue={input.saleCurrency ?? "INR"}
          data={[...CURRENCIES]}
        />
        <TextInput
          name="saleCategory"
          label={t("listing.category")}
          list={PLACES}
          defaultValue={input.saleCategory ?? ""}
          dir="auto"
          autoComplete="off"
          error={errorOf("saleCategory") === undefined ? undefined : t("commission.noCategory")}
        />
        <TextInput
          name="saleLevel"
          label={t("people.fact.level")}
          defaultValue={input.saleLevel ?? ""}
          dir="ltr"
          autoComplete="off"
        />
      </div>
    </fieldset>
  );
}
