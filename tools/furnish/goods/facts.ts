import type { Two } from "./offer.ts";

/** Names of specifications and choices that several shops use, so that the same thing has the same name. */
export const MATERIAL: Two = ["Material", "الخامة"];
export const SIZE: Two = ["Size", "القياس"];
export const COLOUR: Two = ["Colour", "اللون"];
export const ORIGIN: Two = ["Origin", "بلد المنشأ"];
export const INDIA: Two = ["India", "الهند"];
export const WEIGHT: Two = ["Net weight", "الوزن الصافي"];
export const FORMAT: Two = ["File format", "صيغة الملف"];
export const LICENCE: Two = ["Licence", "الترخيص"];
export const PAGES: Two = ["Pages", "عدد الصفحات"];
export const LANGUAGE: Two = ["Language", "اللغة"];
export const BASIC: Two = ["Basic", "أساسية"];
export const STANDARD: Two = ["Standard", "قياسية"];
export const FULL: Two = ["Full", "كاملة"];
