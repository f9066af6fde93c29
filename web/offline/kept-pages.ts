/** The pages that can be read without a connection: what concerns a reader's own deals, and no form that moves money. */
const KEPT = [
  /^\/orders(?:\/[^/]+(?:\/dispatch)?)?$/,
  /^\/(?:messages|disputes|purchases)(?:\/[^/]+)?$/,
  /^\/(?:library|wallet|selling|notifications|waiting)$/,
];

export type Place = { lang: "en" | "ar"; path: string };

/** The language of a page and its path below that; null for what is no page of ours. */
export function placeOf(pathname: string): Place | null {
  const [, lang, path = ""] = /^\/(en|ar)(\/.*)?$/.exec(pathname.replace(/(?:\/_\.data|\.data)$/, "")) ?? [];
  return lang === "en" || lang === "ar" ? { lang, path: path.replace(/\/$/, "") } : null;
}

export const isKept = (pathname: string): boolean => {
  const place = placeOf(pathname);
  return place !== null && KEPT.some((page) => page.test(place.path));
};

/** What is fetched ahead for somebody who signed in, before the deals themselves. */
export const ALWAYS = ["/orders", "/selling", "/messages", "/disputes", "/library", "/wallet", "/waiting"];
