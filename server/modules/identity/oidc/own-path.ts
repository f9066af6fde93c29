const LONGEST = 500;

/** A path inside our own site, as a browser would understand it; null for whatever could lead anywhere else. */
export function ownPath(text: string | undefined, publicUrl: string): string | null {
  if (text === undefined || !text.startsWith("/") || text.length > LONGEST || !URL.canParse(text, publicUrl))
    return null;
  const url = new URL(text, publicUrl);
  const isOurs = url.origin === new URL(publicUrl).origin && !url.pathname.startsWith("//");
  return isOurs ? url.pathname + url.search + url.hash : null;
}
