import { createHash } from "node:crypto";
import { at } from "../../core/time/index.ts";
import { createOutbound, type Outbound, PUBLIC_ONLY } from "../../server/runtime/outbound/index.ts";
import { pushKey } from "../../server/runtime/web-push/index.ts";

type Made = Readonly<Record<string, unknown>>;

/** An API, as people and their programs ask it; what is refused throws. */
export type Door = {
  readonly ask: (who: string, method: "GET" | "POST", path: string, body?: object) => Promise<Made>;
  /** Sends a form to the token endpoint, as a program does. */
  readonly exchange: (form: Readonly<Record<string, string>>) => Promise<void>;
};

export type Words = Readonly<Record<"legalName" | "taxNumber" | "invited" | "url" | "draft" | "said", string>>;

export const REDIRECT = "https://books.example.test/back";
const VERIFIER = "v".repeat(64);
const CHALLENGE = createHash("sha256").update(VERIFIER).digest("base64url");

export const consentTo = (client: string) => ({
  ...{ clientId: client, redirectUri: REDIRECT, responseType: "code", scope: "orders:read", decision: "approve" },
  ...{ codeChallenge: CHALLENGE, codeChallengeMethod: "S256" },
});

/** Of what anybody may see once it was approved. */
const SHOWN = { title: { en: "Tailoring (demo)" } };

/** What a seller offers and nobody sees yet: two drafts, and what waits for staff. */
async function makeListings({ ask }: Door, seller: string, en: string) {
  const words = { title: { en }, description: { en: "A demo listing" } };
  const price = { amount: 1_000, currency: "INR" };
  const parcel = { weightGrams: 100, dimensionsMm: { length: 10, width: 10, height: 10 } };
  const product = { kind: "physical", category: "honey", ...words, price, stock: 5, ...parcel };
  const packages = [{ name: { en: "One" }, price, deliveryDays: 1, revisions: 0 }];
  const service = { category: "tailoring", ...words, packages };
  const idOf = async (path: string, body: object) => String((await ask(seller, "POST", path, body)).id);
  const [draft, waiting] = [await idOf("/products", product), await idOf("/products", product)];
  const [serviceDraft, offered] = [await idOf("/services", service), await idOf("/services", { ...service, ...SHOWN })];
  for (const id of [waiting, offered]) await ask(seller, "POST", `/seller/listings/${id}/submit`);
  return { draft, waiting, serviceDraft, service: offered };
}

/** A browser of somebody's, as it would have itself told of notices; the keys are those of RFC 8291's example. */
export const browserOf = (who: string) => ({
  endpoint: `https://push.example.test/${encodeURIComponent(who)}`,
  keys: {
    p256dh: "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4",
    auth: "BTBZMqHH6r4Tts7J_aSIgg",
  },
});

/** Nothing is called: every name is one of the public Internet, and nobody answers there. */
export const NOWHERE: Outbound = {
  ...createOutbound({ rules: PUBLIC_ONLY, resolve: async () => ["93.184.215.14"] }),
  post: async () => ({ kind: "no_connection", detail: "nowhere" }),
};

/** With a key of its own, so that there are browsers to tell. */
export const PUSH = {
  key: pushKey(Buffer.alloc(32, 5), "mailto:push@example.test"),
  wallClock: { now: () => at(1_767_225_600_000) },
};

