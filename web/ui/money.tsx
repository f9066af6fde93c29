import { formatMajor, isCurrency, money } from "@amana/core/money";
import type { Money as Amount } from "../api/types.ts";
import { numberFormat } from "../i18n/formats.ts";
import { useLocale } from "../i18n/index.ts";

/**
 * An amount, kept together and left to right in both languages; `exact` always shows the minor units, for columns; `signed` says
 * plus too, for what arrives.
 */
export function Money({ value, exact = false, signed = false }: { value: Amount; exact?: boolean; signed?: boolean }) {
  const { intl } = useLocale();
  // The server's and the browser's tables of currency signs may differ by an invisible mark.
  return (
    <bdi dir="ltr" style={{ whiteSpace: "nowrap", fontVariantNumeric: "tabular-nums" }} suppressHydrationWarning>
      {signed && value.amount > 0 ? "+" : ""}
      {formatMoney(value, intl, exact)}
    </bdi>
  );
}

/** Plain text of an amount, for titles and labels where no element can go. */
export function formatMoney({ amount, currency }: Amount, locale: string, exact = false): string {
  if (!isCurrency(currency)) return `${currency} ${amount}`;
  // Rupees are grouped by lakh and crore wherever they are read.
  const format = numberFormat(currency === "INR" ? "en-IN" : locale, {
    style: "currency",
    currency,
    currencyDisplay: "narrowSymbol",
    trailingZeroDisplay: exact ? "auto" : "stripIfInteger",
  });
  return format.format(major({ amount, currency }) as Intl.StringNumericLiteral);
}

/** The same inside a sentence: isolated from left to right, so that the sign stays before the digits in Arabic too. */
export const moneyInText = (value: Amount, locale: string): string => `\u2066${formatMoney(value, locale)}\u2069`;

/** The amount in major units as a plain decimal number: 34800 INR → "348.00". */
export const major = ({ amount, currency }: Amount): string =>
  isCurrency(currency) ? formatMajor(money(BigInt(amount), currency)) : String(amount);
