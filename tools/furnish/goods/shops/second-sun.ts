import { COLOUR, MATERIAL, SIZE } from "../facts.ts";
import { type Good, good, type Shop } from "../offer.ts";

const GOODS: readonly Good[] = [
  {
    ...{ picture: "laptop-14", category: "laptops", rupees: 26900, grams: 2400, size: [420, 320, 90] },
    title: ["Refurbished 14-inch laptop, grade A", "حاسوب محمول مجدد ١٤ بوصة، فئة ممتازة"],
    text: [
      "An office laptop returned from a lease, opened, cleaned and tested for 24 hours. New battery and thermal paste; light marks on the lid. Twelve months of warranty from us, charger included.",
      "حاسوب مكتبي عائد من عقد إيجار، فتحناه ونظفناه واختبرناه ٢٤ ساعة. بطارية ومعجون حراري جديدان، وآثار خفيفة على الغطاء. ضمان اثني عشر شهرا منا، والشاحن مشمول.",
    ],
    variants: {
      option: ["Memory and storage", "الذاكرة والتخزين"],
      choices: [
        ["L14-8-256", ["8 GB, 256 GB", "٨ غ.ب، ٢٥٦ غ.ب"], 26900, 7],
        ["L14-16-512", ["16 GB, 512 GB", "١٦ غ.ب، ٥١٢ غ.ب"], 33500, 5],
      ],
    },
    facts: [
      [
        ["Warranty", "الضمان"],
        ["12 months", "١٢ شهرا"],
      ],
    ],
  },
  {
    ...{
      picture: "laptop-sleeve",
      category: "bags-and-luggage",
      rupees: 899,
      stock: 44,
      grams: 300,
      size: [380, 280, 30],
    },
    title: ["Felt laptop sleeve, 13 to 14 inches", "غلاف لباد للحاسوب، ١٣ إلى ١٤ بوصة"],
    text: [
      "Felt made from recycled bottles, with a leather tab and a pocket for the charger. It softens knocks but is not waterproof. Fits machines up to 33 × 24 cm.",
      "لباد من قوارير معاد تدويرها، بلسان جلدي وجيب للشاحن. يخفف الصدمات ولا يمنع الماء. يناسب الأجهزة حتى ٣٣ × ٢٤ سم.",
    ],
    facts: [[MATERIAL, ["Recycled felt", "لباد معاد تدويره"]]],
  },
  {
    ...{
      picture: "phone-stand",
      category: "phone-accessories",
      rupees: 449,
      stock: 75,
      grams: 260,
      size: [140, 100, 60],
    },
    title: ["Wooden phone stand", "حامل هاتف خشبي"],
    text: [
      "One piece of mango wood with a slot for the cable. It holds any phone up to 12 mm thick, upright or sideways. Oiled, with felt under the foot.",
      "قطعة واحدة من خشب المانغو بفتحة للسلك. يحمل أي هاتف حتى سمك ١٢ مم طولا أو عرضا. مدهون بالزيت وتحته لباد.",
    ],
    facts: [[MATERIAL, ["Mango wood", "خشب المانغو"]]],
  },
  {
    ...{ picture: "charging-cable", category: "phone-accessories", rupees: 399, grams: 90, size: [140, 100, 30] },
    title: ["Braided USB-C cable, 60 W", "سلك USB-C مجدول، ٦٠ واط"],
    text: [
      "A braided cable with metal plugs and a strap to keep it rolled. Carries 60 W and data at USB 2.0 speed; it is not made for screens. Bent ten thousand times in our test.",
      "سلك مجدول بمقبسين معدنيين ورباط يبقيه ملفوفا. ينقل ٦٠ واط وبيانات بسرعة USB 2.0 ولا يصلح للشاشات. ثني عشرة آلاف مرة في اختبارنا.",
    ],
    variants: {
      option: ["Length", "الطول"],
      choices: [
        ["CABLE-1", ["1 m", "١ م"], 399, 90],
        ["CABLE-2", ["2 m", "٢ م"], 499, 70],
      ],
    },
  },
  {
    ...{
      picture: "power-bank",
      category: "phone-accessories",
      rupees: 1790,
      stock: 36,
      grams: 380,
      size: [170, 100, 40],
    },
    title: ["Power bank, 10 000 mAh", "بطارية متنقلة، ١٠٬٠٠٠ مللي أمبير ساعة"],
    text: [
      "Charges a phone about twice and shows what is left with four lights. USB-C in and out, 20 W. It may be carried in the cabin of an aeroplane; it travels to you by road.",
      "تشحن الهاتف مرتين تقريبا وتبين ما بقي بأربعة أضواء. منفذ USB-C للدخل والخرج، ٢٠ واط. يسمح بها في مقصورة الطائرة، وتصل إليك برا.",
    ],
    facts: [[COLOUR, ["Slate", "أردوازي"]]],
  },
  {
    ...{
      picture: "headphones",
      category: "headphones-and-speakers",
      rupees: 3490,
      stock: 19,
      grams: 620,
      size: [220, 200, 100],
    },
    title: ["Refurbished wireless headphones", "سماعات رأس لاسلكية مجددة"],
    text: [
      "Over-ear headphones with new cushions and a new headband. The battery holds at least twenty hours, measured. Cable for wired use and a charging cable are included.",
      "سماعات تغطي الأذن بوسادتين جديدتين وطوق جديد. تدوم البطارية عشرين ساعة على الأقل بقياسنا. سلك الاستماع وسلك الشحن مشمولان.",
    ],
    facts: [[SIZE, ["Over-ear", "حول الأذن"]]],
  },
];

export const SECOND_SUN: Shop = {
  key: "second-sun",
  name: "Second Sun Electronics (demo shop)",
  about: {
    en: "Refurbished machines with an honest list of their marks, and what goes with them.",
    ar: "أجهزة مجددة مع بيان صادق بآثارها، وما يلزمها من ملحقات.",
  },
  email: "second-sun@example.test",
  pickup: { line1: "60 Repairers Row", line2: "Unit 4", city: "Bengaluru", postcode: "560002" },
  listings: GOODS.map((asked) => good("second-sun", asked)),
};
