import { MATERIAL, SIZE } from "../facts.ts";
import { type Good, good, type Shop } from "../offer.ts";

const GOODS: readonly Good[] = [
  {
    ...{ picture: "oud-bottle", category: "perfume-and-oud", rupees: 3900, grams: 180, size: [120, 80, 80] },
    title: ["Oud oil from Assam", "دهن عود من أسام"],
    text: [
      "Distilled from plantation agarwood, aged eight months in glass. Warm and woody, with little smoke. A drop behind the ear lasts the day; test it on the wrist first.",
      "مقطر من خشب عود مزروع، ومعتق ثمانية أشهر في الزجاج. دافئ خشبي قليل الدخان. تكفي قطرة خلف الأذن ليوم كامل، فجربه على المعصم أولا.",
    ],
    variants: {
      option: SIZE,
      choices: [
        ["OUD-3", ["3 ml", "٣ مل"], 3900, 20],
        ["OUD-6", ["6 ml", "٦ مل"], 7200, 9],
      ],
    },
  },
  {
    ...{
      picture: "incense-burner",
      category: "candles-and-incense",
      rupees: 1450,
      stock: 23,
      grams: 900,
      size: [160, 160, 220],
    },
    title: ["Wooden incense burner with brass", "مبخرة خشبية بزخارف نحاسية"],
    text: [
      "A mabkhara of dark wood with a metal bowl that lifts out for cleaning. 18 cm high. Put sand under the charcoal and never leave it burning alone.",
      "مبخرة من خشب داكن بوعاء معدني يرفع للتنظيف، ارتفاعها ١٨ سم. ضع رملا تحت الفحم ولا تتركها مشتعلة وحدها.",
    ],
    facts: [[MATERIAL, ["Sheesham wood and brass", "خشب الشيشم ونحاس"]]],
  },
  {
    ...{
      picture: "incense-sticks",
      category: "candles-and-incense",
      rupees: 320,
      stock: 150,
      grams: 220,
      size: [260, 80, 80],
    },
    title: ["Hand-rolled incense sticks, 100 pieces", "أعواد بخور ملفوفة يدويا، ١٠٠ عود"],
    text: [
      "Sandalwood powder, resin and flowers rolled on bamboo, without charcoal. Each stick burns for about forty minutes. The stand is included.",
      "مسحوق صندل وراتنج وزهور ملفوفة على الخيزران دون فحم. يحترق العود نحو أربعين دقيقة. الحامل مشمول.",
    ],
  },
  {
    ...{ picture: "rose-attar", category: "perfume-and-oud", rupees: 1650, stock: 31, grams: 140, size: [110, 70, 70] },
    title: ["Rose attar, 8 ml", "عطر ورد زيتي، ٨ مل"],
    text: [
      "Damask roses distilled into sandalwood oil in copper stills, the old way of Kannauj. No alcohol. The scent opens slowly and becomes honeyed after an hour.",
      "ورد جوري مقطر في زيت الصندل بقدور نحاسية على طريقة كنوج القديمة. خال من الكحول. يتفتح ببطء ويصير عسليا بعد ساعة.",
    ],
  },
  {
    ...{
      picture: "bead-necklace",
      category: "fashion-jewellery",
      rupees: 890,
      stock: 27,
      grams: 120,
      size: [160, 120, 40],
    },
    title: ["Glass bead necklace", "عقد من خرز الزجاج"],
    text: [
      "Teal, cream and red glass beads strung on strong silk, 46 cm with a hook clasp. The pendant is gold-coloured brass; there is no precious metal in it.",
      "خرز زجاجي أزرق مخضر وقشدي وأحمر منظوم على خيط حرير متين، طوله ٤٦ سم بمشبك خطاف. الحلية من النحاس ذهبي اللون وليس فيها معدن ثمين.",
    ],
    facts: [[MATERIAL, ["Glass, silk and brass", "زجاج وحرير ونحاس"]]],
  },
  {
    ...{ picture: "prayer-beads", category: "prayer-beads", rupees: 540, stock: 64, grams: 90, size: [140, 100, 30] },
    title: ["Prayer beads of rosewood, 33 beads", "سبحة من خشب الورد، ٣٣ حبة"],
    text: [
      "Turned beads of 12 mm, smooth to the fingers, with brass dividers and a teal tassel. Strung on braided cord that can be restrung. Comes in a cotton pouch.",
      "حبات مخروطة قطرها ١٢ مم ناعمة الملمس، بفواصل نحاسية وشرابة زرقاء مخضرة. منظومة على خيط مجدول يمكن تجديده، في كيس قطني.",
    ],
    facts: [[MATERIAL, ["Rosewood", "خشب الورد"]]],
  },
];

export const SAFFRON_DOOR: Shop = {
  key: "saffron-door",
  name: "Saffron Door Perfumes (demo shop)",
  about: {
    en: "Attar, oud and incense from Kannauj, and small things to wear.",
    ar: "عطور زيتية وعود وبخور من كنوج، وحلي صغيرة.",
  },
  email: "saffron-door@example.test",
  pickup: { line1: "5 Distillers Row", line2: null, city: "Kannauj", postcode: "209725" },
  listings: GOODS.map((asked) => good("saffron-door", asked)),
};
