import { COLOUR, LANGUAGE, MATERIAL, PAGES } from "../facts.ts";
import { type Good, good, type Shop } from "../offer.ts";

const GOODS: readonly Good[] = [
  {
    ...{ picture: "story-book", category: "childrens-books", rupees: 395, grams: 380, size: [260, 220, 15] },
    title: ["The Tortoise Who Watched the Moon", "السلحفاة التي راقبت القمر"],
    text: [
      "A picture book for children of three to six about a tortoise who stays awake. 32 pages, sewn, on thick paper that survives small hands. Choose the language of the text.",
      "كتاب مصور للأطفال من ثلاث إلى ست سنوات عن سلحفاة تسهر. ٣٢ صفحة مخيطة على ورق سميك يتحمل الأيدي الصغيرة. اختر لغة النص.",
    ],
    variants: {
      option: LANGUAGE,
      choices: [
        ["MOON-EN", ["English", "الإنجليزية"], 395, 50],
        ["MOON-AR", ["Arabic", "العربية"], 395, 50],
      ],
    },
    facts: [[PAGES, ["32", "٣٢"]]],
  },
  {
    ...{ picture: "cook-book", category: "non-fiction", rupees: 799, stock: 42, grams: 900, size: [270, 220, 25] },
    title: ["Two Coasts: a cook book", "بين ساحلين: كتاب طبخ"],
    text: [
      "Seventy home recipes from Kerala and the Gulf, side by side, with what they share. Each was cooked three times before it was printed. Text in English, names of dishes in Arabic too.",
      "سبعون وصفة منزلية من كيرالا والخليج جنبا إلى جنب مع ما يجمعها. طبخت كل وصفة ثلاث مرات قبل الطباعة. النص بالإنجليزية وأسماء الأطباق بالعربية أيضا.",
    ],
    facts: [
      [PAGES, ["184", "١٨٤"]],
      [LANGUAGE, ["English", "الإنجليزية"]],
    ],
  },
  {
    ...{
      picture: "cotton-notebooks",
      category: "notebooks-and-paper",
      rupees: 499,
      stock: 90,
      grams: 720,
      size: [220, 160, 50],
    },
    title: ["Notebooks of cotton paper, set of four", "دفاتر من ورق القطن، طقم من أربعة"],
    text: [
      "Handmade paper from cotton offcuts, 80 leaves each, sewn so that they lie flat. Takes ink without bleeding through. Three plain covers and one block-printed.",
      "ورق يدوي من بقايا القطن، ٨٠ ورقة في كل دفتر، مخيطة لتنبسط. يقبل الحبر دون أن ينفذ. ثلاثة أغلفة سادة وواحد مطبوع بالقوالب.",
    ],
  },
  {
    ...{ picture: "reed-pens", category: "calligraphy", rupees: 850, stock: 33, grams: 340, size: [300, 200, 60] },
    title: ["Reed pens and ink for calligraphy", "أقلام قصب وحبر للخط العربي"],
    text: [
      "Three reed pens cut at the angles for naskh, thuluth and ruq'ah, a bottle of soot ink and twenty sheets of sized paper. The pens can be cut again. For beginners and for practice.",
      "ثلاثة أقلام قصب مقطوطة لخطوط النسخ والثلث والرقعة، وزجاجة حبر أسود وعشرون ورقة مقهرة. يمكن قط الأقلام من جديد. للمبتدئين وللتمرين.",
    ],
  },
  {
    ...{
      picture: "wooden-blocks",
      category: "building-toys",
      rupees: 999,
      stock: 29,
      grams: 1300,
      size: [260, 200, 90],
    },
    title: ["Wooden building blocks, 24 pieces", "مكعبات بناء خشبية، ٢٤ قطعة"],
    text: [
      "Rubberwood blocks with rounded edges, painted with water-based colours. Every block has a different figure to name and to match. From eighteen months on.",
      "مكعبات من خشب المطاط بحواف مدورة وألوان مائية الأساس. على كل مكعب شكل مختلف يسمى ويطابق. من عمر ثمانية عشر شهرا.",
    ],
    facts: [[MATERIAL, ["Rubberwood", "خشب المطاط"]]],
  },
  {
    ...{
      picture: "wooden-elephant",
      category: "learning-toys",
      rupees: 749,
      stock: 21,
      grams: 700,
      size: [260, 120, 200],
    },
    title: ["Elephant to pull along", "فيل خشبي يجر بحبل"],
    text: [
      "Turned and painted in the old toy-makers' way, with lac colours that do not come off in the mouth. The wheels are pinned, not glued. The cord is 60 cm.",
      "مخروط وملون على طريقة صناع الألعاب القدامى بألوان اللك التي لا تنحل في الفم. العجلات مثبتة بأوتاد لا بالغراء. طول الحبل ٦٠ سم.",
    ],
    facts: [[COLOUR, ["Natural and teal", "طبيعي وأزرق مخضر"]]],
  },
  {
    ...{
      picture: "memory-game",
      category: "puzzles-and-board-games",
      rupees: 449,
      stock: 58,
      grams: 420,
      size: [180, 140, 50],
    },
    title: ["Memory game with 48 cards", "لعبة ذاكرة من ٤٨ بطاقة"],
    text: [
      "Twenty-four pairs of leaves, stars and flowers on stiff board, in a box with a drawer. Rules in English and Arabic. For two to six players from the age of four.",
      "أربعة وعشرون زوجا من الأوراق والنجوم والزهور على كرتون مقوى في علبة بدرج. القواعد بالعربية والإنجليزية. للاعبين اثنين إلى ستة من عمر أربع سنوات.",
    ],
  },
];

export const PAPER_KITE: Shop = {
  key: "paper-kite",
  name: "Paper Kite Books and Toys (demo shop)",
  about: {
    en: "Books, paper and wooden toys that we would give to our own children.",
    ar: "كتب وورق وألعاب خشبية نهديها لأطفالنا.",
  },
  email: "paper-kite@example.test",
  pickup: { line1: "31 Library Street", line2: "Second floor", city: "Kolkata", postcode: "700073" },
  listings: GOODS.map((asked) => good("paper-kite", asked)),
};
