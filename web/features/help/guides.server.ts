import { DEFAULT_POLICY } from "@amana/core/escrow";
import { type Lang, localeOf } from "../../i18n/index.ts";
import { formatDuration } from "../../ui/duration.ts";
import ar from "./guides.ar.json";
import en from "./guides.en.json";
import type { GuideText, Topic } from "./topics.ts";

const GUIDES: Record<Lang, Record<Topic, GuideText>> = { en, ar };

/** A guide in one language, with the time limits that new orders have. */
export function guideOf(lang: Lang, topic: Topic): GuideText {
  const { title, lead, sections } = GUIDES[lang][topic];
  const filled = (text: string): string => withWindows(text, lang);
  return {
    ...{ title, lead: filled(lead) },
    sections: sections.map((section) => ({ title: section.title, text: section.text.map(filled) })),
  };
}

function withWindows(text: string, lang: Lang): string {
  return text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const window = Object.entries(DEFAULT_POLICY.windows).find(([known]) => known === name);
    if (!window) throw new Error(`there is no window ${name}`);
    return formatDuration(window[1], localeOf(lang));
  });
}
