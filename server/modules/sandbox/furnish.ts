import type { UserId } from "@amana/core/ids";
import { money } from "@amana/core/money";
import { after, type Instant, seconds } from "@amana/core/time";
import { announceListing, insertProduct, type Text } from "#modules/catalog";
import { demoUsers, insertUser, type PickupAddress, type Role, startSession } from "#modules/identity";
import { addBankAccount } from "#modules/payouts";
import type { Database } from "#runtime/database";
import type { Origin } from "#runtime/http";
import { newIdBeside, newRootId } from "#runtime/ids";
import type { Keyring } from "#runtime/secrets";

/** From where demo people did what stands there from the beginning. */
export const FURNISHED: Origin = { network: "127.0.0.1", agent: "Amana sandbox", via: null };

type DemoUser = {
  readonly key: string;
  readonly name: string;
  readonly phone: string;
  readonly roles: readonly Role[];
  readonly pickup?: PickupAddress;
};

const DEMO_USERS: readonly DemoUser[] = [
  { key: "buyer", name: "Asha (demo buyer)", phone: "9000000001", roles: ["user"] },
  { key: "buyer-b", name: "Bilal (demo buyer)", phone: "9000000002", roles: ["user"] },
  {
    key: "seller",
    name: "Deccan Looms (demo shop)",
    phone: "9000000003",
    roles: ["user"],
    pickup: { line1: "14 Weavers Lane", line2: "Kasba Peth", city: "Pune", postcode: "411001" },
  },
  {
    key: "seller-b",
    name: "Coastline Crafts (demo shop)",
    phone: "9000000004",
    roles: ["user"],
    pickup: { line1: "3 Harbour Road", line2: null, city: "Kochi", postcode: "682001" },
  },
  {
    key: "seller-c",
    name: "Hill Station Honey (demo shop)",
    phone: "9000000011",
    roles: ["user"],
    pickup: { line1: "9 Ridge Road", line2: null, city: "Ooty", postcode: "643001" },
  },
  { key: "support", name: "Sana (demo support)", phone: "9000000005", roles: ["user", "support"] },
  { key: "arbiter", name: "Amal (demo arbiter)", phone: "9000000008", roles: ["user", "arbiter"] },
  { key: "arbiter-b", name: "Ravi (demo arbiter)", phone: "9000000010", roles: ["user", "arbiter"] },
  { key: "finance", name: "Farid (demo finance)", phone: "9000000006", roles: ["user", "finance"] },
  { key: "admin", name: "Omar (demo operator)", phone: "9000000007", roles: ["user", "admin"] },
];

type DemoProduct = {
  readonly seller: "seller" | "seller-b" | "seller-c";
  readonly picture: string;
  readonly title: Text;
  readonly description: Text;
  readonly paise: bigint;
  readonly stock: number;
  readonly grams: number;
  readonly size: readonly [length: number, width: number, height: number];
};

