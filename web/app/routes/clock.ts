import { type ActionFunctionArgs, redirect } from "react-router";
import { command, newKey } from "../../api/server.ts";
import type { Clock } from "../../api/types.ts";
import { ownPath } from "../own-path.ts";

/** Moves the sandbox's clock for the bar; without script the visitor is led back to the page that was open. */
export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData();
  const sent = await command<Clock>(args, "POST", "/sandbox/clock", { advance: String(form.get("advance")) }, newKey());
  const isFetch =
    new URL(args.request.url).pathname.endsWith(".data") || args.request.headers.get("sec-fetch-mode") === "cors";
  return isFetch ? { ok: sent.ok } : redirect(ownPath(form.get("back")) ?? "/");
}

export const loader = () => redirect("/");
