import type { Written } from "../../api/selling.ts";
import type { Lang } from "../../i18n/index.ts";

/** In the reader's language where it was written in it, else in the other. */
export const wordsOf = ({ en, ar }: Written, lang: Lang): string => (lang === "ar" ? (ar ?? en) : (en ?? ar)) ?? "";
