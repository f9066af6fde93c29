import { data, type LoaderFunctionArgs, type MiddlewareFunction, Outlet, redirect, useLoaderData } from "react-router";
import { readOptional } from "../../api/server.ts";
import type { Cart } from "../../api/shopping.ts";
import type { Clock, Listed, Notice, SandboxInfo, User } from "../../api/types.ts";
import { allWords } from "../../i18n/in-browser.ts";
import { isLang } from "../../i18n/index.ts";
import { isPublicPage } from "../../i18n/sections.ts";
import { ErrorPage } from "../error-page.tsx";
import { Frame } from "../frame.tsx";
import { withLanguage } from "../language.ts";
import type { ShellData } from "../shell-data.ts";

export async function loader(args: LoaderFunctionArgs): Promise<ShellData> {
  if (!isLang(args.params.lang)) {
    const target = withLanguage(args.request);
    if (target) throw redirect(target);
    throw data(null, { status: 404 });
  }
  const signedIn = /(?:^|;\s*)(?:__Host-)?amana_session=/.test(args.request.headers.get("cookie") ?? "");
  const [me, notices, sandbox, clock, cart] = await Promise.all([
    signedIn ? readOptional<User>(args, "/users/me") : null,
    signedIn ? readOptional<Listed<Notice>>(args, "/notifications?limit=20") : null,
    readOptional<SandboxInfo>(args, "/sandbox"),
    readOptional<Clock>(args, "/sandbox/clock"),
    signedIn ? readOptional<Cart>(args, "/cart") : null,
  ]);
  const inCart = (cart?.sellers ?? []).reduce((sum, { lines }) => sum + lines.length, 0);
  return { me, notices: notices?.data ?? [], sandbox: sandbox?.enabled ? sandbox : null, clock, inCart };
}

/** A page is shown with its words: those that are not there yet are waited for. */
export const clientMiddleware: MiddlewareFunction[] = [
  async ({ request }, next) => {
    if (!isPublicPage(new URL(request.url).pathname.replace(/\.data$/, ""))) await allWords();
    return next();
  },
];

export default function Shell() {
  const shell = useLoaderData<typeof loader>();
  return (
    <Frame shell={shell}>
      <Outlet />
    </Frame>
  );
}

export function ErrorBoundary() {
  return <ErrorPage bare />;
}
