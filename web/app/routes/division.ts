import type { LoaderFunctionArgs } from "react-router";
import type { Division } from "../../api/disputes.ts";
import { read } from "../../api/server.ts";
import { pathPart } from "../query.ts";

/** What each would get if so much went back: for the sliders of the pages. */
export async function loader(args: LoaderFunctionArgs): Promise<Division> {
  const refund = new URL(args.request.url).searchParams.get("refund") ?? "";
  return await read<Division>(args, `/orders/${pathPart(args.params.id)}/division?refund=${pathPart(refund)}`);
}

/** A new offer changes nothing of what was counted. */
export const shouldRevalidate = () => false;
