import { useId, useState } from "react";
import { Form, useNavigate } from "react-router";
import type { Suggestion } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { SearchIcon } from "../../ui/icons.tsx";
import { pageOf, searchIn } from "./search.ts";
import classes from "./search-box.module.css";
import { useSuggestions } from "./suggestions.ts";

/** Looks for what is for sale, on every page: a plain form, helped while one types where there is script. */
export function SearchBox({ words }: { words: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const list = useId();
  const { typed, type, offered, marked, onKeyDown, take, close } = useTyping(words);
  return (
    <Form
      method="get"
      action={to("/browse")}
      role="search"
      aria-label={t("browse.search")}
      className={classes.search}
      onSubmit={close}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) close();
      }}
    >
      <input
        type="search"
        name="q"
        value={typed}
        maxLength={200}
        dir="auto"
        autoComplete="off"
        placeholder={t("browse.searchHint")}
        aria-label={t("browse.searchLabel")}
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={marked >= 0 ? `${list}-${marked}` : undefined}
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <button type="submit" aria-label={t("browse.searchButton")}>
        <SearchIcon size={22} />
      </button>
      <div
        id={list}
        role="listbox"
        aria-label={t("browse.suggestions")}
        className={classes.offered}
        hidden={offered.length === 0}
      >
        {offered.map((one, index) => (
          <Offer
            key={`${one.category ?? ""} ${one.text}`}
            id={`${list}-${index}`}
            offer={one}
            marked={index === marked}
            take={() => take(one)}
          />
        ))}
      </div>
    </Form>
  );
}

type OfferGiven = { id: string; offer: Suggestion; marked: boolean; take: () => void };

/** The focus stays in the input: an option is pointed at, or marked there by the arrow keys. */
function Offer({ id, offer, marked, take }: OfferGiven) {
  const { t } = useTranslation();
  return (
    <div
      id={id}
      role="option"
      aria-selected={marked}
      tabIndex={-1}
      className={classes.offer}
      onMouseDown={(event) => event.preventDefault()}
      onPointerUp={take}
    >
      <bdi>{offer.text}</bdi>
      {offer.category === null ? null : <small>{t("browse.category")}</small>}
    </div>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** What is typed, what is offered for it, and which offer the arrow keys have marked; -1: none. */
function useTyping(words: string) {
  const { to } = useLocale();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(words);
  const [marked, setMarked] = useState(-1);
  const [open, setOpen] = useState(false);
  const suggested = useSuggestions(open ? typed : "");
  const offered = open ? suggested : [];

  const close = () => setOpen(false);
  const type = (text: string) => {
    setTyped(text);
    setMarked(-1);
    setOpen(true);
  };
  const take = ({ text, category }: Suggestion) => {
    close();
    if (category === null) setTyped(text);
    const query = new URLSearchParams(category === null ? { q: text } : {});
    void navigate(to(pageOf(searchIn(query, category ?? ""))));
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    if (event.key === "Escape") close();
    const places = offered.length + 1;
    const step = STEPS[event.key];
    if (step !== undefined && offered.length > 0) {
      event.preventDefault();
      setMarked((now) => ((now + 1 + step + places) % places) - 1);
    }
    const chosen = event.key === "Enter" ? offered[marked] : undefined;
    if (!chosen) return;
    event.preventDefault();
    take(chosen);
  };
  return { typed, type, offered, marked: marked < offered.length ? marked : -1, onKeyDown, take, close };
}
