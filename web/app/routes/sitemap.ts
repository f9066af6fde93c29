import type { LoaderFunctionArgs } from "react-router";
import type { Project } from "../../api/projects.ts";
import { originOf, read } from "../../api/server.ts";
import type { Found } from "../../api/shopping.ts";
import type { Listed } from "../../api/types.ts";
import { listingPage } from "../../features/browse/listing-page.ts";
import { LANGUAGES } from "../../i18n/index.ts";

/** A sitemap may hold so many, with each page in each language. */
const MOST_LISTINGS = 20_000;

/** Every public page in every language, each naming its translations. */
export async function loader(args: LoaderFunctionArgs) {
  const origin = originOf(args.context);
  const pages = ["", "/browse", "/play", "/help", "/projects"];
  let cursor: string | null = "";
  while (cursor !== null && pages.length < MOST_LISTINGS) {
    const after: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const found: Found = await read<Found>(args, `/listings?sort=newest&limit=100${after}`);
    for (const { category } of found.facets?.categories ?? []) pages.push(`/browse/${category}`);
    for (const { id } of found.facets?.sellers ?? []) pages.push(`/shops/${id}`);
    for (const hit of found.data) pages.push(listingPage(hit));
    cursor = found.nextCursor;
  }
  const open = await read<Listed<Project>>(args, "/projects?limit=100");
  pages.push(...open.data.map(({ id }) => `/projects/${id}`));
  const links = (path: string) =>
    LANGUAGES.map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${origin}/${lang}${path}"/>`).join(
      "",
    );
  const urls = pages.flatMap((path) =>
    LANGUAGES.map((lang) => `<url><loc>${origin}/${lang}${path}</loc>${links(path)}</url>`),
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
