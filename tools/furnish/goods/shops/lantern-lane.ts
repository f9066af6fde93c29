import { MATERIAL, SIZE } from "../facts.ts";
import { type Good, good, type Shop, type Two } from "../offer.ts";

const BRASS: Two = ["Brass", "نحاس أصفر"];

const GOODS: readonly Good[] = [
  {
    ...{ picture: "brass-dallah", category: "coffee-and-tea-ware", rupees: 2450, grams: 1100, size: [280, 180, 320] },
    title: ["Brass dallah with engraved band", "دلة نحاسية بحزام منقوش"],
    text: [
      "A coffee pot with a long spout, tinned inside so that it may hold coffee. The band is engraved by hand. For gas and sand, not for induction.",
      "دلة بمصب طويل، مبيضة من الداخل لتحفظ القهوة. الحزام منقوش باليد. تصلح للغاز والرمل ولا تصلح لموقد الحث.",
    ],
    variants: {
      option: SIZE,
      choices: [
        ["DALLAH-6", ["600 ml", "٦٠٠ مل"], 2450, 12],
        ["DALLAH-10", ["1 litre", "لتر واحد"], 2990, 8],
      ],
    },
    facts: [[MATERIAL, BRASS]],
  },
  {
    ...{
      picture: "pierced-lantern",
      category: "lighting",
      rupees: 3350,
      stock: 10,
      grams: 1800,
      size: [240, 240, 420],
    },
    title: ["Pierced brass lantern", "فانوس نحاسي مخرم"],
    text: [
      "Stars and diamonds sawn by hand throw their pattern on the wall. It takes a tea light or an E14 bulb; the holder and two metres of cable are included. 38 cm high.",
      "نجوم ومعينات مقصوصة باليد تلقي نقشها على الجدار. يتسع لشمعة صغيرة أو مصباح E14، والحامل ومتران من السلك مشمولان. ارتفاعه ٣٨ سم.",
    ],
    facts: [[MATERIAL, BRASS]],
  },
  {
    ...{ picture: "brass-tray", category: "metalwork", rupees: 1975, stock: 16, grams: 1300, size: [380, 380, 40] },
    title: ["Engraved brass tray, 35 cm", "صينية نحاسية منقوشة، ٣٥ سم"],
    text: [
      "Chased with a star and a ring of leaves, polished and lacquered. It serves tea or hangs on a wall by the ring at the back. Wipe with a dry cloth.",
      "منقوشة بنجمة وحلقة من الأوراق، مصقولة ومطلية بالورنيش. تقدم عليها أكواب الشاي أو تعلق بالحلقة التي في ظهرها. تمسح بقطعة قماش جافة.",
    ],
    facts: [[SIZE, ["35 cm across", "قطرها ٣٥ سم"]]],
  },
  {
    ...{ picture: "copper-bottle", category: "tableware", rupees: 1250, stock: 38, grams: 650, size: [300, 200, 110] },
    title: ["Copper bottle and tumbler", "قارورة وكوب من النحاس الأحمر"],
    text: [
      "Hammered copper, 900 ml, with a leak-proof lid, and a tumbler of 250 ml. Copper darkens with use; lemon and salt bring it back. For water only.",
      "نحاس أحمر مطروق سعته ٩٠٠ مل بغطاء لا يسرب، وكوب سعته ٢٥٠ مل. يدكن النحاس مع الاستعمال ويعيده الليمون والملح إلى لونه. للماء فقط.",
    ],
  },
  {
    ...{
      picture: "door-knocker",
      category: "doors-and-locks",
      rupees: 1690,
      stock: 14,
      grams: 1450,
      size: [220, 180, 60],
    },
    title: ["Brass door knocker with star plate", "مطرقة باب نحاسية بقاعدة نجمية"],
    text: [
      "A cast ring on a star, with its striking plate and four screws. Fits doors from 35 to 50 mm. The door in the picture stays with us.",
      "حلقة مصبوبة على نجمة، مع قاعدة الطرق وأربعة براغ. تناسب الأبواب من ٣٥ إلى ٥٠ مم. الباب في الصورة غير مشمول.",
    ],
    facts: [[MATERIAL, BRASS]],
  },
  {
    ...{ picture: "table-lamp", category: "lighting", rupees: 2790, stock: 11, grams: 2200, size: [380, 380, 460] },
    title: ["Table lamp with linen shade", "مصباح طاولة بغطاء من الكتان"],
    text: [
      "A turned brass foot and a linen shade with printed leaves, 44 cm high. E27 bulb up to 40 W, not included. Plug and switch on the cable.",
      "قاعدة نحاسية مخروطة وغطاء من الكتان بأوراق مطبوعة، ارتفاعه ٤٤ سم. مصباح E27 حتى ٤٠ واط غير مشمول. القابس والمفتاح على السلك.",
    ],
  },
];

export const LANTERN_LANE: Shop = {
  key: "lantern-lane",
  name: "Lantern Lane Metalwork (demo shop)",
  about: {
    en: "Brass and copper, cast, turned and engraved in Moradabad.",
    ar: "نحاس أصفر وأحمر مصبوب ومخروط ومنقوش في مراد آباد.",
  },
  email: "lantern-lane@example.test",
  pickup: { line1: "8 Casters Lane", line2: null, city: "Moradabad", postcode: "244001" },
  listings: GOODS.map((asked) => good("lantern-lane", asked)),
};
