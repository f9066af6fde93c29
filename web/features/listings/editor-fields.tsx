import { createContext, use } from "react";
import { otherLang, useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { BinIcon, PlusIcon } from "../../ui/edit-icons.tsx";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import type { Fields, RowKind } from "./fields.ts";
import classes from "./listings.module.css";

/** What stands in the form, what is wrong with it, and how rows come and go without leaving the page. */
export type Editing = {
  fields: Fields;
  errorOf: (name: string) => string | undefined;
  rowAct: (event: React.MouseEvent<HTMLButtonElement>, act: string) => void;
};

export const EditingContext = createContext<Editing>({ fields: {}, errorOf: () => undefined, rowAct: () => {} });

type Named = { name: string; label: string; hint?: string; maxLength?: number };

/** One line, or a number. */
export function Field({
  name,
  label,
  hint,
  maxLength,
  lang,
  numeric,
  placeholder,
}: Named & { lang?: "en" | "ar"; numeric?: "numeric" | "decimal"; placeholder?: string }) {
  const { fields, errorOf } = use(EditingContext);
  return (
    <TextInput
      name={name}
      label={label}
      {...(hint ? { description: hint } : {})}
      {...(maxLength ? { maxLength } : {})}
      {...(placeholder ? { placeholder } : {})}
      {...(numeric ? { inputMode: numeric, dir: "ltr", autoComplete: "off" } : {})}
      {...(lang ? { lang, dir: lang === "ar" ? "rtl" : "ltr" } : {})}
      size="md"
      defaultValue={fields[name] ?? ""}
      error={errorOf(name)}
    />
  );
}

/** The same in both languages, side by side; one is enough. */
export function BothLanguages({ name, label, maxLength, long = false }: Named & { long?: boolean }) {
  const { t } = useTranslation();
  const { fields, errorOf } = use(EditingContext);
  const { lang: own } = useLocale();
  return (
    <div className={classes.both}>
      {([own, otherLang(own)] as const).map((lang) => {
        const named = t(`listing.in.${lang}`, { what: label });
        const input = `${name}.${lang}`;
        if (!long)
          return <Field key={lang} name={input} label={named} lang={lang} {...(maxLength ? { maxLength } : {})} />;
        return (
          <Textarea
            key={lang}
            name={input}
            label={named}
            rows={7}
            lang={lang}
            dir={lang === "ar" ? "rtl" : "ltr"}
            defaultValue={fields[input] ?? ""}
            error={errorOf(input)}
            {...(maxLength ? { maxLength } : {})}
          />
        );
      })}
    </div>
  );
}

/** Without a script the server answers with one row more; what was typed comes back with it. */
export function AddRow({ kind, children }: { kind: RowKind; children: React.ReactNode }) {
  const { rowAct } = use(EditingContext);
  return (
    <Button
      type="submit"
      name="intent"
      value={`add:${kind}`}
      variant="default"
      size="md"
      formNoValidate
      leftSection={<PlusIcon />}
      onClick={(event) => rowAct(event, `add:${kind}`)}
    >
      {children}
    </Button>
  );
}

export function RemoveRow({ row, label }: { row: string; label: string }) {
  const { rowAct } = use(EditingContext);
  return (
    <button
      type="submit"
      name="intent"
      value={`remove:${row}`}
      formNoValidate
      className={classes.iconButton}
      aria-label={label}
      onClick={(event) => rowAct(event, `remove:${row}`)}
    >
      <BinIcon />
    </button>
  );
}

export function RowsWrong({ name }: { name: string }) {
  const { errorOf } = use(EditingContext);
  const error = errorOf(name);
  return error ? (
    <p className={classes.wrong} role="alert">
      {error}
    </p>
  ) : null;
}
