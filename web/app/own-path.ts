/** A path inside this site, from a form or a query; null for anything that could lead to another site. */
export function ownPath(value: FormDataEntryValue | null): string | null {
  if (typeof value !== "string" || !value.startsWith("/")) return null;
  const base = "http://own.example.test";
  const url = URL.canParse(value, base) ? new URL(value, base) : null;
  return url?.origin === base ? url.pathname + url.search + url.hash : null;
}
