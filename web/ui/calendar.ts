import { dateFormat } from "../i18n/formats.ts";

/** Which calendar days are shown in: the common one, or with the Hijri day of Umm al-Qura beside it. */
export type Calendar = "gregorian" | "hijri";

const COOKIE = "amana_calendar";

export const calendarIn = (cookies: string | null): Calendar =>
  new RegExp(`(?:^|;\\s*)${COOKIE}=hijri(?:;|$)`).test(cookies ?? "") ? "hijri" : "gregorian";

/** In the browser: from now on and for the next year. */
export function chooseCalendar(calendar: Calendar): void {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
  document.cookie = cookieOf(calendar);
}

export const cookieOf = (calendar: Calendar): string => `${COOKIE}=${calendar}; path=/; max-age=31536000; samesite=lax`;

/** The Hijri day of a moment, in the reader's language and zone (`timeZone` for tests). */
export const hijriDay = (at: string, lang: string, timeZone?: string): string =>
  dateFormat(`${lang.slice(0, 2)}-u-ca-islamic-umalqura-nu-latn`, {
    ...{ day: "numeric", month: "long", year: "numeric" },
    ...(timeZone !== undefined && { timeZone }),
  }).format(new Date(at));