const DEMO_PRODUCTS: readonly DemoProduct[] = [
  {
    seller: "seller",
    picture: "block-print-fabric",
    paise: 29_900n,
    stock: 120,
    grams: 400,
    size: [300, 220, 40],
    title: { en: "Block-print cotton, sample set of five", ar: "قطن مطبوع بالقوالب الخشبية، مجموعة من خمس عينات" },
    description: {
      en: "Five hand-printed cotton swatches, 30 × 40 cm each, in indigo, madder and turmeric. Send them to your cutter before you order the bolt.",
      ar: "خمس قطع من القطن المطبوع يدويا، قياس كل منها ٣٠ × ٤٠ سم، بألوان النيلي والفوة والكركم. اعرضها على خياطك قبل أن تطلب اللفة.",
    },
  },
  {
    seller: "seller",
    picture: "silk-scarf",
    paise: 184_900n,
    stock: 24,
    grams: 180,
    size: [250, 200, 30],
    title: { en: "Handwoven silk scarf", ar: "وشاح حرير منسوج يدويا" },
    description: {
      en: "Mulberry silk woven on a pit loom, 180 × 55 cm, with a narrow temple border.",
      ar: "حرير التوت منسوج على نول أرضي، ١٨٠ × ٥٥ سم، بحاشية ضيقة على طراز المعابد.",
    },
  },
  {
    seller: "seller",
    picture: "wool-rug",
    paise: 749_900n,
    stock: 6,
    grams: 4200,
    size: [900, 250, 250],
    title: { en: "Wool rug, 120 × 180 cm", ar: "سجادة صوف، ١٢٠ × ١٨٠ سم" },
    description: {
      en: "Hand-knotted Deccan wool, undyed greys with one line of madder red.",
      ar: "صوف دكني معقود يدويا، برماديات طبيعية وخط واحد بأحمر الفوة.",
    },
  },
  {
    seller: "seller",
    picture: "jute-bag",
    paise: 64_900n,
    stock: 80,
    grams: 350,
    size: [400, 350, 50],
    title: { en: "Jute market bag", ar: "حقيبة تسوق من الجوت" },
    description: {
      en: "Double-stitched jute with a cotton lining. Carries twelve kilos.",
      ar: "جوت بخياطة مزدوجة وبطانة قطنية، تحمل اثني عشر كيلوغراما.",
    },
  },
  {
    seller: "seller-b",
    picture: "brass-lamp",
    paise: 219_900n,
    stock: 15,
    grams: 1500,
    size: [200, 200, 300],
    title: { en: "Cast brass oil lamp", ar: "قنديل زيت من النحاس المصبوب" },
    description: {
      en: "Cast in one piece and turned by hand, 28 cm high.",
      ar: "مصبوب قطعة واحدة ومشغول يدويا، ارتفاعه ٢٨ سم.",
    },
  },
  {
    seller: "seller-b",
    picture: "ceramic-bowls",
    paise: 139_900n,
    stock: 30,
    grams: 1800,
    size: [250, 250, 180],
    title: { en: "Stoneware bowls, set of four", ar: "أوعية خزفية، طقم من أربعة" },
    description: {
      en: "Ash-glazed stoneware, safe in oven and dishwasher.",
      ar: "خزف بطلاء رمادي، يصلح للفرن وغسالة الأطباق.",
    },
  },
  {
    seller: "seller-b",
    picture: "tea-sampler",
    paise: 49_900n,
    stock: 200,
    grams: 250,
    size: [200, 150, 60],
    title: { en: "Estate tea sampler", ar: "تشكيلة شاي المزارع" },
    description: {
      en: "Six teas of this year's first flush, 25 g each.",
      ar: "ستة أنواع من قطفة هذا العام الأولى، ٢٥ غراما من كل نوع.",
    },
  },
  {
    seller: "seller-b",
    picture: "leather-journal",
    paise: 89_900n,
    stock: 60,
    grams: 420,
    size: [220, 160, 30],
    title: { en: "Leather journal", ar: "دفتر بغلاف جلدي" },
    description: {
      en: "Vegetable-tanned cover, 192 pages of cotton paper, sewn flat.",
      ar: "غلاف مدبوغ نباتيا و١٩٢ صفحة من ورق القطن، مخيط لينبسط.",
    },
  },
  {
    seller: "seller-c",
    picture: "honey-jar",
    paise: 45_000n,
    stock: 80,
    grams: 700,
    size: [90, 90, 120],
    title: { en: "Forest honey", ar: "عسل الغابة" },
    description: {
      en: "Raw honey of the hills, 500 g in a glass jar.",
      ar: "عسل خام من التلال، ٥٠٠ غرام في برطمان زجاجي.",
    },
  },
];

const BANK_ACCOUNTS = {
  seller: { holderName: "Deccan Looms", accountNumber: "026291800001191" },
  "seller-b": { holderName: "Coastline Crafts", accountNumber: "026291800001192" },
  "seller-c": { holderName: "Hill Station Honey", accountNumber: "026291800001193" },
};

/** The token by which a demo user calls the API; the sandbox alone accepts it. */
export const demoToken = (key: string): string => `sandbox-${key}`;

/** Furnishes an empty sandbox: demo people, their shops and bank accounts. Does nothing where that has been done. */
export async function furnish(db: Database, dataKey: Keyring, now: Instant): Promise<void> {
  if ((await demoUsers(db)).length > 0) return;
  const ids = new Map<string, UserId>(DEMO_USERS.map(({ key }, index) => [key, newRootId("user", after(now, index))]));
  const idOfDemo = (key: string): UserId => ids.get(key) ?? newRootId("user", now);
  await db.transaction(async (tx) => {
    for (const { key, name, phone, roles, pickup } of DEMO_USERS) {
      const id = idOfDemo(key);
      await insertUser(tx, {
        id,
        demoKey: key,
        name,
        email: `${key}@example.test`,
        phone,
        roles,
        pickupAddress: pickup ?? null,
      });
      await startSession(tx, id, now, demoToken(key));
    }
    for (const [index, demo] of DEMO_PRODUCTS.entries()) {
      const product = productOf(demo, idOfDemo(demo.seller), after(now, seconds(-index)));
      await insertProduct(tx, product);
      await announceListing(tx, product.id, now);
    }
  });
  for (const [key, account] of Object.entries(BANK_ACCOUNTS))
    await addBankAccount(
      db,
      dataKey,
      { user: idOfDemo(key), origin: FURNISHED },
      { ...account, ifsc: "YESB0000262", kind: "current" },
      now,
    );
}

const productOf = (demo: DemoProduct, seller: UserId, listedAt: Instant) => ({
  id: newIdBeside("product", listedAt, seller),
  seller,
  title: demo.title,
  description: demo.description,
  pictures: [{ url: `/pictures/${demo.picture}.svg`, alt: demo.title }],
  price: money(demo.paise, "INR"),
  stock: demo.stock,
  parcel: { grams: demo.grams, millimetres: { length: demo.size[0], width: demo.size[1], height: demo.size[2] } },
  listedAt,
  active: true,
});
