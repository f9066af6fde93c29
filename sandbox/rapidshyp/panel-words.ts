import type { Language } from "../page.ts";
import { descriptionOf } from "./scan-codes.ts";

/** The scans the panel offers, in the order of a parcel's life. */
export const SCAN_BUTTONS = [
  "OFP",
  "PUE",
  "PUC",
  "SPD",
  "INT",
  "RAD",
  "OFD",
  "UND",
  "DEL",
  "RTO_REQ",
  "RTO",
  "RTO_INT",
  "RTO_OFD",
  "RTO_DEL",
  "LST",
  "DMG",
] as const;

type Words = {
  readonly title: string;
  readonly empty: string;
  readonly order: string;
  readonly label: string;
  readonly notice: string;
  readonly modes: Readonly<Record<string, string>>;
};

export const PANEL_WORDS: Record<Language, Words> = {
  en: {
    title: "Carrier panel (simulated RapidShyp)",
    empty: "No parcel has an AWB yet.",
    order: "Order",
    label: "Label",
    notice: "Notice to the shop",
    modes: {
      normal: "at once",
      late: "five minutes late",
      duplicate: "twice",
      out_of_order: "out of order",
      never: "never",
    },
  },
  ar: {
    title: "لوحة الناقل (محاكاة RapidShyp)",
    empty: "لا توجد شحنة برقم تتبع بعد.",
    order: "الطلب",
    label: "الملصق",
    notice: "إشعار المتجر",
    modes: { normal: "فورًا", late: "متأخرًا خمس دقائق", duplicate: "مرتين", out_of_order: "بغير ترتيب", never: "أبدًا" },
  },
};

const ARABIC: Readonly<Record<string, string>> = {
  OFP: "خرج للاستلام من البائع",
  PUE: "تعذر الاستلام من البائع",
  PUC: "استُلم من البائع",
  SPD: "شُحن",
  INT: "في الطريق",
  RAD: "وصل إلى مدينة المشتري",
  OFD: "خرج للتسليم",
  UND: "تعذر التسليم",
  DEL: "سُلّم",
  RTO_REQ: "طُلبت الإعادة",
  RTO: "تأكدت الإعادة",
  RTO_INT: "الإعادة في الطريق",
  RTO_OFD: "خرجت الإعادة للتسليم",
  RTO_DEL: "أُعيد إلى البائع",
  LST: "مفقود",
  DMG: "تالف",
};

export const scanWord = (code: string, language: Language): string => {
  if (language === "ar") return ARABIC[code] ?? code;
  const words = descriptionOf(code);
  return words.charAt(0) + words.slice(1).toLowerCase().replace(/^to /, "TO ");
};
