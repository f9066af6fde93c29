import { Form, Link } from "react-router";
import { useTranslation } from "../i18n/words.tsx";
import { Button } from "./button.tsx";
import classes from "./list-parts.module.css";

/** A list's filter by state, each a link. */
export function StateLinks<State extends string>({
  label,
  states,
  chosen,
  words,
  query = "",
}: {
  label: string;
  states: readonly State[];
  /** Null where nothing is left out. */
  chosen: State | null;
  words: (state: State | "all") => string;
  /** What else is asked for, and stays. */
  query?: string;
}) {
  const every: (State | "all")[] = ["all", ...states];
  const rest = query === "" ? "" : `&${query}`;
  return (
    <nav aria-label={label} className={classes.filters}>
      {every.map((state) => (
        <Link
          key={state}
          to={state === "all" ? `?${query}` : `?show=${state}${rest}`}
          aria-current={state === (chosen ?? "all") ? "true" : undefined}
          preventScrollReset
        >
          {words(state)}
        </Link>
      ))}
    </nav>
  );
}

/** The next page of a list; what is asked for stays. A page with several lists names each one's place by a word of its own. */
export function More({
  cursor,
  query,
  name = "cursor",
  anchor = "",
}: {
  cursor: string | null;
  query: string;
  name?: string;
  /** Where the list stands on a page that has more than it. */
  anchor?: string;
}) {
  const { t } = useTranslation();
  if (!cursor) return null;
  return (
    <p className={classes.more}>
      <Link to={`?${query ? `${query}&` : ""}${name}=${encodeURIComponent(cursor)}${anchor && `#${anchor}`}`}>
        {t("common.more")}
      </Link>
    </p>
  );
}

/** Looks for words in a list; `kept` is what else is asked for, `children` are further fields. Without script too. */
export function ListSearch({
  label,
  field,
  q,
  kept,
  children,
}: {
  label: string;
  field: string;
  q: string;
  kept: Readonly<Record<string, string>>;
  children?: React.ReactNode;
}) {
  const { t } = useTranslation();
  const key = new URLSearchParams({ ...kept, q }).toString();
  return (
    <Form key={key} method="get" role="search" aria-label={label} className={classes.search}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <label>
        <span>{field}</span>
        <input type="search" name="q" defaultValue={q} maxLength={100} dir="auto" className={classes.searched} />
      </label>
      {children}
      <Button type="submit" size="md" variant="default">
        {t("lists.search")}
      </Button>
    </Form>
  );
}

/** One more thing to look for by: a choice that may be left open. */
export function SearchChoice<Value extends string>({
  label,
  name,
  chosen,
  open,
  values,
  words,
}: {
  label: string;
  name: string;
  chosen: Value | "" | null;
  /** What is said where nothing is chosen. */
  open: string;
  values: readonly Value[];
  words: (value: Value) => string;
}) {
  return (
    <label key={chosen}>
      <span>{label}</span>
      <select name={name} defaultValue={chosen ?? ""} className={classes.searched} data-select>
        <option value="">{open}</option>
        {values.map((value) => (
          <option key={value} value={value}>
            {words(value)}
          </option>
        ))}
      </select>
    </label>
  );
}
