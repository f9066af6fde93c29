import type { LoaderFunctionArgs } from "react-router";
import type { StaffOrder } from "../../api/operations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { apiQuery, filtersIn } from "../../features/staff/order-filters.ts";
import { ordersCsv } from "../../features/staff/orders-csv.ts";

/** As many as the page says: whoever wants more narrows the days. */
const MOST = 1_000;
const AT_ONCE = 100;

/** The orders that the page of the same filters shows, as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const asked = apiQuery(filtersIn(new URL(args.request.url).searchParams));
  asked.set("limit", `${AT_ONCE}`);
  const orders: StaffOrder[] = [];
  for (let next: string | null = ""; next !== null && orders.length < MOST; ) {
    if (next) asked.set("cursor", next);
    const page: Listed<StaffOrder> = await read<Listed<StaffOrder>>(args, `/admin/orders?${asked}`);
    orders.push(...page.data);
    next = page.nextCursor ?? null;
  }
  return new Response(ordersCsv(orders), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="orders.csv"',
      "cache-control": "private, no-store",
    },
  });
}
