import { type Calendar, HOLIDAY_COUNTRIES, WORKING_WEEKS } from "@amana/core/calendar";
import { STANDARD_TAXES, type TaxTable } from "@amana/core/pricing";

export type Tariff = { readonly basisPoints: number; readonly fixed: number; readonly taxBasisPoints: number };

/** `GST=1800` */
export function commissionTaxOf(
  text: string | undefined,
): { readonly code: string; readonly basisPoints: number } | null {
  const [code, basisPoints] = text?.split("=") ?? [];
  return code === undefined ? null : { code, basisPoints: Number(basisPoints) };
}

type OfDigital = `AMANA_${"DIGITAL_INSPECTION_HOURS" | "DOWNLOADS_PER_LICENCE" | "DOWNLOAD_DAYS"}`;

/** Of files that are bought: hours to look at them, and how often and for how many days they can be downloaded. */
export const digitalOf = (values: Readonly<Partial<Record<OfDigital, string>>>) => ({
  inspectionHours: Number(values.AMANA_DIGITAL_INSPECTION_HOURS ?? "0"),
  downloads: Number(values.AMANA_DOWNLOADS_PER_LICENCE ?? "20"),
  days: Number(values.AMANA_DOWNLOAD_DAYS ?? "365"),
});

/** `sun-thu,SA` */
export function calendarOf(text: string | undefined): Calendar | null {
  const [first, second] = text?.split(",") ?? [];
  const week = WORKING_WEEKS.find((one) => one === first);
  const country = HOLIDAY_COUNTRIES.find((one) => one === second);
  return week && country ? { week, country } : null;
}

/** `IN=GST,1800,included;…` */
export function taxesOf(text: string | undefined): TaxTable {
  if (text === undefined) return STANDARD_TAXES;
  const entries = text === "none" ? [] : text.split(";");
  return Object.fromEntries(
    entries.map((entry) => {
      const [country = "", code = "", basisPoints, how] = entry.split(/[=,]/);
      return [country, { code, basisPoints: Number(basisPoints), included: how === "included" }];
    }),
  );
}

/** `cashfree=195,300,1800;…` */
export const tariffsOf = (text: string | undefined): Readonly<Record<string, Tariff>> =>
  Object.fromEntries(
    (text ?? "")
      .split(";")
      .filter(Boolean)
      .map((entry) => {
        const [name = "", numbers = ""] = entry.split("=");
        const [basisPoints = "0", fixed = "0", taxBasisPoints = "0"] = numbers.split(",");
        return [
          name,
          { basisPoints: Number(basisPoints), fixed: Number(fixed), taxBasisPoints: Number(taxBasisPoints) },
        ];
      }),
  );
