import type { Brief } from "../play/contracts.ts";

/** What demo clients want made. */
export const BRIEFS: readonly [Brief, ...Brief[]] = [
  {
    title: "Signboard and cups for a tea shop",
    description:
      "A small tea shop in Pune opens in two months.\nWe need one mark that works on a painted board and on paper cups, in English and Arabic, in two colours.",
    ...{ category: "logo-design", skills: ["Lettering", "Arabic type", "Print"] },
    parts: [
      { title: "Three sketches", amount: 600_000, days: 6 },
      { title: "Final mark in both scripts", amount: 900_000, days: 8 },
      { title: "Files for the painter and the printer", amount: 400_000, days: 4 },
    ],
  },
  {
    title: "Catalogue of forty rugs, photographed and laid out",
    description:
      "Forty rugs in our store room, to be photographed flat and in a room, and laid out as a catalogue of 48 pages.\nThe store room has daylight from the north.",
    ...{ category: null, skills: ["Product photography", "Layout"] },
    parts: [
      { title: "Photographs", amount: 2_400_000, days: 12 },
      { title: "Layout and print files", amount: 1_600_000, days: 12 },
    ],
  },
  {
    title: "Ordering page for a bakery, Arabic first",
    description:
      "A page on which our neighbours choose bread and cakes for the next morning.\nArabic first, English second; it must work on old telephones.",
    ...{ category: null, skills: ["Web", "Arabic interfaces"] },
    parts: [
      { title: "Drawings of each screen", amount: 1_200_000, days: 7 },
      { title: "Working page", amount: 3_000_000, days: 20 },
      { title: "Handing over and a month of care", amount: 800_000, days: 30 },
    ],
  },
  {
    title: "Assembly instructions translated into Arabic and Hindi",
    description: "Six leaflets of two pages each, with the drawings kept where they are.",
    ...{ category: null, skills: ["Translation", "Arabic", "Hindi"] },
    parts: [
      { title: "First three leaflets", amount: 450_000, days: 5 },
      { title: "Other three leaflets", amount: 450_000, days: 5 },
    ],
  },
];
