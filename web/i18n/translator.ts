/** What is filled into `{{name}}`; `count` also chooses the plural form. */
export type Values = Readonly<Record<string, unknown> & { count?: unknown }>;

export type Translator = {
  /** The words of a key such as `orders.title`; the key itself where it has none. */
  t: (key: string, values?: Values) => string;
  /** The same, with nothing filled in yet. */
  template: (key: string, count?: unknown) => string;
  exists: (key: string) => boolean;
  /** Further sections; words come in parts. */
  add: (sections: Words) => void;
};

/** Words by key, in sections within sections. */
export type Words = Readonly<Record<string, unknown>>;

/** The words of one language, with the plural forms of Unicode's CLDR: a key that counts has `_one`, `_few`, `_other`, … */
export function createTranslator(lang: string): Translator {
  const known: Record<string, unknown> = {};
  const plurals = new Intl.PluralRules(lang);

  const find = (key: string): string | undefined => {
    let node: unknown = known;
    for (const part of key.split(".")) {
      if (typeof node !== "object" || node === null || !Object.hasOwn(node, part)) return undefined;
      node = (node as Words)[part];
    }
    return typeof node === "string" ? node : undefined;
  };
  const template = (key: string, count?: unknown) =>
    (typeof count === "number" ? (find(`${key}_${plurals.select(count)}`) ?? find(`${key}_other`)) : undefined) ??
    find(key) ??
    key;

  return {
    t: (key, values = {}) => filled(template(key, values.count), values),
    template,
    exists: (key) => find(key) !== undefined,
    add: (sections) => void Object.assign(known, sections),
  };
}

/** What a value is not given for stays empty. */
export const filled = (text: string, values: Values): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => (Object.hasOwn(values, name) ? String(values[name] ?? "") : ""));
