import "../ui/fonts.css";
import "../ui/tokens.css";
import { use } from "react";
import {
  Links,
  type LoaderFunctionArgs,
  Meta,
  Outlet,
  Scripts,
  ScrollRestoration,
  useParams,
  useRouteLoaderData,
} from "react-router";
import { originOf } from "../api/server.ts";
import { directionOf, isLang } from "../i18n/index.ts";
import { calendarIn } from "../ui/calendar.ts";
import { themeIn } from "../ui/theme.ts";
import { ErrorPage } from "./error-page.tsx";
import { NonceContext } from "./nonce.ts";

export const loader = ({ context, request }: LoaderFunctionArgs) => ({
  origin: originOf(context),
  theme: themeIn(request.headers.get("cookie")),
  calendar: calendarIn(request.headers.get("cookie")),
});
export type RootData = ReturnType<typeof loader>;

export const shouldRevalidate = () => false;

export function Layout({ children }: { children: React.ReactNode }) {
  const { lang: segment } = useParams();
  const lang = isLang(segment) ? segment : "en";
  const dir = directionOf(lang);
  const nonce = use(NonceContext);
  const theme = useRouteLoaderData<RootData>("root")?.theme ?? undefined;
  return (
    <html lang={lang} dir={dir} data-theme={theme}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5a5e" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href={`/manifest.${lang}.webmanifest`} />
        <link rel="apple-touch-icon" href="/icons/apple.png" />
        <Meta />
        <Links />
      </head>
      <body>
        {children}
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <ErrorPage bare />;
}
