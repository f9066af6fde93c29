import "@mantine/core/styles/default-css-variables.layer.css";
import "@mantine/core/styles/baseline.layer.css";
import "@mantine/core/styles/global.layer.css";
import "@mantine/core/styles/UnstyledButton.layer.css";
import "@mantine/core/styles/VisuallyHidden.layer.css";
import "@mantine/core/styles/Loader.layer.css";
import "@mantine/core/styles/Button.layer.css";
import "@mantine/core/styles/InlineInput.layer.css";
import "@mantine/core/styles/Input.layer.css";
import "@fontsource-variable/inter/wght.css";
import "@fontsource-variable/noto-sans-arabic/wght.css";
import "../ui/tokens.css";
import { ColorSchemeScript, DirectionProvider, MantineProvider, mantineHtmlProps } from "@mantine/core";
import { use } from "react";
import { Links, type LoaderFunctionArgs, Meta, Outlet, Scripts, ScrollRestoration, useParams } from "react-router";
import { originOf } from "../api/server.ts";
import { directionOf, isLang } from "../i18n/index.ts";
import { ErrorPage } from "./error-page.tsx";
import { NonceContext } from "./nonce.ts";
import { cssVariables, theme } from "./theme.ts";

export const loader = ({ context }: LoaderFunctionArgs) => ({ origin: originOf(context) });
export type RootData = ReturnType<typeof loader>;

export const shouldRevalidate = () => false;

export function Layout({ children }: { children: React.ReactNode }) {
  const { lang: segment } = useParams();
  const lang = isLang(segment) ? segment : "en";
  const dir = directionOf(lang);
  const nonce = use(NonceContext);
  return (
    <html lang={lang} dir={dir} {...mantineHtmlProps}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="theme-color" content="#0b5a5e" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        <link rel="manifest" href={`/manifest.${lang}.webmanifest`} />
        <link rel="apple-touch-icon" href="/icons/apple.png" />
        <Meta />
        <Links />
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" />
      </head>
      <body>
        <DirectionProvider key={lang} initialDirection={dir} detectDirection={false}>
          <MantineProvider
            theme={theme}
            cssVariablesResolver={cssVariables}
            defaultColorScheme="auto"
            getStyleNonce={() => nonce ?? ""}
          >
            {children}
          </MantineProvider>
        </DirectionProvider>
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
