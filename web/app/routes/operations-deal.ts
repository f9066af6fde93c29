import { data, type LoaderFunctionArgs, redirect } from "react-router";
import type { StaffOrder } from "../../api/operations.ts";
import { read } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import { pathPart } from "../query.ts";

/** The books know deals; people know orders. */
export async function loader(args: LoaderFunctionArgs) {
  const found = await read<Listed<StaffOrder>>(args, `/admin/orders?deal=${pathPart(args.params.id)}`);
  const [order] = found.data;
  if (!order) throw data(null, { status: 404 });
  throw redirect(`/${args.params.lang}/operations/orders/${order.id}`);
}
