import { COLOUR, INDIA, MATERIAL, ORIGIN, SIZE } from "../facts.ts";
import { type Good, good, type Shop } from "../offer.ts";

const GOODS: readonly Good[] = [
  {
    ...{ picture: "kantha-quilt", category: "bedding", rupees: 4299, stock: 14, grams: 1400, size: [420, 340, 120] },
    title: ["Hand-stitched kantha quilt, indigo", "لحاف كانثا مطرز يدويا، نيلي"],
    text: [
      "Three layers of soft cotton held by lines of running stitch, 220 × 240 cm. The flowers are applied by hand, so no two quilts are quite alike. Machine wash cold; the indigo may bleed a little the first time.",
      "ثلاث طبقات من القطن الناعم تجمعها صفوف من الغرز اليدوية، ٢٢٠ × ٢٤٠ سم. الزهور مثبتة باليد، فلا يتطابق لحافان تماما. يغسل في الغسالة بماء بارد، وقد يخرج قليل من النيلي في الغسلة الأولى.",
    ],
    facts: [
      [MATERIAL, ["Cotton", "قطن"]],
      [ORIGIN, INDIA],
    ],
  },
  {
    ...{ picture: "ikat-cushions", category: "home-decoration", rupees: 1199, grams: 500, size: [400, 300, 60] },
    title: ["Ikat cushion covers, set of three", "أغطية وسائد إيكات، طقم من ثلاثة"],
    text: [
      "Handloom ikat with a plain cotton back and a hidden zip. The set has one cover each in madder, teal and cream. The inner cushions are not included.",
      "نسيج إيكات يدوي بظهر قطني سادة وسحاب مخفي. يضم الطقم غطاء بلون الفوة وآخر أزرق مخضرا وثالثا بلون القشدة. الحشوات غير مشمولة.",
    ],
    variants: {
      option: SIZE,
      choices: [
        ["IKAT-40", ["40 × 40 cm", "٤٠ × ٤٠ سم"], 1199, 20],
        ["IKAT-50", ["50 × 50 cm", "٥٠ × ٥٠ سم"], 1499, 12],
      ],
    },
  },
  {
    ...{ picture: "linen-kurta", category: "mens-clothing", rupees: 2199, grams: 380, size: [340, 260, 40] },
    title: ["Linen kurta, natural", "قميص كورتا من الكتان، لون طبيعي"],
    text: [
      "Washed linen with wooden buttons and side pockets. The cut is straight and falls to the knee; choose your usual shirt size. Washed before sewing, so it shrinks very little.",
      "كتان مغسول بأزرار خشبية وجيبين جانبيين. قصته مستقيمة تصل إلى الركبة، فاختر مقاس قميصك المعتاد. غسل القماش قبل الخياطة، فلا ينكمش إلا قليلا.",
    ],
    variants: {
      option: SIZE,
      choices: [
        ["KURTA-S", ["Small", "صغير"], 2199, 8],
        ["KURTA-M", ["Medium", "متوسط"], 2199, 15],
        ["KURTA-L", ["Large", "كبير"], 2199, 11],
        ["KURTA-XL", ["Extra large", "كبير جدا"], 2349, 6],
      ],
    },
    facts: [[MATERIAL, ["Linen", "كتان"]]],
  },
  {
    ...{
      picture: "cotton-sari",
      category: "saris-and-ethnic-wear",
      rupees: 3650,
      stock: 9,
      grams: 620,
      size: [360, 280, 50],
    },
    title: ["Handloom cotton sari with woven border", "ساري قطني منسوج يدويا بحاشية"],
    text: [
      "Fine cotton in rose with a gold-coloured border woven in, 5.5 m and a blouse piece of 80 cm. The border is metallic yarn, not precious metal. Dry clean the first time, then wash by hand.",
      "قطن ناعم وردي بحاشية ذهبية اللون منسوجة فيه، طوله ٥٫٥ م مع قطعة للبلوزة ٨٠ سم. خيط الحاشية معدني وليس من معدن ثمين. ينظف جافا أول مرة، ثم يغسل يدويا.",
    ],
    facts: [
      [COLOUR, ["Rose", "وردي"]],
      [ORIGIN, INDIA],
    ],
  },
  {
    ...{
      picture: "wool-shawl",
      category: "scarves-and-headwear",
      rupees: 2890,
      stock: 17,
      grams: 450,
      size: [320, 240, 60],
    },
    title: ["Wool shawl with leaf border", "شال صوف بحاشية من الأوراق"],
    text: [
      "Merino wool, 200 × 70 cm, woven in twill and fringed by hand. The leaves of the border are embroidered in wine and teal. Warm enough for an evening in the hills, light enough for an office.",
      "صوف مارينو، ٢٠٠ × ٧٠ سم، نسجه مبرد وشراشيبه معقودة يدويا. أوراق الحاشية مطرزة بالخمري والأزرق المخضر. يدفئ في أمسيات الجبل ويخف في المكتب.",
    ],
    facts: [[MATERIAL, ["Merino wool", "صوف مارينو"]]],
  },
  {
    ...{
      picture: "cotton-towels",
      category: "bathroom-items",
      rupees: 1399,
      stock: 40,
      grams: 1200,
      size: [380, 300, 160],
    },
    title: ["Cotton bath towels, set of four", "مناشف حمام قطنية، طقم من أربع"],
    text: [
      "Thick terry of combed cotton, 70 × 140 cm, in two colours with woven stripes. They grow softer and more absorbent after the third wash. The soap and leaves in the picture are not included.",
      "مناشف سميكة من القطن الممشط، ٧٠ × ١٤٠ سم، بلونين وخطوط منسوجة. تزداد نعومة وامتصاصا بعد الغسلة الثالثة. الصابون والأوراق في الصورة غير مشمولة.",
    ],
    facts: [[MATERIAL, ["Combed cotton, 500 g/m²", "قطن ممشط، ٥٠٠ غ/م²"]]],
  },
];

export const DECCAN_LOOMS: Shop = {
  key: "seller",
  name: "Deccan Looms (demo shop)",
  about: {
    en: "Handloom cotton, linen and wool from small weaving sheds in and around Pune.",
    ar: "قطن وكتان وصوف منسوجة يدويا في ورش صغيرة في بونه وما حولها.",
  },
  email: "seller@example.test",
  pickup: { line1: "14 Weavers Lane", line2: "Kasba Peth", city: "Pune", postcode: "411001" },
  listings: GOODS.map((asked) => good("seller", asked)),
};
