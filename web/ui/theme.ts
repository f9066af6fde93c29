/** What the reader chose; without it their system says. */
export type Theme = "light" | "dark";

const COOKIE = "amana_theme";

/** A cookie, so that the server draws the page in the colours that were chosen and nothing flashes. */
export function themeIn(cookies: string | null): Theme | null {
  const value = new RegExp(`(?:^|;\\s*)${COOKIE}=(light|dark)(?:;|$)`).exec(cookies ?? "")?.[1];
  return value === "light" || value === "dark" ? value : null;
}

/** In the browser: at once, and for the next year. */
export function chooseTheme(theme: Theme): void {
  document.documentElement.dataset.theme = theme;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
  document.cookie = themeKept(theme);
}

export const themeKept = (theme: Theme): string => `${COOKIE}=${theme}; path=/; max-age=31536000; samesite=lax`;

/** What the page is drawn in now. */
export function themeNow(): Theme {
  const chosen = document.documentElement.dataset.theme;
  if (chosen === "light" || chosen === "dark") return chosen;
  return window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
}