/** What people make for themselves: the seller a company, listings, an endpoint, a key and a program; the buyer grants it something. */
export async function makeBelongings({ ask, exchange }: Door, seller: string, buyer: string, words: Words) {
  const { legalName, taxNumber, invited: email, url, draft, said } = words;
  const company = await ask(seller, "POST", "/organizations", { legalName, country: "BH", taxNumber });
  const invited = await ask(seller, "POST", `/organizations/${company.id}/invitations`, { email, role: "viewer" });
  const hook = await ask(seller, "POST", "/webhook-endpoints", { url });
  const endpoint = String(Object(hook.endpoint).id);
  const sent = await ask(seller, "POST", `/webhook-endpoints/${endpoint}/test`);
  const browser = await ask(buyer, "POST", "/push-subscriptions", browserOf(buyer));
  const key = await ask(seller, "POST", "/users/me/api-keys", { name: "Demo", scopes: ["orders:read"] });
  const program = { name: "Books (demo)", redirectUris: [REDIRECT], confidential: false };
  const client = String((await ask(seller, "POST", "/oauth/clients", program)).id);
  const file = await ask(buyer, "POST", "/files?name=note.txt&purpose=message", { note: "a demo" });
  const talk = String(Object((await ask(buyer, "GET", "/orders")).data)[0].id);
  const about = { subject: { kind: "order", id: talk }, message: { text: said } };
  const conversation = await ask(buyer, "POST", "/conversations", about);
  const grant = await granted({ ask, exchange }, buyer, client);
  const sessions = await ask(buyer, "GET", "/auth/sessions");
  return {
    ...(await makeListings({ ask, exchange }, seller, draft)),
    ...(await makeProjects({ ask }, seller, buyer)),
    ...{ organization: String(company.id), invitation: String(invited.id) },
    ...{ endpoint, secret: String(hook.secret), delivery: String(sent.id), event: String(sent.eventId) },
    ...{ file: String(file.id), talk, conversation: String(conversation.id) },
    message: String(Object(conversation.lastMessage).id),
    ...{ browser: String(browser.id), apiKey: String(key.id), token: String(key.token), client, grant },
    session: String(Object(sessions.data)[0].id),
  };
}

/** Each its own: what is planted into one is not in another. */
const price = () => ({ amount: 50_000, currency: "INR" });
export const BRIEF = {
  ...{ title: "A logo (demo)", description: "Two colours", budget: { min: price(), max: price() } },
  closesAt: "2026-07-01T00:00:00.000Z",
};
export const OFFER = {
  ...{ price: price(), message: "Drafts first" },
  milestones: [{ title: "Drafts", amount: price(), days: 5, revisions: 2 }],
};

/** What the buyer wants made: a draft, one that the seller has offered for, and one whose contract waits for its first payment. */
async function makeProjects({ ask }: Pick<Door, "ask">, seller: string, buyer: string) {
  const draft = async () => String((await ask(buyer, "POST", "/projects", BRIEF)).id);
  const offered = async () => {
    const project = await draft();
    await ask(buyer, "POST", `/projects/${project}/publish`, {});
    return { project, proposal: String((await ask(seller, "POST", `/projects/${project}/proposals`, OFFER)).id) };
  };
  const open = await offered();
  const taken = await ask(buyer, "POST", `/proposals/${(await offered()).proposal}/accept`, {});
  return { ...open, brief: await draft(), contract: String(taken.id) };
}

/** A grant with tokens out: until the program has exchanged its code there is nothing to take back. */
async function granted({ ask, exchange }: Door, who: string, client: string): Promise<string> {
  const { redirectTo } = await ask(who, "POST", "/oauth/consents", consentTo(client));
  const code = new URL(String(redirectTo)).searchParams.get("code") ?? "";
  await exchange({
    ...{ grant_type: "authorization_code", code, code_verifier: VERIFIER },
    ...{ redirect_uri: REDIRECT, client_id: client },
  });
  return String(Object((await ask(who, "GET", "/users/me/grants")).data)[0].id);
}

/** What a buyer offers for one piece; amounts are in the listing's currency. */
export const offerOf = (freeTerms: string) => ({
  ...{ unitPrice: { amount: 25_000, currency: "INR" }, quantity: 1 },
  shipping: { bearer: "buyer", amount: { amount: 9_000, currency: "INR" } },
  ...{ paymentHours: 24, dispatchDays: 5, deliveryDays: 10, inspectionDays: 3, freeTerms, validForHours: 720 },
});

/** A negotiation in which the buyer's offer stands. */
export async function makeTalk({ ask }: Pick<Door, "ask">, buyer: string, product: string, freeTerms: string) {
  const made = await ask(buyer, "POST", "/negotiations", { productId: product, offer: offerOf(freeTerms) });
  return { negotiation: String(made.id), offer: String(Object(made.standingOffer).id) };
}

