import { BASIC, FULL, STANDARD } from "../facts.ts";
import { type Service, type Shop, service } from "../offer.ts";

const SERVICES: readonly Service[] = [
  {
    ...{ picture: "logo-design", category: "logo-design" },
    title: ["Logo in Arabic and Latin script", "شعار بالحرفين العربي واللاتيني"],
    text: [
      "A mark and your name in both scripts, drawn so that neither looks like a translation of the other. You see pencil sketches before anything is final. Files for print and screen, and the rights, are yours.",
      "علامة واسمك بالكتابتين مرسومان بحيث لا تبدو إحداهما ترجمة للأخرى. ترى رسوما بالقلم قبل أي شيء نهائي. ملفات الطباعة والشاشة والحقوق لك.",
    ],
    levels: [
      [BASIC, ["Two sketches, one script", "فكرتان بكتابة واحدة"], 5500, 5, 2],
      [STANDARD, ["Three sketches, both scripts", "ثلاث أفكار بالكتابتين"], 11000, 8, 3],
      [FULL, ["Logo, colours and a guide of twelve pages", "شعار وألوان ودليل من اثنتي عشرة صفحة"], 24000, 15, 4],
    ],
  },
  {
    ...{ picture: "web-page", category: "web-development" },
    title: ["A web page for your shop, in two languages", "صفحة لمتجرك بلغتين"],
    text: [
      "A fast page that reads from both sides, works without a mouse and can be changed by you. I build it from your texts and pictures and put it on your own hosting. No monthly fee to me.",
      "صفحة سريعة تقرأ من الجانبين وتعمل دون فأرة وتستطيع تغييرها بنفسك. أبنيها من نصوصك وصورك وأضعها على استضافتك. لا رسوم شهرية لي.",
    ],
    levels: [
      [BASIC, ["One page", "صفحة واحدة"], 9000, 7, 2],
      [STANDARD, ["Five pages and a contact form", "خمس صفحات ونموذج تواصل"], 22000, 14, 3],
      [FULL, ["Ten pages, a catalogue and training", "عشر صفحات وقائمة منتجات وتدريب"], 46000, 25, 4],
    ],
  },
  {
    ...{ picture: "photo-retouching", category: "photo-editing" },
    title: ["Retouching of product photographs", "تحسين صور المنتجات"],
    text: [
      "White or natural backgrounds, true colours, dust and creases removed. I do not hide flaws of the goods: buyers would send them back. The first picture is free, so that you can judge.",
      "خلفيات بيضاء أو طبيعية وألوان صادقة وإزالة للغبار والتجاعيد. لا أخفي عيوب السلعة، وإلا أعادها المشترون. الصورة الأولى مجانية لتحكم بنفسك.",
    ],
    levels: [
      [BASIC, ["Ten pictures", "عشر صور"], 1500, 2, 1],
      [STANDARD, ["Forty pictures", "أربعون صورة"], 4800, 4, 2],
    ],
  },
  {
    ...{ picture: "slide-design", category: "presentation-design" },
    title: ["Slides that can be read from the last row", "شرائح عرض تقرأ من الصف الأخير"],
    text: [
      "I turn your notes into slides with one thought each, and your tables into charts that show it. Right-to-left and left-to-right versions of the same set. You get a file that you can edit.",
      "أحول ملاحظاتك إلى شرائح لكل منها فكرة واحدة وجداولك إلى رسوم تظهرها. نسختان من اليمين ومن اليسار للعرض نفسه. تستلم ملفا يمكنك تعديله.",
    ],
    levels: [
      [BASIC, ["Ten slides", "عشر شرائح"], 4000, 4, 2],
      [FULL, ["Thirty slides and a template", "ثلاثون شريحة وقالب"], 13500, 9, 3],
    ],
  },
];

export const CLEAR_MARGIN: Shop = {
  key: "clear-margin",
  name: "Clear Margin Design (demo shop)",
  about: {
    en: "Logos, pages, pictures and slides for people who sell something good.",
    ar: "شعارات وصفحات وصور وعروض لمن يبيع شيئا جيدا.",
  },
  email: "clear-margin@example.test",
  pickup: { line1: "6 Lake Terrace", line2: null, city: "Udaipur", postcode: "313001" },
  listings: SERVICES.map((asked) => service("clear-margin", asked)),
};
