import { MATERIAL, SIZE } from "../facts.ts";
import { type Good, good, type Shop } from "../offer.ts";

const GOODS: readonly Good[] = [
  {
    ...{ picture: "coconut-bowls", category: "tableware", rupees: 649, stock: 55, grams: 380, size: [180, 180, 120] },
    title: ["Coconut-shell bowls, set of two", "وعاءان من قشر جوز الهند"],
    text: [
      "One large and one small bowl, sanded and polished with coconut oil, with a small wooden spoon. Each keeps the shape of its shell. Wash by hand; not for the oven.",
      "وعاء كبير وآخر صغير، مصنفران ومصقولان بزيت جوز الهند، مع ملعقة خشبية صغيرة. يحتفظ كل وعاء بشكل قشرته. يغسلان باليد ولا يدخلان الفرن.",
    ],
    facts: [[MATERIAL, ["Coconut shell", "قشر جوز الهند"]]],
  },
  {
    ...{
      picture: "coir-doormat",
      category: "rugs-and-carpets",
      rupees: 799,
      stock: 34,
      grams: 1900,
      size: [760, 460, 40],
    },
    title: ["Coir doormat with star, 45 × 75 cm", "ممسحة باب من ليف جوز الهند، ٤٥ × ٧٥ سم"],
    text: [
      "Dense coir on a rubber back that does not slip. The star is dyed through and stays readable after years of shoes. Shake it out or hose it down; dry it in the sun.",
      "ليف كثيف على ظهر مطاطي لا ينزلق. النجمة مصبوغة في عمق الليف فتبقى واضحة سنوات. تنفض أو تغسل بالخرطوم وتجفف في الشمس.",
    ],
  },
  {
    ...{
      picture: "glazed-tiles",
      category: "pottery-and-ceramics",
      rupees: 1850,
      stock: 18,
      grams: 2600,
      size: [240, 240, 90],
    },
    title: ["Hand-painted tiles, set of six", "بلاط مرسوم باليد، ست قطع"],
    text: [
      "Glazed tiles of 15 × 15 cm in three star patterns, two of each. Made for walls, shelves and table tops; the glaze is too smooth for a floor. Small differences of colour come from the kiln.",
      "بلاط مزجج ١٥ × ١٥ سم بثلاثة نقوش نجمية، قطعتان من كل نقش. يصلح للجدران والرفوف وأسطح الطاولات، وهو أملس من أن يصلح للأرضيات. فروق اللون الطفيفة من أثر الفرن.",
    ],
  },
  {
    ...{ picture: "palm-basket", category: "basketry", rupees: 949, grams: 600, size: [380, 300, 260] },
    title: ["Palm-leaf basket with handle", "سلة من الخوص بمقبض"],
    text: [
      "Woven of dried palm leaf around a cane rim, with a band of dyed leaf. It carries fruit, yarn or a picnic up to five kilos. Keep it dry and it will last for years.",
      "منسوجة من الخوص المجفف حول حافة من الخيزران، بشريط من الخوص المصبوغ. تحمل الفاكهة أو الخيوط أو زاد النزهة حتى خمسة كيلوغرامات. تدوم سنوات إذا بقيت جافة.",
    ],
    variants: {
      option: SIZE,
      choices: [
        ["PALM-M", ["Medium, 30 cm", "متوسطة، ٣٠ سم"], 949, 22],
        ["PALM-L", ["Large, 38 cm", "كبيرة، ٣٨ سم"], 1249, 13],
      ],
    },
  },
  {
    ...{
      picture: "terracotta-planter",
      category: "pottery-and-ceramics",
      rupees: 599,
      stock: 45,
      grams: 2100,
      size: [260, 260, 240],
    },
    title: ["Terracotta planter, 24 cm", "أصيص من الفخار، ٢٤ سم"],
    text: [
      "Thrown and fired in our yard, with a painted band and a hole for drainage. Unglazed clay breathes, which roots like. The saucer is included, the plant is not.",
      "مشكل ومحروق في ورشتنا، بشريط مرسوم وثقب لتصريف الماء. الفخار غير المزجج يتنفس، وذلك أنفع للجذور. الصحن مشمول والنبتة غير مشمولة.",
    ],
    facts: [[SIZE, ["24 cm wide, 20 cm high", "عرض ٢٤ سم وارتفاع ٢٠ سم"]]],
  },
  {
    ...{
      picture: "serving-spoons",
      category: "knives-and-tools",
      rupees: 749,
      stock: 60,
      grams: 420,
      size: [320, 120, 70],
    },
    title: ["Wooden serving spoons, set of four", "ملاعق تقديم خشبية، طقم من أربع"],
    text: [
      "Four long spoons carved from offcuts of four local woods, oiled and ready to use. They are kind to coated pans. The jar in the picture is not included.",
      "أربع ملاعق طويلة محفورة من بقايا أربعة أخشاب محلية، مدهونة بالزيت وجاهزة للاستعمال. لا تخدش المقالي المطلية. الوعاء في الصورة غير مشمول.",
    ],
    facts: [[MATERIAL, ["Teak, jackfruit, rosewood and mango wood", "خشب الساج والجاك فروت والورد والمانغو"]]],
  },
];

export const COASTLINE_CRAFTS: Shop = {
  key: "seller-b",
  name: "Coastline Crafts (demo shop)",
  about: {
    en: "Things for house and kitchen, made by hand on the Malabar coast.",
    ar: "لوازم للبيت والمطبخ مصنوعة يدويا على ساحل مليبار.",
  },
  email: "seller-b@example.test",
  pickup: { line1: "3 Harbour Road", line2: null, city: "Kochi", postcode: "682001" },
  listings: GOODS.map((asked) => good("seller-b", asked)),
};
