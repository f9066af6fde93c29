import { useLocale } from "../i18n/index.ts";

const UNITS = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;

/** "1.4 MB", in the reader's words. */
export function FileSize({ bytes }: { bytes: number }) {
  const { intl } = useLocale();
  return <bdi>{formatSize(bytes, intl)}</bdi>;
}

export function formatSize(bytes: number, locale: string): string {
  let left = bytes;
  let place = 0;
  while (left >= 1000 && place < UNITS.length - 1) {
    left /= 1000;
    place += 1;
  }
  const unit = UNITS[place] ?? "byte";
  const digits = { maximumFractionDigits: left < 10 && place > 0 ? 1 : 0 };
  return new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay: "short", ...digits }).format(left);
}
