import { idOf, parseId, type UserId, uuidOf } from "../../../core/ids/index.ts";
import { money } from "../../../core/money/index.ts";
import type { Instant } from "../../../core/time/index.ts";
import { insertProduct } from "../../../server/modules/catalog/index.ts";
import { documentsOf } from "../../../server/modules/documents/index.ts";
import type { Order } from "../../../server/modules/orders/index.ts";
import { newIdBeside, newRootId } from "../../../server/runtime/ids/index.ts";
import { payFor } from "../../orders/ground.ts";
import {
  DELIVERED_TO,
  type Door,
  makeAgreed,
  makeAmendment,
  makeBelongings,
  makeCart,
  makeSales,
  makeTalk,
} from "../belongings.ts";
import type { Market, Side } from "./market.ts";
import type { MatrixServer } from "./server.ts";
import { personOf, sessionOf } from "./tokens.ts";

export type Belongings = Readonly<
  Record<
    | ("organization" | "colleague" | "invitation" | "endpoint" | "delivery" | "event")
    | ("draft" | "waiting" | "serviceDraft" | "service" | "shelved")
    | ("apiKey" | "browser" | "client" | "grant" | "session" | "audit" | "file")
    | ("asset" | "digital" | "soldService" | "entitlement" | "filesOrder" | "serviceOrder")
    | ("talk" | "conversation" | "message")
    | ("brief" | "project" | "proposal" | "contract")
    | ("cartLine" | "cartQuote" | "cartSeller" | "purchase")
    | ("negotiation" | "offer" | "agreement" | "amendment" | "paidAgreement" | "paidHash" | "document"),
    string
  >
>;

/** One pair's, made through the API as people make them, but for the invitation by which the colleague came. */
export async function belongingsOf(market: Market, app: MatrixServer["app"], side: Side): Promise<Belongings> {
  const { world, people, sides, hide } = market;
  const [seller, buyer, coworker] = [`seller ${side}`, `buyer ${side}`, `colleague ${side}`] as const;
  const made = await makeBelongings(doorOf(app), seller, buyer, {
    legalName: hide(`Canary Company ${side}`, seller, coworker, buyer, "admin"),
    // Members who only look at a company do not see by what it is taxed; whoever agrees with it does.
    taxNumber: hide(`CANARY-TAX-${side}`, seller, buyer),
    invited: hide(`canary.invited.${side.toLowerCase()}@example.test`, seller),
    draft: hide(`Canary draft ${side}`, seller, "support", "admin"),
    said: hide(`canary-message-${side}`, buyer, seller, "support", "arbiter", "admin"),
    url: hide(`https://canary-hook-${side.toLowerCase()}.example.test/`, seller, "admin"),
  });
  const words = hide(`canary-terms-${side}`, buyer, seller);
  const agreed = await agreedBy(market, app, side, words);
  const talk = await makeTalk(doorOf(app), buyer, sides[side].product, words);
  await heardBy(market, app, side, talk.negotiation);
  hide(made.secret);
  hide(made.token);
  const colleague = people[coworker];
  await world.owner.query(
    "insert into organizations.member (organization_id, user_id, role, joined_at) values ($1, $2, 'viewer', now())",
    [uuidOf(made.organization), uuidOf(colleague)],
  );
  await doorOf(app).ask("support", "POST", `/admin/listings/${made.service}/approve`, {});
  return {
    ...{ service: made.service, shelved: await shelved(market, people[seller]) },
    draft: hide(made.draft, seller, "support", "admin"),
    serviceDraft: hide(made.serviceDraft, seller, "support", "admin"),
    waiting: hide(made.waiting, seller, "support", "admin"),
    ...{ colleague, client: made.client, talk: made.talk, project: made.project },
    brief: hide(made.brief, buyer),
    proposal: hide(made.proposal, buyer, seller),
    contract: hide(made.contract, buyer, seller, "staff"),
    organization: hide(made.organization, seller, coworker, "admin"),
    endpoint: hide(made.endpoint, seller, "admin"),
    invitation: hide(made.invitation, seller, "admin"),
    delivery: hide(made.delivery, seller),
    event: hide(made.event, seller),
    apiKey: hide(made.apiKey, seller, "admin"),
    browser: hide(made.browser, buyer),
    grant: hide(made.grant, buyer, "admin"),
    conversation: hide(made.conversation, buyer, seller, "support", "arbiter", "admin"),
    message: hide(made.message, buyer, seller, "support", "arbiter", "admin"),
    file: hide(made.file, buyer, "admin"),
    session: hide(made.session, buyer, "admin"),
    negotiation: hide(talk.negotiation, buyer, seller),
    offer: hide(talk.offer, buyer, seller),
    ...agreed,
    ...(await cartOf(market, app, side)),
    ...(await soldBy(market, app, side)),
    document: await chargedBy(market, side),
    audit: await entryAbout(market, sides[side].approval),
  };
}

