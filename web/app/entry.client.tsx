import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { HydratedRouter } from "react-router/dom";
import { allWords, openI18n } from "../i18n/in-browser.ts";
import { isLang } from "../i18n/index.ts";
import { isPublicPage } from "../i18n/sections.ts";
import { WordsProvider } from "../i18n/words.tsx";
import { awaitInstallOffer } from "../offline/install-offer.ts";
import { hearTyping } from "../offline/typed.ts";
import { HydratedProvider } from "../ui/hydrated.tsx";
import { NonceContext } from "./nonce.ts";
import { fetchWorkspace } from "./workspace-part.ts";

awaitInstallOffer();
// From the first letter on, which may be typed before the page is alive.
hearTyping();
const lang = isLang(document.documentElement.lang) ? document.documentElement.lang : "en";
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

// Remembered so that links without a language (from e-mails, from a gateway) open in the one last read.
// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
document.cookie = `amana_lang=${lang}; path=/; max-age=31536000; samesite=lax`;

const isPublic = isPublicPage(window.location.pathname);
const [i18n] = await Promise.all([openI18n(lang, !isPublic), isPublic ? null : fetchWorkspace()]);
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <NonceContext value={nonce}>
        <WordsProvider value={i18n}>
          <HydratedProvider>
            <HydratedRouter />
          </HydratedProvider>
        </WordsProvider>
      </NonceContext>
    </StrictMode>,
  );
});

// The page is the reader's first; the words of the others follow when nothing else is asked for.
const fetchTheOthers = () => setTimeout(() => void Promise.all([allWords(), fetchWorkspace()]), 0);
if (document.readyState === "complete") fetchTheOthers();
else window.addEventListener("load", fetchTheOthers, { once: true });
