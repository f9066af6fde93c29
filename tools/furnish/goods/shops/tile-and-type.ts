import { FORMAT, LICENCE } from "../facts.ts";
import { type Download, download, type Shop, type Two } from "../offer.ts";

const FOR_WORK: Two = ["Personal and commercial, one user", "شخصي وتجاري، لمستخدم واحد"];

const DOWNLOADS: readonly Download[] = [
  {
    ...{ picture: "arabic-font", category: "arabic-fonts", rupees: 1800 },
    title: ["Wadi, an Arabic text typeface", "وادي، خط عربي للنصوص"],
    text: [
      "Four weights drawn for long reading, with all marks, Arabic and Persian figures and 120 ligatures. Tested at ten points on paper and on screens. Free updates for two years.",
      "أربعة أوزان مرسومة للقراءة الطويلة، بكل الحركات والأرقام العربية والفارسية و١٢٠ تركيبا. مجرب بمقاس عشر نقاط على الورق والشاشة. تحديثات مجانية سنتين.",
    ],
    variants: {
      option: LICENCE,
      choices: [
        ["WADI-1", ["One user", "مستخدم واحد"], 1800, 5000],
        ["WADI-10", ["Ten users", "عشرة مستخدمين"], 7500, 5000],
      ],
    },
    facts: [[FORMAT, ["OTF, WOFF2", "OTF، WOFF2"]]],
  },
  {
    ...{ picture: "latin-font", category: "latin-fonts", rupees: 1500 },
    title: ["Harbour, a Latin typeface for headings", "مرفأ، خط لاتيني للعناوين"],
    text: [
      "Three wide weights with low contrast that stand well beside Arabic. Covers 90 languages. A specimen in PDF and a licence that you can read in a minute come with it.",
      "ثلاثة أوزان عريضة قليلة التباين تنسجم مع العربية. يغطي ٩٠ لغة. معه عينة بصيغة PDF وترخيص يقرأ في دقيقة.",
    ],
    facts: [
      [FORMAT, ["OTF, WOFF2", "OTF، WOFF2"]],
      [LICENCE, FOR_WORK],
    ],
  },
  {
    ...{ picture: "tile-patterns", category: "patterns-and-textures", rupees: 650 },
    title: ["Thirty seamless star patterns", "ثلاثون زخرفة نجمية متصلة"],
    text: [
      "Vector patterns built from eight- and twelve-fold stars, each in three colourings. They repeat without a seam and scale to any size. For print, packaging and screens.",
      "زخارف متجهة مبنية من نجوم ثمانية واثني عشرية، كل منها بثلاثة تلوينات. تتكرر دون فاصل وتكبر لأي مقاس. للطباعة والتغليف والشاشات.",
    ],
    facts: [
      [FORMAT, ["SVG, PNG", "SVG، PNG"]],
      [LICENCE, FOR_WORK],
    ],
  },
  {
    ...{ picture: "photo-presets", category: "photo-presets", rupees: 499 },
    title: ["Desert light: twelve photo presets", "ضوء الصحراء: اثنا عشر إعدادا للصور"],
    text: [
      "Presets for hard sun, haze and evening light, made on 400 photographs from Rajasthan and Oman. They leave skin alone. With a guide of eight pages that says when each fails.",
      "إعدادات للشمس القاسية والغبار وضوء المساء، بنيت على ٤٠٠ صورة من راجستان وعمان. لا تغير لون البشرة. معها دليل من ثماني صفحات يبين متى لا تصلح.",
    ],
    facts: [
      [FORMAT, ["XMP, DNG", "XMP، DNG"]],
      [LICENCE, FOR_WORK],
    ],
  },
  {
    ...{ picture: "icon-set", category: "icons", rupees: 900 },
    title: ["240 icons for shops and services", "٢٤٠ أيقونة للمتاجر والخدمات"],
    text: [
      "Line and filled, on a grid of 24 pixels, with mirrored versions where the direction of reading matters. Named in English and Arabic. Colours are set by one variable.",
      "أيقونات خطية ومصمتة على شبكة ٢٤ بكسلا، مع نسخ معكوسة حيث يهم اتجاه القراءة. مسماة بالعربية والإنجليزية. يتحكم متغير واحد في ألوانها.",
    ],
    facts: [
      [FORMAT, ["SVG", "SVG"]],
      [LICENCE, FOR_WORK],
    ],
  },
];

export const TILE_AND_TYPE: Shop = {
  key: "tile-and-type",
  name: "Tile and Type (demo shop)",
  about: {
    en: "Typefaces, patterns and icons for designers who work in two scripts.",
    ar: "خطوط وزخارف وأيقونات لمصممين يعملون بكتابتين.",
  },
  email: "tile-and-type@example.test",
  pickup: { line1: "9 Minaret View", line2: null, city: "Hyderabad", postcode: "500002" },
  listings: DOWNLOADS.map((asked) => download("tile-and-type", asked)),
};
