/** What the public pages say: with these alone a browser can take them over. All else is fetched behind them. */
export const FIRST_SECTIONS: ReadonlySet<string> = new Set([
  ...["brand", "common", "nav", "footer", "session", "sandbox", "time", "error", "problem", "notice"],
  ...["home", "browse", "catalog", "shop", "shipping", "protection", "money"],
]);

/** Whether a page says nothing beyond them. */
export const isPublicPage = (path: string): boolean =>
  /^\/[a-z]{2}(?:\/(?:browse|products|services|shops)(?:\/[^/]*)?)?\/?$/.test(path);
