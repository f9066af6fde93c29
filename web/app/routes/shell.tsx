import { data, type LoaderFunctionArgs, type MiddlewareFunction, Outlet, redirect, useLoaderData } from "react-router";
import { givenContext, readOptional } from "../../api/server.ts";
import type { Cart } from "../../api/shopping.ts";
import type { Clock, Listed, Notice, SandboxInfo, User } from "../../api/types.ts";
import { allWords } from "../../i18n/in-browser.ts";
import { isLang } from "../../i18n/index.ts";
import { isPublicPage } from "../../i18n/sections.ts";
import { ErrorPage } from "../error-page.tsx";
import { Frame } from "../frame.tsx";
import { withLanguage } from "../language.ts";
import type { ShellData } from "../shell-data.ts";
import { type Side, sideIn, sideKept, sideOf, withoutLanguage } from "../ways.ts";
import { fetchWorkspace } from "../workspace-part.ts";

export async function loader(args: LoaderFunctionArgs) {
  if (!isLang(args.params.lang)) {
    const target = withLanguage(args.request);
    if (target) throw redirect(target);
    throw data(null, { status: 404 });
  }
  const cookie = args.request.headers.get("cookie");
  const signedIn = /(?:^|;\s*)(?:__Host-)?amana_session=/.test(cookie ?? "");
  const [me, notices, sandbox, clock, cart] = await Promise.all([
    signedIn ? readOptional<User>(args, "/users/me") : null,
    signedIn ? readOptional<Listed<Notice>>(args, "/notifications?limit=20") : null,
    readOptional<SandboxInfo>(args, "/sandbox"),
    readOptional<Clock>(args, "/sandbox/clock"),
    signedIn ? readOptional<Cart>(args, "/cart") : null,
  ]);
  const inCart = (cart?.sellers ?? []).reduce((sum, { lines }) => sum + lines.length, 0);
  const { toldUntil, daysOff } = args.context.get(givenContext);
  const { side, fresh } = sideAt(args.request, cookie);
  const shell: ShellData = {
    ...{ me, notices: notices?.data ?? [], sandbox: sandbox?.enabled ? sandbox : null },
    ...{ clock, inCart, side, toldUntil, daysOff },
  };
  return data(shell, me && side && fresh ? { headers: { "set-cookie": sideKept(side) } } : {});
}

/** The side of the page, else where the reader last was: without script, too, one stays there. */
function sideAt(request: Request, cookie: string | null): { side: Side | null; fresh: boolean } {
  const own = sideOf(withoutLanguage(new URL(request.url).pathname));
  const last = sideIn(cookie);
  return { side: own ?? last, fresh: own !== null && own !== last };
}

/** A page is shown with its words: those that are not there yet are waited for. */
export const clientMiddleware: MiddlewareFunction[] = [
  async ({ request }, next) => {
    if (!isPublicPage(new URL(request.url).pathname.replace(/\.data$/, "")))
      await Promise.all([allWords(), fetchWorkspace()]);
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
