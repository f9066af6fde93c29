import type { LoaderFunctionArgs } from "react-router";
import type { StaffOrder } from "../../api/operations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { apiQuery, filtersIn } from "../../features/staff/order-filters.ts";
import { ORDERS_HEAD, ordersCsv } from "../../features/staff/orders-csv.ts";
import { CSV_HEADERS, ROWS_AT_ONCE, rowsInPages } from "../rows-in-pages.ts";

/** As many as the page says: whoever wants more narrows the days. */
const MOST = 10_000;

/** The orders that the page of the same filters shows, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = apiQuery(filtersIn(new URL(args.request.url).searchParams));
  asked.set("limit", `${ROWS_AT_ONCE}`);
  const after = (cursor: string) => {
    if (cursor) asked.set("cursor", cursor);
    return read<Listed<StaffOrder>>(args, `/admin/orders?${asked}`);
  };
  return new Response(rowsInPages({ first: await after(""), after, most: MOST }, ORDERS_HEAD, ordersCsv), {
    headers: { ...CSV_HEADERS, "content-disposition": 'attachment; filename="orders.csv"' },
  });
}