/** The invoice for commission of a sale that is over: the seller's and staff's, and not the buyer's. */
async function chargedBy({ world, sides, hide }: Market, side: Side): Promise<string> {
  const issued = await documentsOf(world.db, sides[side].orders.done.id);
  const charged = issued.find(({ kind }) => kind === "commission_invoice");
  if (!charged) throw new Error("nothing was charged");
  return hide(charged.id, `seller ${side}`, "staff");
}

/** A cart with something in it, and a purchase whose payment is open. */
async function cartOf({ world, sides, hide }: Market, app: MatrixServer["app"], side: Side) {
  const buyer = `buyer ${side}`;
  const { order: placed, ...made } = await makeCart(doorOf(app), buyer, sides[side].product);
  const id = parseId("order", placed);
  const order = id && (await world.reread(id));
  if (!order) throw new Error(`${placed} was not placed`);
  const payment = await world.openPayment(order);
  hide(`https://pay.example.test/${payment}`, buyer);
  for (const own of [order.id, order.deal]) hide(own, buyer, `seller ${side}`, "staff");
  return { ...made, purchase: hide(made.purchase, buyer), cartLine: hide(made.cartLine, buyer) };
}

/** What a pair says to each other about a negotiation and about a dispute that has an arbiter, and a file that is evidence in it. */
async function heardBy(market: Market, app: MatrixServer["app"], side: Side, negotiation: string): Promise<void> {
  const { sides, hide } = market;
  const [seller, buyer] = [`seller ${side}`, `buyer ${side}`] as const;
  const { ask } = doorOf(app);
  const { heard } = sides[side].dispute;
  const say = (who: string, kind: string, id: string, text: string) =>
    ask(who, "POST", "/conversations", { subject: { kind, id }, message: { text } });
  await say(buyer, "negotiation", negotiation, hide(`canary-haggled-${side}`, buyer, seller));
  await say(seller, "dispute", heard, hide(`canary-heard-${side}`, buyer, seller, "arbiter"));
  const name = hide(`canary-evidence-${side}.txt`, buyer, seller, "staff");
  const file = await ask(buyer, "POST", `/files?name=${name}&purpose=evidence`, { note: "a demo" });
  const piece = { type: "photo", text: "See this.", files: [hide(String(file.id), buyer, seller, "staff")] };
  await ask(buyer, "POST", `/disputes/${heard}/evidence`, piece);
}

/** Two agreements of a pair: one without an order and with an amendment proposed, and one that is paid and waits to be signed. */
async function agreedBy(market: Market, app: MatrixServer["app"], side: Side, words: string) {
  const { world, sides, hide } = market;
  const [seller, buyer] = [`seller ${side}`, `buyer ${side}`] as const;
  const door = doorOf(app);
  const pair = { buyer, seller, product: sides[side].product };
  const { agreement } = await makeAgreed(door, pair, words);
  const amendment = await makeAmendment(door, buyer, agreement, `${words}, folded`);
  const paid = await makeAgreed(door, pair, words);
  const quote = (await world.draft({ product: pair.product })).quote;
  const body = { shippingAddress: DELIVERED_TO, quoteId: quote, courier: "road" };
  const placed = await door.ask(buyer, "POST", `/agreements/${paid.agreement}/order`, body);
  const order = await orderOf(world, String(placed.orderId));
  await payFor(world, order);
  for (const id of [order.id, order.deal]) hide(id, buyer, seller, "staff");
  return {
    ...{ agreement: hide(agreement, buyer, seller), amendment: hide(amendment, buyer, seller) },
    ...{ paidAgreement: hide(paid.agreement, buyer, seller, "staff"), paidHash: hide(paid.hash, buyer, seller) },
  };
}

