import type { LoaderFunctionArgs } from "react-router";
import type { Overview } from "../../api/figures.ts";
import { MARKETS } from "../../api/figures.ts";
import { read } from "../../api/server.ts";
import { figuresCsv } from "../../features/dashboard/figures-csv.ts";
import { periodIn } from "../../features/dashboard/tabs.tsx";
import { CSV_HEADERS } from "../rows-in-pages.ts";

/** The figures that the page of the same filters shows, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { searchParams } = new URL(args.request.url);
  const market = MARKETS.find((one) => one === searchParams.get("market"));
  const weeks = periodIn(searchParams.get("weeks"));
  const overview = await read<Overview>(args, `/admin/overview?weeks=${weeks}${market ? `&market=${market}` : ""}`);
  return new Response(figuresCsv(overview.weeks), {
    headers: {
      ...CSV_HEADERS,
      "content-disposition": 'attachment; filename="figures.csv"',
    },
  });
}
