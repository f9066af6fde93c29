import { COLOUR, MATERIAL, SIZE } from "../facts.ts";
import { type Good, good, type Shop } from "../offer.ts";

const GOODS: readonly Good[] = [
  {
    ...{
      picture: "oud-lute",
      category: "musical-instruments",
      rupees: 14900,
      stock: 4,
      grams: 2300,
      size: [850, 400, 250],
    },
    title: ["Oud with eleven strings", "آلة عود بأحد عشر وترا"],
    text: [
      "A bowl of walnut ribs, a spruce top and a cut rosette; string length 58.5 cm. Set up and played for a week before it leaves. With a plectrum, a spare set of strings and a soft case.",
      "قصعة من أضلاع الجوز ووجه من التنوب وشمسية مقصوصة، طول الوتر ٥٨٫٥ سم. نضبطه ونعزف عليه أسبوعا قبل إرساله. مع ريشة وطقم أوتار وحقيبة لينة.",
    ],
    facts: [[MATERIAL, ["Walnut and spruce", "جوز وتنوب"]]],
  },
  {
    ...{
      picture: "tabla-pair",
      category: "musical-instruments",
      rupees: 8450,
      stock: 7,
      grams: 6500,
      size: [520, 300, 300],
    },
    title: ["Tabla pair for students", "طبلتا تابلا للدارسين"],
    text: [
      "A sheesham dayan tuned to C sharp and a steel bayan, with goatskin heads. Comes with rings, covers, a hammer and tuning oil. The heads were changed this year.",
      "دايان من خشب الشيشم مدوزن على دو دييز وبايان من الفولاذ، بجلد ماعز. مع الحلقتين والغطاءين والمطرقة وزيت الدوزنة. الجلد مجدد هذا العام.",
    ],
  },
  {
    ...{ picture: "bamboo-flute", category: "musical-instruments", rupees: 1100, grams: 300, size: [640, 70, 60] },
    title: ["Bamboo flute with cloth case", "ناي من الخيزران بكيس قماشي"],
    text: [
      "A side-blown flute with six holes, of bamboo that was dried for three years. Tuned by ear and checked by machine at 440 Hz. The case is lined with cotton.",
      "ناي جانبي بستة ثقوب من خيزران جفف ثلاث سنوات. مدوزن بالسمع ومفحوص بالجهاز على ٤٤٠ هرتز. الكيس مبطن بالقطن.",
    ],
    variants: {
      option: ["Key", "المقام الأساس"],
      choices: [
        ["FLUTE-C", ["C, medium", "دو، متوسط"], 1100, 16],
        ["FLUTE-G", ["G, low", "صول، منخفض"], 1650, 10],
      ],
    },
  },
  {
    ...{ picture: "leather-satchel", category: "leather-goods", rupees: 4750, grams: 1700, size: [400, 320, 110] },
    title: ["Leather satchel for a 14-inch laptop", "حقيبة جلدية لحاسوب ١٤ بوصة"],
    text: [
      "Full-grain buffalo leather, tanned with bark, sewn with waxed thread. One padded and two flat compartments, brass buckles. The leather darkens where you touch it.",
      "جلد جاموس كامل الحبة مدبوغ باللحاء ومخيط بخيط مشمع. جيب مبطن وجيبان مسطحان وإبزيمان نحاسيان. يدكن الجلد حيث تلمسه.",
    ],
    variants: {
      option: COLOUR,
      choices: [
        ["SATCHEL-TAN", ["Tan", "بني فاتح"], 4750, 9],
        ["SATCHEL-DARK", ["Dark brown", "بني داكن"], 4750, 6],
      ],
    },
  },
  {
    ...{
      picture: "leather-wallet",
      category: "belts-and-wallets",
      rupees: 1290,
      stock: 37,
      grams: 140,
      size: [140, 110, 30],
    },
    title: ["Leather wallet with pressed star", "محفظة جلدية بنجمة مضغوطة"],
    text: [
      "Goat leather in wine red, eight card slots, two pockets for notes and one for coins. The star is pressed by hand. The edges are burnished, not painted.",
      "جلد ماعز خمري اللون، ثمانية جيوب للبطاقات وجيبان للأوراق النقدية وآخر للعملات. النجمة مضغوطة باليد. الحواف مصقولة لا مطلية.",
    ],
    facts: [[MATERIAL, ["Goat leather", "جلد ماعز"]]],
  },
  {
    ...{ picture: "carved-box", category: "wood-carving", rupees: 2350, stock: 13, grams: 1500, size: [300, 220, 160] },
    title: ["Carved walnut box", "صندوق منحوت من خشب الجوز"],
    text: [
      "Five flowers carved from the solid front, wine-red felt inside, a brass catch. For letters, jewellery or tea. The wood is waxed; wax it again once a year.",
      "خمس زهور منحوتة في واجهة مصمتة، وبطانة من اللباد الخمري ومشبك نحاسي. للرسائل أو الحلي أو الشاي. الخشب مشمع، فجدد الشمع مرة كل عام.",
    ],
    facts: [[SIZE, ["26 × 18 × 13 cm", "٢٦ × ١٨ × ١٣ سم"]]],
  },
];

export const COURTYARD_WORKSHOP: Shop = {
  key: "courtyard-workshop",
  name: "Courtyard Workshop (demo shop)",
  about: {
    en: "Instruments, leather and carved wood from three benches around one courtyard.",
    ar: "آلات موسيقية وجلود وخشب منحوت من ثلاث ورش حول فناء واحد.",
  },
  email: "courtyard-workshop@example.test",
  pickup: { line1: "17 South Rampart", line2: null, city: "Thanjavur", postcode: "613001" },
  listings: GOODS.map((asked) => good("courtyard-workshop", asked)),
};
