import type { OrderSeen } from "../demo/api.ts";
import type { Doing } from "./agenda.ts";
import { HOUR, MINUTE, pay, type Stage } from "./sales.ts";

/** Who buys of whom what needs no parcel, and which of the staff lets it through. */
export type Pair = { readonly buyer: string; readonly seller: string; readonly staff: string };

const inr = (amount: number) => ({ amount, currency: "INR" });

/** Something that its seller has offered and the staff let through. */
async function offer({ api }: Stage, { seller, staff }: Pair, path: string, listing: Record<string, unknown>) {
  const { id } = await api.post<{ id: string }>(seller, path, listing);
  const { state } = await api.post<{ state: string }>(seller, `/seller/listings/${id}/submit`);
  if (state === "under_review") await api.post(staff, `/admin/listings/${id}/approve`);
  return id;
}

async function order({ api, placed }: Stage, buyer: string, wish: Record<string, unknown>): Promise<string> {
  const { id } = await api.post<OrderSeen>(buyer, "/orders", wish);
  placed(id);
  return id;
}

type Entry = { readonly id: string; readonly state: string; readonly files: readonly { readonly id: string }[] };
type Wanted = { readonly productId: string; readonly variantId?: string };

/** Files are paid for; answers how their links are asked for. */
export async function* orderFiles(
  stage: Stage,
  buyer: string,
  wanted: Wanted,
): AsyncGenerator<number, { readonly id: string; readonly link: () => Promise<string> }> {
  const { api, dice } = stage;
  const id = await order(stage, buyer, { items: [{ ...wanted, quantity: 1 }] });
  yield dice.between(1, 25) * MINUTE;
  await pay(stage, buyer, id);
  yield HOUR;
  const { entitlementId } = await api.get<{ entitlementId: string }>(buyer, `/orders/${id}`);
  const entry = await api.get<Entry>(buyer, `/library/${entitlementId}`);
  const fileId = entry.files[0]?.id ?? "";
  return {
    id,
    link: async () => (await api.post<{ url: string }>(buyer, `/library/${entry.id}/link`, { fileId })).url,
  };
}

/** Files are bought and downloaded; then they are kept, or the seller gives the money back and they are the buyer's no more. */
export async function* buyFiles(stage: Stage, pair: Pair, course: "kept" | "given_back"): Doing {
  const { api, dice } = stage;
  const { buyer, seller } = pair;
  const file = await api.bring(seller, "naskh.txt", "asset", "The letters of a typeface that is none (demo).\n");
  const productId = await offer(stage, pair, "/products", {
    ...{ kind: "digital", category: "arabic-fonts", price: inr(90_000), files: [file.id] },
    title: { en: "Naskh for signs (demo)", ar: "نسخ للافتات (تجريبي)" },
    description: { en: "Two weights, for one reader.", ar: "وزنان، لقارئ واحد." },
  });
  const { id, link } = yield* orderFiles(stage, buyer, { productId });
  await download(await link(), 200);
  if (course === "kept") return;
  yield dice.between(1, 10) * HOUR;
  const claim = { problem: "not_as_agreed", claims: [{ kind: "refund" }], text: "The second weight is missing." };
  const dispute = await api.post<{ id: string }>(buyer, `/orders/${id}/dispute`, claim);
  const last = await link();
  // While the link would still open.
  yield 2 * MINUTE;
  await api.post(seller, `/disputes/${dispute.id}/concede`);
  await download(last, 403);
  yield HOUR;
}

const WORK = {
  category: "translation-into-arabic",
  title: { en: "Translation into Arabic (demo)", ar: "ترجمة إلى العربية (تجريبي)" },
  description: { en: "Plain words for plain people.", ar: "كلمات واضحة لناس واضحين." },
  packages: [{ name: { en: "A thousand words", ar: "ألف كلمة" }, price: inr(250_000), deliveryDays: 3, revisions: 1 }],
};

/** How far a service goes. */
export type WorkFate = "waiting" | "accepted" | "delivered" | "revising" | "taken";

export type Work = {
  readonly buyer: string;
  readonly seller: string;
  readonly service: string;
  readonly requirements: string;
};

/** A service is ordered, accepted, delivered, changed once, delivered again and taken, or stops on that way. */
export async function* haveWorkDone(stage: Stage, work: Work, fate: WorkFate): Doing {
  const { api, dice } = stage;
  const { buyer, seller, service, requirements } = work;
  const items = [{ serviceId: service, package: 1, quantity: 1 }];
  const id = await order(stage, buyer, { items, requirements });
  yield dice.between(1, 25) * MINUTE;
  await pay(stage, buyer, id);
  if (fate === "waiting") return;
  yield dice.between(1, 20) * HOUR;
  await api.post(seller, `/orders/${id}/accept`);
  if (fate === "accepted") return;
  yield dice.between(2, 20) * HOUR;
  await api.post(seller, `/orders/${id}/deliver`, { message: "All of it, and the prices." });
  if (fate === "delivered") return;
  yield dice.between(1, 20) * HOUR;
  await api.post(buyer, `/orders/${id}/request-revision`, { message: "Softer, and without the prices." });
  if (fate === "revising") return;
  yield dice.between(2, 20) * HOUR;
  await api.post(seller, `/orders/${id}/deliver`, { message: "Softer, and without the prices." });
  yield dice.between(1, 20) * HOUR;
  await api.post(buyer, `/orders/${id}/confirm-delivery`);
  yield HOUR;
}

export async function* buyService(stage: Stage, pair: Pair): Doing {
  const { buyer, seller } = pair;
  const service = await offer(stage, pair, "/services", WORK);
  const requirements = "The menu of a tea shop, for the wall.";
  yield* haveWorkDone(stage, { buyer, seller, service, requirements }, "taken");
}

async function download(url: string, wanted: 200 | 403): Promise<void> {
  const answer = await fetch(url);
  const text = await answer.text();
  if (answer.status === wanted && (wanted === 200 || text.includes("NOT_ENTITLED"))) return;
  throw new Error(`a download is answered with ${answer.status} ${text}, and not with ${wanted}`);
}
