import { useId, useState } from "react";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { type CategoryChoice, matchesOf } from "./category-match.ts";
import classes from "./listings.module.css";

type Given = { choices: readonly CategoryChoice[]; chosen: string; error: string | undefined };

/** Where it is filed: a list to choose from, which is searched while one types where there is script. */
export function CategoryPicker(given: Given) {
  return useHydrated() ? <Searched {...given} /> : <Plain {...given} />;
}

function Plain({ choices, chosen, error }: Given) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const groups = [...new Set(choices.map(({ above }) => say(above)))].map((group) => ({
    group,
    items: choices.filter(({ above }) => say(above) === group),
  }));
  return (
    <NativeSelect name="category" label={t("listing.category")} defaultValue={chosen} size="md" error={error}>
      <option value="">{t("listing.categoryNone")}</option>
      {groups.map(({ group, items }) => (
        <optgroup key={group} label={group}>
          {items.map(({ id, name }) => (
            <option key={id} value={id}>
              {say(name)}
            </option>
          ))}
        </optgroup>
      ))}
    </NativeSelect>
  );
}

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

function Searched({ choices, chosen, error }: Given) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const list = useId();
  const [id, setId] = useState(chosen);
  const [typed, setTyped] = useState<string | null>(null);
  const [marked, setMarked] = useState(0);
  const named = choices.find((one) => one.id === id);
  const offered = typed === null ? [] : matchesOf(choices, typed);
  const take = (choice: CategoryChoice) => {
    setId(choice.id);
    setTyped(null);
  };
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = STEPS[event.key];
    if (event.key === "Escape") setTyped(null);
    if (step !== undefined) {
      event.preventDefault();
      if (typed === null) setTyped("");
      else setMarked((now) => Math.max(0, Math.min(now + step, offered.length - 1)));
    }
    const pointed = event.key === "Enter" ? offered[marked] : undefined;
    if (!pointed) return;
    event.preventDefault();
    take(pointed);
  };
  return (
    <div className={classes.category}>
      <input type="hidden" name="category" value={id} />
      <TextInput
        label={t("listing.category")}
        description={named ? say(named.above) : t("listing.categoryHint")}
        value={typed ?? (named ? say(named.name) : "")}
        size="md"
        dir="auto"
        autoComplete="off"
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={offered.length > 0 ? `${list}-${marked}` : undefined}
        error={error}
        onFocus={(event) => event.currentTarget.select()}
        onChange={({ currentTarget }) => {
          setTyped(currentTarget.value);
          setMarked(0);
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setTyped(null)}
      />
      <Offers list={list} offered={offered} marked={marked} take={take} />
    </div>
  );
}

function Offers({
  list,
  offered,
  marked,
  take,
}: {
  list: string;
  offered: readonly CategoryChoice[];
  marked: number;
  take: (choice: CategoryChoice) => void;
}) {
  const { t } = useTranslation();
  const { say } = useLocale();
  return (
    <div
      id={list}
      role="listbox"
      aria-label={t("listing.category")}
      className={classes.offered}
      hidden={offered.length === 0}
    >
      {offered.map((choice, index) => (
        <div
          key={choice.id}
          id={`${list}-${index}`}
          role="option"
          aria-selected={index === marked}
          tabIndex={-1}
          className={classes.offer}
          onMouseDown={(event) => event.preventDefault()}
          onPointerUp={() => take(choice)}
        >
          <span>{say(choice.name)}</span>
          <small>{say(choice.above)}</small>
        </div>
      ))}
    </div>
  );
}