/** What the buyer has bought and not paid for, and one more of it, which lies in his cart with the quote for it. */
export async function makeCart({ ask }: Pick<Door, "ask">, buyer: string, product: string) {
  const lay = async () =>
    Object(Object((await ask(buyer, "POST", "/cart/lines", { productId: product, quantity: 1 })).sellers)[0]);
  await lay();
  const quoted = async () => Object(Object((await ask(buyer, "GET", "/cart?postcode=400001")).sellers)[0]);
  const { seller, shipping } = await quoted();
  const courier = Object(shipping).options.find((one: Made) => one.courier === shipping.cheapest);
  const sellers = [{ sellerId: seller.id, quoteId: shipping.quoteId, courier: courier.courier }];
  const wish = { shippingAddress: DELIVERED_TO, sellers, expectedTotal: courier.amounts.total };
  const bought = await ask(buyer, "POST", "/cart/checkout", wish);
  const line = (await lay()).lines[0];
  return {
    ...{ purchase: String(bought.id), order: String(Object(bought.orders)[0].id), cartSeller: String(seller.id) },
    ...{ cartLine: String(line.id), cartQuote: String((await quoted()).shipping.quoteId) },
  };
}

type Pair = { readonly buyer: string; readonly seller: string; readonly product: string };

/** An agreement whose order is not placed yet. */
export async function makeAgreed({ ask }: Pick<Door, "ask">, { buyer, seller, product }: Pair, freeTerms: string) {
  const { negotiation, offer } = await makeTalk({ ask }, buyer, product, freeTerms);
  const agreed = await ask(seller, "POST", `/negotiations/${negotiation}/accept`, { offerId: offer });
  const agreement = String(agreed.agreementId);
  return { agreement, hash: String((await ask(buyer, "GET", `/agreements/${agreement}`)).hash) };
}

/** Other words for an agreement, which the buyer proposes. */
export async function makeAmendment({ ask }: Pick<Door, "ask">, buyer: string, agreement: string, freeTerms: string) {
  const made = await ask(buyer, "POST", `/agreements/${agreement}/amendments`, { freeTerms });
  return String(Object(made.amendments)[0].id);
}

export const DELIVERED_TO = {
  ...{ name: "Asha", phone: "9000000001", line1: "7 Lake Road", city: "Mumbai", postcode: "400001" },
};

/** Files and work for sale, that one of the staff lets through, and an order of each; of the work with what is wanted. */
export async function makeSales(
  { ask }: Pick<Door, "ask">,
  pair: Omit<Pair, "product">,
  staff: string,
  wanted: string,
) {
  const { buyer, seller } = pair;
  const words = { title: { en: "Typeface (demo)" }, description: { en: "A demo listing" } };
  const asset = String((await ask(seller, "POST", "/files?name=letters.txt&purpose=asset", { letters: "a demo" })).id);
  const files = { kind: "digital", category: "arabic-fonts", ...words, price: price(), files: [asset] };
  const packages = [{ name: { en: "One" }, price: price(), deliveryDays: 3, revisions: 1 }];
  const work = { category: "translation-into-arabic", ...words, packages };
  const shown = async (path: string, body: object): Promise<string> => {
    const id = String((await ask(seller, "POST", path, body)).id);
    await ask(seller, "POST", `/seller/listings/${id}/submit`);
    await ask(staff, "POST", `/admin/listings/${id}/approve`, {});
    return id;
  };
  const [digital, offered] = [await shown("/products", files), await shown("/services", work)];
  const bought = await ask(buyer, "POST", "/orders", { items: [{ productId: digital, quantity: 1 }] });
  const items = [{ serviceId: offered, package: 1, quantity: 1 }];
  const ordered = await ask(buyer, "POST", "/orders", { items, requirements: wanted });
  return {
    ...{ asset, digital, soldService: offered, entitlement: String(bought.entitlementId) },
    ...{ filesOrder: String(bought.id), serviceOrder: String(ordered.id) },
  };
}
