import { useId } from "react";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import classes from "./projects.module.css";
import { CURRENCIES, type Group } from "./search.ts";

/** The kinds of work, by group; a group stands for all in it. */
export function CategoryChoice({ groups, value, none }: { groups: readonly Group[]; value: string; none: string }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const id = useId();
  return (
    <div className={classes.field}>
      <label htmlFor={id}>{t("projects.category")}</label>
      <select id={id} name="category" defaultValue={value} className={classes.select} data-select>
        <option value="">{none}</option>
        {groups.map((group) => (
          <optgroup key={group.id} label={say(group.name)}>
            <option value={group.id}>{t("projects.allOf", { group: say(group.name) })}</option>
            {group.children.map((child) => (
              <option key={child.id} value={child.id}>
                {say(child.name)}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
    </div>
  );
}

export function CurrencyChoice({ value }: { value: string }) {
  const { t } = useTranslation();
  return (
    <select
      name="currency"
      aria-label={t("projects.currency")}
      defaultValue={value}
      className={classes.select}
      data-select
      dir="ltr"
    >
      {CURRENCIES.map((code) => (
        <option key={code}>{code}</option>
      ))}
    </select>
  );
}
