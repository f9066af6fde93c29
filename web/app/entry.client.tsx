import { StrictMode, startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { I18nextProvider } from "react-i18next";
import { HydratedRouter } from "react-router/dom";
import { createI18n, isLang } from "../i18n/index.ts";
import { NonceContext } from "./nonce.ts";

const lang = isLang(document.documentElement.lang) ? document.documentElement.lang : "en";
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;

// Remembered so that links without a language (from e-mails, from a gateway) open in the one last read.
// biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
document.cookie = `amana_lang=${lang}; path=/; max-age=31536000; samesite=lax`;

const i18n = await createI18n(lang);
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <NonceContext value={nonce}>
        <I18nextProvider i18n={i18n}>
          <HydratedRouter />
        </I18nextProvider>
      </NonceContext>
    </StrictMode>,
  );
});
