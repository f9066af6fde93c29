import { Form, Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { CategoryChoice, CurrencyChoice } from "./choices.tsx";
import classes from "./projects.module.css";
import { type Group, isNarrowed, type Search } from "./search.ts";

/** What narrows the list: a plain form, whose answers stand in the address bar. */
export function ProjectFilters({ search, groups }: { search: Search; groups: readonly Group[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { words, category, min, max, currency } = search;
  return (
    <Form
      key={Object.values(search).join()}
      method="get"
      action={to("/projects")}
      className={classes.search}
      role="search"
      aria-label={t("projects.search")}
    >
      <TextInput
        name="q"
        type="search"
        label={t("projects.words")}
        placeholder={t("projects.wordsHint")}
        defaultValue={words}
        maxLength={100}
        size="md"
        dir="auto"
      />
      <CategoryChoice groups={groups} value={category} none={t("projects.anyCategory")} />
      <fieldset className={classes.amounts}>
        <legend>{t("projects.budget")}</legend>
        <TextInput
          name="min"
          aria-label={t("projects.atLeast")}
          placeholder={t("projects.from")}
          defaultValue={min}
          inputMode="decimal"
          size="md"
          dir="ltr"
        />
        <TextInput
          name="max"
          aria-label={t("projects.atMost")}
          placeholder={t("projects.to")}
          defaultValue={max}
          inputMode="decimal"
          size="md"
          dir="ltr"
        />
        <CurrencyChoice value={currency} />
      </fieldset>
      <div className={classes.searchButtons}>
        <Button type="submit" size="md" variant="default">
          {t("projects.find")}
        </Button>
        {isNarrowed(search) ? <Link to={to("/projects")}>{t("projects.clear")}</Link> : null}
      </div>
    </Form>
  );
}
