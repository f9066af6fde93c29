import { dateOf, dayOf } from "./dates.ts";

export const HOLIDAY_COUNTRIES = ["IN", "SA", "AE"] as const;
export type HolidayCountry = (typeof HOLIDAY_COUNTRIES)[number];

type Name = { readonly en: string; readonly ar: string };

/** `expected`: the day follows the moon or an announcement, and may yet turn out to be another. */
export type Holiday = { readonly date: string; readonly name: Name; readonly expected: boolean };

/** The years of which the days are known here; in others only weekends are free. */
export const HOLIDAY_YEARS = [2026, 2027, 2028] as const;

const NAMES = {
  newYear: { en: "New Year's Day", ar: "رأس السنة الميلادية" },
  republic: { en: "Republic Day", ar: "يوم الجمهورية" },
  independence: { en: "Independence Day", ar: "عيد الاستقلال" },
  gandhi: { en: "Gandhi Jayanti", ar: "ذكرى ميلاد غاندي" },
  christmas: { en: "Christmas Day", ar: "عيد الميلاد" },
  holi: { en: "Holi", ar: "هولي" },
  mahavir: { en: "Mahavir Jayanti", ar: "ذكرى ميلاد ماهافيرا" },
  goodFriday: { en: "Good Friday", ar: "الجمعة العظيمة" },
  buddha: { en: "Buddha Purnima", ar: "بوذا بورنيما" },
  janmashtami: { en: "Janmashtami", ar: "جانماشتامي" },
  dussehra: { en: "Dussehra", ar: "دوسيهرا" },
  diwali: { en: "Diwali", ar: "ديوالي" },
  guruNanak: { en: "Guru Nanak's Birthday", ar: "ذكرى ميلاد غورو ناناك" },
  fitr: { en: "Eid al-Fitr", ar: "عيد الفطر" },
  adha: { en: "Eid al-Adha", ar: "عيد الأضحى" },
  arafah: { en: "Arafah Day and Eid al-Adha", ar: "يوم عرفة وعيد الأضحى" },
  muharram: { en: "Muharram", ar: "عاشوراء" },
  hijri: { en: "Islamic New Year", ar: "رأس السنة الهجرية" },
  mawlid: { en: "Birthday of the Prophet", ar: "المولد النبوي" },
  founding: { en: "Founding Day", ar: "يوم التأسيس" },
  national: { en: "National Day", ar: "اليوم الوطني" },
  union: { en: "National Day (Eid Al Etihad)", ar: "عيد الاتحاد" },
} as const satisfies Record<string, Name>;

type Named = keyof typeof NAMES;

/** The same date each year. */
const FIXED: Record<HolidayCountry, readonly (readonly [string, Named])[]> = {
  IN: [
    ["01-26", "republic"],
    ["08-15", "independence"],
    ["10-02", "gandhi"],
    ["12-25", "christmas"],
  ],
  SA: [
    ["02-22", "founding"],
    ["09-23", "national"],
  ],
  AE: [
    ["01-01", "newYear"],
    ["12-02", "union"],
    ["12-03", "union"],
  ],
};

/** The first date of each year and how many days from it on; of Islamic days by Umm al-Qura, in India as a rule a day later. */
const EXPECTED: Record<HolidayCountry, readonly (readonly [Named, number, readonly string[]])[]> = {
  IN: [
    ["holi", 1, ["2026-03-04", "2027-03-22", "2028-03-11"]],
    ["fitr", 1, ["2026-03-21", "2027-03-10", "2028-02-27"]],
    ["mahavir", 1, ["2026-03-31", "2027-04-18", "2028-04-07"]],
    ["goodFriday", 1, ["2026-04-03", "2027-03-26", "2028-04-14"]],
    ["buddha", 1, ["2026-05-01", "2027-05-20", "2028-05-08"]],
    ["adha", 1, ["2026-05-27", "2027-05-17", "2028-05-05"]],
    ["muharram", 1, ["2026-06-26", "2027-06-16", "2028-06-04"]],
    ["mawlid", 1, ["2026-08-26", "2027-08-15", "2028-08-04"]],
    ["janmashtami", 1, ["2026-09-04", "2027-08-25", "2028-08-13"]],
    ["dussehra", 1, ["2026-10-20", "2027-10-09", "2028-09-27"]],
    ["diwali", 1, ["2026-11-08", "2027-10-29", "2028-10-17"]],
    ["guruNanak", 1, ["2026-11-24", "2027-11-14", "2028-11-02"]],
  ],
  SA: [
    ["fitr", 4, ["2026-03-19", "2027-03-09", "2028-02-26"]],
    ["arafah", 4, ["2026-05-26", "2027-05-15", "2028-05-04"]],
  ],
  AE: [
    ["fitr", 4, ["2026-03-19"]],
    ["fitr", 3, ["2027-03-09", "2028-02-26"]],
    ["arafah", 4, ["2026-05-26", "2027-05-15", "2028-05-04"]],
    ["hijri", 1, ["2026-06-16", "2027-06-06", "2028-05-25"]],
    ["mawlid", 1, ["2026-08-25", "2027-08-14", "2028-08-03"]],
  ],
};

/** The days off of a country, the earliest first; two names may share a day. */
export function holidaysOf(country: HolidayCountry): Holiday[] {
  const fixed = HOLIDAY_YEARS.flatMap((year) =>
    FIXED[country].map(([date, name]) => ({ date: `${year}-${date}`, name: NAMES[name], expected: false })),
  );
  const expected = EXPECTED[country].flatMap(([name, length, firsts]) =>
    firsts.flatMap((first) =>
      Array.from({ length }, (_, later) => ({ date: dateOf(dayOf(first) + later), name: NAMES[name], expected: true })),
    ),
  );
  return [...fixed, ...expected].sort((a, b) => (a.date < b.date ? -1 : 1));
}
