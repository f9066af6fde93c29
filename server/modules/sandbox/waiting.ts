import type { UserId } from "@amana/core/ids";
import { money } from "@amana/core/money";
import { after, type Instant, minutes } from "@amana/core/time";
import { insertListing, type Listing } from "#modules/catalog";
import { demoUsers } from "#modules/identity";
import type { Database } from "#runtime/database";
import { newIdBeside } from "#runtime/ids";

type Waiting = Pick<Listing, "title" | "description" | "category" | "pictures"> & {
  readonly seller: string;
  readonly paise: bigint;
  readonly waits: number;
};

/** One in both languages; one that lacks its Arabic, so that staff see how that is said. */
const WAITING: readonly Waiting[] = [
  {
    ...{ seller: "seller-b", category: "notebooks-and-paper", paise: 64_900n, waits: 195 },
    title: { en: "Travel journal, unlined", ar: "دفتر سفر بلا أسطر" },
    description: {
      en: "The leather journal in a smaller size, with 128 blank pages.",
      ar: "الدفتر الجلدي بمقاس أصغر، فيه ١٢٨ صفحة بيضاء.",
    },
    pictures: [{ url: "/pictures/leather-journal.svg", alt: { en: "Travel journal", ar: "دفتر سفر" } }],
  },
  {
    ...{ seller: "seller-c", category: "honey", paise: 85_000n, waits: 40 },
    title: { en: "Forest honey, a kilogram", ar: null },
    description: { en: "Raw honey of the hills in a large jar, of this spring.", ar: null },
    pictures: [{ url: "/pictures/honey-jar.svg", alt: { en: "Honey jar", ar: "برطمان عسل" } }],
  },
];

/** What demo sellers have submitted a while ago, and nobody has looked at yet. */
export async function furnishWaiting(db: Database, now: Instant): Promise<void> {
  const people = await demoUsers(db);
  await db.transaction(async (tx) => {
    for (const { seller: key, paise, waits, ...words } of WAITING) {
      const seller = people.find(({ demoKey }) => demoKey === key)?.id;
      if (!seller) continue;
      await insertListing(tx, waitingOf(seller, after(now, minutes(-waits)), { ...words, price: money(paise, "INR") }));
    }
  });
}

type Written = Pick<Listing, "title" | "description" | "category" | "pictures" | "price">;

const waitingOf = (seller: UserId, at: Instant, words: Written): Omit<Listing, "variants"> => ({
  ...{ id: newIdBeside("product", at, seller), seller, kind: "physical", state: "under_review", version: 1 },
  ...{ specifications: [], options: [], packages: [], files: [], rejection: null },
  ...{ stock: 25, listedAt: at, submittedAt: at },
  parcel: { grams: 600, millimetres: { length: 200, width: 140, height: 90 } },
  ...words,
});
