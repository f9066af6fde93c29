import type { Doing } from "./agenda.ts";
import { HOUR, type Stage, sell, type Wish } from "./sales.ts";

/** How a dispute goes on; the last ones stand where they are when the history ends. */
export type Outcome =
  | "withdrawn"
  | "conceded"
  | "settled"
  | "won"
  | "lost"
  | "split"
  | "appealed"
  | "waiting_for_answer"
  | "waiting_for_arbiter"
  | "offer_on_the_table"
  | "in_appeal";

type Case = { readonly problem: string; readonly claim: string; readonly says: string; readonly answer: string };

const CASES: readonly [Case, ...Case[]] = [
  {
    ...{ problem: "damaged", claim: "refund" },
    says: "One side is cracked from the rim to the base. I opened the parcel with the courier still at the door.",
    answer: "It left us whole and in two boxes; the courier's weight at pickup is on the label.",
  },
  {
    ...{ problem: "not_as_agreed", claim: "partial_refund" },
    says: "The colour is far from the pictures: they show deep red, and what came is a dull brown.",
    answer: "Natural dyes differ from lot to lot, as the description says. We can offer a part back.",
  },
  {
    ...{ problem: "want_to_return", claim: "return" },
    says: "It does not fit where I meant it to go. It is unused and in its wrapping.",
    answer: "Unused goods may come back; the way back is the buyer's to pay.",
  },
];

/** From the order to the end of the dispute over it. The buyer raises it once the goods have come. */
export async function* quarrel(stage: Stage, wish: Wish, outcome: Outcome): Doing {
  const { api, dice } = stage;
  const orders: string[] = [];
  const placed = (order: string): void => {
    orders.push(order);
    stage.placed(order);
  };
  yield* sell({ ...stage, placed }, wish, "delivered");
  const [order = ""] = orders;
  yield dice.between(1, 12) * HOUR;
  const about = dice.one(CASES);
  const asked = { amount: Math.round(wish.article.price.amount * 0.4), currency: wish.article.price.currency };
  const claim = { kind: about.claim, ...(about.claim === "partial_refund" && { amount: asked }) };
  const { id } = await api.post<{ id: string }>(wish.buyer, `/orders/${order}/dispute`, {
    ...{ problem: about.problem, claims: [claim], text: about.says },
  });
  yield dice.between(1, 4) * HOUR;
  await api.post(wish.buyer, `/disputes/${id}/evidence`, {
    ...{ type: "photo", text: "Taken on the table where I unpacked it.", claim: 0, origin: "Telephone camera" },
  });
  if (outcome === "waiting_for_answer") return;
  yield dice.between(3, 20) * HOUR;
  yield* ending({ stage, wish, about, order, dispute: id }, outcome);
}

type Open = { stage: Stage; wish: Wish; about: Case; order: string; dispute: string };

async function* ending(open: Open, outcome: Outcome): Doing {
  const { stage, wish, dispute } = open;
  if (outcome === "withdrawn") await stage.api.post(wish.buyer, `/disputes/${dispute}/withdraw`);
  else if (outcome === "conceded") await stage.api.post(wish.article.seller, `/disputes/${dispute}/concede`);
  else if (outcome === "settled" || outcome === "offer_on_the_table") yield* bargain(open, outcome === "settled");
  else yield* judge(open, outcome);
}

/** The seller offers a part back; the buyer asks for more and gets it. */
async function* bargain({ stage: { api, dice }, wish, about, order, dispute }: Open, agree: boolean): Doing {
  const { seller, price } = wish.article;
  const part = (share: number) => ({ amount: Math.round(price.amount * share), currency: price.currency });
  await api.post(seller, `/disputes/${dispute}/respond`, { text: about.answer });
  yield dice.between(1, 6) * HOUR;
  await api.post(seller, `/orders/${order}/consents`, {
    ...{ what: "settle", refund: part(0.2), note: "A fifth back, and you keep it." },
  });
  yield dice.between(1, 6) * HOUR;
  const { id } = await api.post<{ id: string }>(wish.buyer, `/orders/${order}/consents`, {
    ...{ what: "settle", refund: part(0.35), note: "A third would be fair." },
  });
  if (!agree) return;
  yield dice.between(1, 6) * HOUR;
  await api.post(seller, `/orders/${order}/consents/${id}/accept`);
}

const RULINGS = {
  won: {
    outcome: "refund",
    upheld: true,
    reasons: "The picture was taken at the door and shows the break. The money goes back.",
  },
  lost: {
    outcome: "release",
    upheld: false,
    reasons: "What came is what the listing shows. The money goes to the seller.",
  },
  split: {
    outcome: "split",
    upheld: true,
    reasons: "Both are right in part: the lot differs, and the listing did not say how much.",
  },
} as const;

/** An arbiter hears both and decides; upon appeal another one does. */
async function* judge({ stage: { api, dice }, wish, about, dispute }: Open, outcome: Outcome): Doing {
  const { seller, price } = wish.article;
  await api.post(seller, `/disputes/${dispute}/respond`, { text: about.answer });
  if (outcome === "waiting_for_arbiter") return;
  yield dice.between(4, 20) * HOUR;
  const decide = async (arbiter: string, ruling: keyof typeof RULINGS) => {
    const { outcome: way, upheld, reasons } = RULINGS[ruling];
    const refund = { amount: Math.round(price.amount * 0.4), currency: price.currency };
    await api.post(arbiter, `/admin/disputes/${dispute}/take`);
    await api.post(arbiter, `/admin/disputes/${dispute}/decide`, {
      ...{ outcome: way, ...(way === "split" && { refund }), reasons },
      findings: [
        { claim: 0, upheld, reasons: upheld ? "Shown by the picture." : "Not shown by anything in the file." },
      ],
    });
  };
  const appeals = outcome === "appealed" || outcome === "in_appeal";
  await decide("arbiter", appeals ? "lost" : (outcome as "won" | "lost" | "split"));
  if (!appeals) return;
  yield dice.between(2, 20) * HOUR;
  await api.post(wish.buyer, `/disputes/${dispute}/appeal`, {
    text: "The decision does not mention the picture taken at the door.",
  });
  if (outcome === "in_appeal") return;
  yield dice.between(4, 20) * HOUR;
  await decide("arbiter-b", "won");
}
