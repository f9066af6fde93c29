/** Facts about a page for search engines, in the words of schema.org. */
export function JsonLd({ facts }: { facts: Record<string, unknown> }) {
  // Escaped so that no text of a seller can end the element.
  const json = JSON.stringify({ "@context": "https://schema.org", ...facts }).replaceAll("<", "\\u003c");
  // biome-ignore lint/security/noDangerouslySetInnerHtml: structured data is read as text, and is escaped above.
  return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: json }} />;
}
