import { isLang, type Lang, preferredLang } from "../i18n/index.ts";

/** The language last read, else the one that the browser asks for. */
export function rememberedLang(request: Request): Lang {
  const remembered = /(?:^|;\s*)amana_lang=(\w+)/.exec(request.headers.get("cookie") ?? "")?.[1];
  return isLang(remembered) ? remembered : preferredLang(request.headers.get("accept-language"));
}

const OWN_PAGES = new Set([
  "orders",
  "products",
  "checkout",
  "selling",
  "notifications",
  "sandbox",
  "wallet",
  "finance",
  "authorize",
  "sign-in",
]);

/** `/orders/…` without a language, as a gateway or an e-mail may link to it; null for what is no page of ours. */
export function withLanguage(request: Request): string | null {
  const { pathname, search } = new URL(request.url);
  const first = pathname.split("/")[1] ?? "";
  return OWN_PAGES.has(first) ? `/${rememberedLang(request)}${pathname}${search}` : null;
}
