import { cloneElement, createContext, Fragment, type ReactElement, type ReactNode, use } from "react";
import { filled, type Translator, type Values } from "./translator.ts";

const WordsContext = createContext<Translator | null>(null);

export const WordsProvider = WordsContext;

export type Translation = { t: Translator["t"]; i18n: Translator };

/** The words of the page's language. */
export function useTranslation(): Translation {
  const translator = use(WordsContext);
  if (!translator) throw new Error("There are no words outside WordsProvider.");
  return { t: translator.t, i18n: translator };
}

type Given = {
  i18nKey: string;
  components: Readonly<Record<string, ReactElement<{ children?: ReactNode }>>>;
  values?: Values;
  count?: number;
};

/** Words with elements in their places: `<money/>` and `<strong>…</strong>` stand in the text. What is filled in is never read as such. */
export function Trans({ i18nKey, components, values = {}, count }: Given) {
  const { i18n } = useTranslation();
  const all = count === undefined ? values : { ...values, count };
  return <>{placed(i18n.template(i18nKey, count), components, all)}</>;
}

const ELEMENT = /<(\w+)\/>|<(\w+)>(.*?)<\/\2>/g;

function placed(text: string, components: Given["components"], values: Values): ReactNode[] {
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { 0: whole, 1: empty, 2: around, 3: inner = "", index } of text.matchAll(ELEMENT)) {
    parts.push(filled(text.slice(from, index), values));
    const element = components[empty ?? around ?? ""];
    const children = around ? placed(inner, components, values) : undefined;
    const key = `${index}`;
    if (element) parts.push(children ? cloneElement(element, { key }, ...children) : cloneElement(element, { key }));
    else if (children) parts.push(<Fragment key={key}>{children}</Fragment>);
    from = index + whole.length;
  }
  parts.push(filled(text.slice(from), values));
  return parts;
}
