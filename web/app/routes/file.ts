import { data, type LoaderFunctionArgs, redirect } from "react-router";
import { command, newKey } from "../../api/server.ts";
import { pathPart } from "../query.ts";

/** Leads to the bytes of a file that its reader may see, by a link that opens for ten minutes. */
export async function loader(args: LoaderFunctionArgs) {
  const path = `/files/${pathPart(args.params.id)}/link`;
  const sent = await command<{ url: string }>(args, "POST", path, {}, newKey());
  if (!sent.ok) throw data(null, { status: 404 });
  return redirect(sent.value.url);
}
