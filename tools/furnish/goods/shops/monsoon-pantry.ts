import { INDIA, ORIGIN, SIZE, WEIGHT } from "../facts.ts";
import { type Good, good, type Shop } from "../offer.ts";

const GOODS: readonly Good[] = [
  {
    ...{ picture: "cardamom-jar", category: "spices-and-herbs", rupees: 549, grams: 320, size: [100, 100, 160] },
    title: ["Green cardamom, whole pods", "هيل أخضر، حبوب كاملة"],
    text: [
      "Large pods from the hills of Idukki, dried slowly so that they stay green. Packed in a glass jar in the month of the harvest. Crush a pod just before you use it.",
      "حبوب كبيرة من تلال إدوكي جففت ببطء لتبقى خضراء. معبأة في برطمان زجاجي في شهر القطاف. اسحق الحبة قبل استعمالها مباشرة.",
    ],
    variants: {
      option: WEIGHT,
      choices: [
        ["HEL-100", ["100 g", "١٠٠ غ"], 549, 60],
        ["HEL-250", ["250 g", "٢٥٠ غ"], 1249, 35],
      ],
    },
    facts: [[ORIGIN, INDIA]],
  },
  {
    ...{
      picture: "spice-box",
      category: "spices-and-herbs",
      rupees: 1299,
      stock: 26,
      grams: 1100,
      size: [240, 240, 90],
    },
    title: ["Spice box with seven spices", "علبة بهارات بسبعة أصناف"],
    text: [
      "A steel box with seven cups and a spoon, filled with turmeric, chilli, cumin, coriander, mustard, fenugreek and asafoetida mix. 60 g of each, ground this season. The cups lift out for washing.",
      "علبة من الفولاذ بسبعة أكواب وملعقة، فيها كركم وفلفل حار وكمون وكزبرة وخردل وحلبة وخليط الحلتيت. ٦٠ غ من كل صنف مطحونة هذا الموسم. ترفع الأكواب للغسل.",
    ],
  },
  {
    ...{
      picture: "date-box",
      category: "dates-and-dried-fruit",
      rupees: 1150,
      stock: 48,
      grams: 1150,
      size: [300, 200, 70],
    },
    title: ["Medjool dates in a gift box, 1 kg", "تمر مجدول في علبة هدايا، ١ كغ"],
    text: [
      "Large, soft dates with thin skin, laid in three rows. Nothing is added. Keep them cool; in the refrigerator they stay good for six months.",
      "تمر كبير لين رقيق القشرة، مرصوف في ثلاثة صفوف دون أي إضافات. يحفظ في مكان بارد، ويبقى صالحا ستة أشهر في الثلاجة.",
    ],
    facts: [[WEIGHT, ["1 kg", "١ كغ"]]],
  },
  {
    ...{ picture: "arabic-coffee", category: "coffee", rupees: 690, stock: 70, grams: 560, size: [180, 110, 70] },
    title: ["Light roast for Arabic coffee, 500 g", "بن محمص فاتح للقهوة العربية، ٥٠٠ غ"],
    text: [
      "Arabica from Chikmagalur, roasted light and ground coarse for the dallah. Cardamom is not mixed in, so that you add as much as you like. Roasted every Monday.",
      "بن أرابيكا من تشيكماغالور، محمص تحميصا فاتحا ومطحون خشنا للدلة. لم نخلط به الهيل لتضيف منه ما تحب. نحمص كل يوم اثنين.",
    ],
    facts: [[WEIGHT, ["500 g", "٥٠٠ غ"]]],
  },
  {
    ...{ picture: "forest-honey", category: "honey", rupees: 475, stock: 85, grams: 760, size: [100, 100, 140] },
    title: ["Forest honey, 500 g", "عسل غابات، ٥٠٠ غ"],
    text: [
      "Raw honey from bee boxes at the edge of the Wayanad forest, filtered once through cloth. It is dark and a little bitter at the end. It may set in winter; warm the jar in water.",
      "عسل خام من مناحل على أطراف غابة واياناد، مصفى مرة واحدة بالقماش. لونه داكن وفي آخر طعمه مرارة خفيفة. قد يتجمد شتاء، فيدفأ البرطمان في الماء.",
    ],
  },
  {
    ...{ picture: "assam-tea", category: "tea", rupees: 420, stock: 110, grams: 380, size: [110, 110, 150] },
    title: ["Assam leaf tea in a tin, 250 g", "شاي أسام بأوراق كاملة في علبة، ٢٥٠ غ"],
    text: [
      "Second-flush leaf, malty and strong enough for milk. Two grams for a cup, four minutes. The tin closes tightly and is worth keeping.",
      "أوراق القطفة الثانية، نكهتها ملتية وقوية تحتمل الحليب. غرامان للكوب وأربع دقائق. العلبة محكمة الإغلاق وتستحق أن تحفظ.",
    ],
  },
  {
    ...{
      picture: "herb-seeds",
      category: "plants-and-seeds",
      rupees: 249,
      stock: 130,
      grams: 60,
      size: [180, 120, 15],
    },
    title: ["Kitchen herb seeds, three packets", "بذور أعشاب المطبخ، ثلاثة أكياس"],
    text: [
      "Coriander, mint and holy basil, enough for a balcony each. Tested this year: at least eight seeds in ten come up. Sowing times for India and the Gulf are printed on the back.",
      "كزبرة ونعناع وريحان، يكفي كل كيس شرفة. فحصت هذا العام فأنبتت ثماني بذور من كل عشر على الأقل. مواعيد الزراعة في الهند والخليج مطبوعة على الظهر.",
    ],
    facts: [[SIZE, ["3 × 2 g", "٣ × ٢ غ"]]],
  },
];

export const MONSOON_PANTRY: Shop = {
  key: "monsoon-pantry",
  name: "Monsoon Pantry (demo shop)",
  about: {
    en: "Spices, tea, coffee and dates, packed to order in small lots.",
    ar: "بهارات وشاي وقهوة وتمور نعبئها عند الطلب بكميات صغيرة.",
  },
  email: "monsoon-pantry@example.test",
  pickup: { line1: "22 Silk Street", line2: "Near the old market", city: "Kozhikode", postcode: "673001" },
  listings: GOODS.map((asked) => good("monsoon-pantry", asked)),
};
