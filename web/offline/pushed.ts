/** What a push message says. Its text is put together by the server, in its reader's language. */
export type Pushed = { title: string; options: NotificationOptions };

const TITLE = { en: "Amana", ar: "أمانة" } as const;

/** Something is shown whatever came: browsers take a push without a notification ill. */
export function notificationOf(message: unknown): Pushed {
  const { title, text, page, lang, id } = fieldsOf(message);
  const language = lang === "ar" ? "ar" : "en";
  return {
    title: title || TITLE[language],
    options: {
      ...{ body: text, lang: language, dir: language === "ar" ? "rtl" : "ltr", icon: "/icons/192.png" },
      ...(id && { tag: id }),
      data: {
        page: page.startsWith("/") && !page.startsWith("//") ? `/${language}${page}` : `/${language}/notifications`,
      },
    },
  };
}

/** Where a notification leads to. */
export const pageIn = (data: unknown): string => {
  const { page } = fieldsOf(data);
  return page.startsWith("/") && !page.startsWith("//") ? page : "/";
};

function fieldsOf(value: unknown): Record<"title" | "text" | "page" | "lang" | "id", string> {
  const fields: Record<string, unknown> = typeof value === "object" && value !== null ? { ...value } : {};
  const text = (name: string): string => (typeof fields[name] === "string" ? fields[name] : "");
  return { title: text("title"), text: text("text"), page: text("page"), lang: text("lang"), id: text("id") };
}
