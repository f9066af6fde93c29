import type { LoaderFunctionArgs } from "react-router";
import { originOf, read } from "../../api/server.ts";
import type { Listed, Product } from "../../api/types.ts";
import { LANGUAGES } from "../../i18n/index.ts";

/** Every public page in every language, each naming its translations. */
export async function loader(args: LoaderFunctionArgs) {
  const origin = originOf(args.context);
  const { data } = await read<Listed<Product>>(args, "/products?limit=48");
  const paths = ["", "/play", "/help", ...data.map(({ id }) => `/products/${encodeURIComponent(id)}`)];
  const links = (path: string) =>
    LANGUAGES.map((lang) => `<xhtml:link rel="alternate" hreflang="${lang}" href="${origin}/${lang}${path}"/>`).join(
      "",
    );
  const urls = paths.flatMap((path) =>
    LANGUAGES.map((lang) => `<url><loc>${origin}/${lang}${path}</loc>${links(path)}</url>`),
  );
  const xml = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${urls.join("\n")}
</urlset>
`;
  return new Response(xml, { headers: { "content-type": "application/xml; charset=utf-8" } });
}