/** Files that are bought and paid for, and work that is. */
async function soldBy({ world, hide }: Market, app: MatrixServer["app"], side: Side) {
  const [seller, buyer] = [`seller ${side}`, `buyer ${side}`] as const;
  const words = hide(`canary-requirements-${side}`, buyer, seller, "staff");
  const sold = await makeSales(doorOf(app), { buyer, seller }, "support", words);
  for (const id of [sold.filesOrder, sold.serviceOrder]) {
    const order = await orderOf(world, id);
    await payFor(world, order);
    for (const secret of [order.id, order.deal]) hide(secret, buyer, seller, "staff");
  }
  hide(sold.entitlement, buyer);
  hide(sold.asset, buyer, seller, "support", "admin");
  return sold;
}

async function orderOf(world: Market["world"], id: string): Promise<Order> {
  const placed = parseId("order", id);
  const order = placed && (await world.reread(placed));
  if (!order) throw new Error(`no order ${id}`);
  return order;
}

/** A product that its seller has taken off sale. */
async function shelved({ world: { db, now } }: Market, seller: UserId): Promise<string> {
  const id = newIdBeside("product", now(), seller);
  const text = { en: "Brass lamp", ar: "مصباح نحاسي" };
  await insertProduct(db, {
    ...{ id, seller, title: text, description: text, pictures: [], price: money(29_900n, "INR"), stock: 10 },
    parcel: { grams: 400, millimetres: { length: 300, width: 220, height: 40 } },
    ...{ listedAt: now(), active: false },
  });
  return id;
}

const doorOf = (app: MatrixServer["app"]): Door => ({
  async ask(who, method, path, body) {
    const headers = { authorization: `Bearer ${sessionOf(personOf(who))}` };
    const answer = await app.inject({ method, url: `/api/v1${path}`, headers, ...(body && { payload: body }) });
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`);
    return answer.json();
  },
  async exchange(form) {
    const answer = await app.inject({
      ...{ method: "POST", url: "/api/v1/oauth/token" },
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: new URLSearchParams(form).toString(),
    });
    if (answer.statusCode !== 200) throw new Error(`no tokens: ${answer.body}`);
  },
});

/** An entry about money, which finance staff find too. */
async function entryAbout({ world }: Market, subject: string): Promise<string> {
  const row = await world.owner.one<{ id: string }>(
    "select id from audit.entry where subject = $1 and action like 'approval.%' order by number limit 1",
    [subject],
  );
  return idOf("audit", row.id);
}

export const nobodysBelongings = (now: Instant): Belongings => ({
  ...{ organization: newRootId("organization", now), colleague: newRootId("user", now) },
  ...{ invitation: newRootId("invitation", now), endpoint: newRootId("webhookEndpoint", now) },
  ...{ delivery: newRootId("webhookDelivery", now), event: newRootId("event", now) },
  browser: newRootId("pushSubscription", now),
  ...{ apiKey: newRootId("apiKey", now), client: newRootId("oauthClient", now), grant: newRootId("grant", now) },
  ...{ draft: newRootId("product", now), waiting: newRootId("product", now), shelved: newRootId("product", now) },
  ...{ serviceDraft: newRootId("service", now), service: newRootId("service", now) },
  ...{ session: newRootId("session", now), audit: newRootId("audit", now) },
  ...{ asset: newRootId("file", now), digital: newRootId("product", now), soldService: newRootId("service", now) },
  ...{ entitlement: newRootId("entitlement", now) },
  ...{ filesOrder: newRootId("order", now), serviceOrder: newRootId("order", now) },
  ...{ file: newRootId("file", now), talk: newRootId("order", now) },
  ...{ conversation: newRootId("conversation", now), message: newRootId("message", now) },
  ...{ brief: newRootId("project", now), project: newRootId("project", now) },
  ...{ proposal: newRootId("proposal", now), contract: newRootId("contract", now) },
  ...{ cartLine: newRootId("cartLine", now), cartQuote: newRootId("quote", now) },
  ...{ cartSeller: newRootId("user", now), purchase: newRootId("purchase", now) },
  ...{ negotiation: newRootId("negotiation", now), offer: newRootId("offer", now) },
  ...{ agreement: newRootId("agreement", now), amendment: newRootId("amendment", now) },
  ...{ paidAgreement: newRootId("agreement", now), paidHash: "0".repeat(64), document: newRootId("document", now) },
});
