import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import { days, hours } from "../../core/time/index.ts";
import { personalNegotiations } from "../../server/modules/negotiations/index.ts";
import { type Ground, inr, OFFER, openGround } from "./ground.ts";

let ground: Ground;
let buyer: UserId;
let seller: UserId;

beforeAll(async () => {
  ground = await openGround();
  ({ buyer, seller } = ground);
});
afterAll(() => ground.close());
beforeEach(async () => {
  ground.product.id = await ground.world.listing(1000);
});

const ask = (who: UserId, method: "GET" | "POST", path: string, body?: object) =>
  ground.ask(who, method, `/negotiations${path}`, body);
const open = (changes: object = {}) => ground.open(changes);
const counter = (who: UserId, id: string, changes: object = {}) => ground.counter(who, id, changes);
const accept = (who: UserId, id: string, offerId: string) => ground.accept(who, id, offerId);

describe("the way to an agreement", () => {
  test("an offer, a counter-offer, and the other side's yes to exactly that", async () => {
    const opened = await open();
    expect(opened).toMatchObject({
      ...{ status: "open", role: "buyer", version: 1, actions: ["offer", "withdraw", "close"] },
      offers: [{ number: 1, by: "buyer", status: "standing", total: inr(109_000), quantity: 4 }],
    });
    const countered = await counter(seller, opened.id, { unitPrice: inr(27_000) });
    expect(countered.body).toMatchObject({
      ...{ status: "open", role: "seller", version: 2, actions: ["offer", "withdraw", "close"] },
      offers: [{ status: "superseded" }, { number: 2, by: "seller", status: "standing", total: inr(117_000) }],
    });
    const [first, second] = countered.body.offers;
    expect((await accept(seller, opened.id, second.id)).body.code).toBe("OFFER_NOT_STANDING");
    expect((await accept(buyer, opened.id, first.id)).body.code).toBe("OFFER_NOT_STANDING");
    const agreed = await accept(buyer, opened.id, second.id);
    expect(agreed.body).toMatchObject({
      ...{
        status: "agreement_reached",
        actions: [],
        standingOffer: null,
        lastOffer: { id: second.id, status: "accepted" },
      },
      offers: [{ status: "superseded" }, { status: "accepted" }],
    });
    for (const act of [counter(seller, opened.id), accept(buyer, opened.id, second.id)])
      expect((await act).body.code).toBe("NEGOTIATION_OVER");
  });

  test("an offer is taken back, the talk goes on, and either side ends it", async () => {
    const { id, offers } = await open();
    const path = `/${id}/offers/${offers[0].id}/withdraw`;
    expect((await ask(seller, "POST", path, {})).body.code).toBe("OFFER_NOT_STANDING");
    const withdrawn = await ask(buyer, "POST", path, {});
    expect(withdrawn.body).toMatchObject({ status: "open", standingOffer: null, offers: [{ status: "withdrawn" }] });
    expect((await accept(seller, id, offers[0].id)).body.code).toBe("OFFER_NOT_STANDING");
    await counter(buyer, id);
    const closed = await ask(seller, "POST", `/${id}/close`, {});
    expect(closed.body).toMatchObject({ status: "closed", offers: [{ status: "withdrawn" }, { status: "closed" }] });
    expect((await counter(buyer, id)).body.code).toBe("NEGOTIATION_OVER");
  });

  test("an offer ends at its own time, whether or not anybody has noted it, and the talk fourteen days later", async () => {
    const { id, offers } = await open({ validForHours: 1 });
    ground.world.jump(hours(1) - 1);
    expect((await ask(seller, "GET", `/${id}`)).body.actions).toContain("accept");
    ground.world.jump(1);
    const late = await accept(seller, id, offers[0].id);
    expect([late.status, late.body.code]).toEqual([409, "OFFER_NOT_STANDING"]);
    expect((await ask(seller, "GET", `/${id}`)).body).toMatchObject({
      ...{ status: "open", offers: [{ status: "expired" }], actions: ["offer", "close"] },
    });
    ground.world.jump(days(14));
    expect((await ask(buyer, "GET", `/${id}`)).body).toMatchObject({ status: "expired", actions: [] });
    expect((await counter(seller, id)).body.code).toBe("NEGOTIATION_OVER");
    expect((await open()).status).toBe("open");
    const expired = await ask(buyer, "GET", "?status=expired&role=buyer");
    expect(expired.body.data.map((one: { id: string }) => one.id)).toEqual([id]);
  });
});

describe("what is refused", () => {
  test("amounts in another currency, nothing for something, and sending that nobody pays", async () => {
    for (const [changes, field] of [
      [{ unitPrice: { amount: 25_000, currency: "USD" } }, "offer.unitPrice"],
      [{ unitPrice: inr(0) }, "offer.unitPrice"],
      [{ shipping: { bearer: "seller", amount: inr(1) } }, "offer.shipping.amount"],
    ] as const) {
      const refused = await open(changes);
      expect([refused.code, refused.errors[0].field]).toEqual(["VALIDATION_FAILED", field]);
    }
    for (const changes of [{ quantity: 0 }, { deliveryDays: 61 }, { validForHours: 721 }, { total: inr(1) }])
      expect((await open(changes)).code).toBe("VALIDATION_FAILED");
    const { id } = await open();
    const refused = await counter(seller, id, { unitPrice: { amount: 1, currency: "SAR" } });
    expect(refused.body.errors[0].field).toBe("unitPrice");
  });

  test("one's own listing or one's company's, and a second talk about the same listing", async () => {
    const offer = { productId: ground.product.id, offer: OFFER };
    expect((await ask(seller, "POST", "", offer)).body.code).toBe("OWN_LISTING");
    const colleague = await ground.office.person("colleague");
    await ground.office.company(seller, colleague);
    expect((await ask(colleague, "POST", "", offer)).body.code).toBe("OWN_LISTING");
    const first = await open();
    expect((await open()).code).toBe("LIMIT_REACHED");
    await ask(buyer, "POST", `/${first.id}/close`, {});
    expect((await open()).status).toBe("open");
  });

  test("a change by whoever has seen an older version", async () => {
    const { id } = await open();
    await counter(seller, id);
    const stale = await ground.ask(buyer, "POST", `/negotiations/${id}/offers`, OFFER, { "if-match": '"1"' });
    expect([stale.status, stale.body.code]).toEqual([412, "VERSION_CONFLICT"]);
    const fresh = await ground.ask(buyer, "POST", `/negotiations/${id}/offers`, OFFER, { "if-match": '"2"' });
    expect(fresh.body.version).toBe(3);
  });

  test("everything to a stranger, as if there were none", async () => {
    const stranger = await ground.office.person("stranger");
    const { id, offers } = await open();
    for (const answer of [
      ask(stranger, "GET", `/${id}`),
      counter(stranger, id),
      accept(stranger, id, offers[0].id),
      ask(stranger, "POST", `/${id}/offers/${offers[0].id}/withdraw`, {}),
      ask(stranger, "POST", `/${id}/close`, {}),
    ])
      expect((await answer).body.code).toBe("NOT_FOUND");
  });
});

describe("many at once", () => {
  test("a yes and a counter-offer: one of them wins, and the other is told so", async () => {
    for (let round = 0; round < 8; round++) {
      ground.product.id = await ground.world.listing(1000);
      const { id, offers } = await open();
      const [yes, counterOffer] = await Promise.all([
        accept(seller, id, offers[0].id),
        counter(buyer, id, { unitPrice: inr(1_000) }),
      ]);
      const said = [yes, counterOffer].map(({ body }) => body.code ?? "done");
      expect([
        ["done", "NEGOTIATION_OVER"],
        ["OFFER_NOT_STANDING", "done"],
      ]).toContainEqual(said);
      const after = (await ask(buyer, "GET", `/${id}`)).body;
      expect(after.status).toBe(yes.status === 200 ? "agreement_reached" : "open");
    }
  });

  test("both sides offer: both offers are there, one stands", async () => {
    const { id } = await open();
    const sent = [buyer, seller, buyer, seller, buyer].map((who) => counter(who, id));
    expect((await Promise.all(sent)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    const { offers } = (await ask(buyer, "GET", `/${id}`)).body;
    expect(offers.map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(offers.filter(({ status }: { status: string }) => status === "standing")).toHaveLength(1);
  });

  test("two talks about one listing: one is opened", async () => {
    const both = await Promise.all([open(), open(), open()]);
    expect(both.map(({ code }) => code ?? "opened").sort()).toEqual(["LIMIT_REACHED", "LIMIT_REACHED", "opened"]);
  });
});

test("lists are one's own, newest first, by role and page", async () => {
  const other = await ground.office.person("another buyer");
  const ids: string[] = [];
  for (let round = 0; round < 3; round++) {
    const about = await ground.world.listing(10, money(1_000n, "INR"));
    const made = await ask(other, "POST", "", { productId: about, offer: { ...OFFER, quantity: 1 } });
    ids.unshift(made.body.id);
    ground.world.jump(1_000);
  }
  const page = await ask(other, "GET", "?limit=2");
  const rest = await ask(other, "GET", `?limit=2&cursor=${page.body.nextCursor}`);
  const shown = [...page.body.data, ...rest.body.data];
  expect(shown.map(({ id }: { id: string }) => id)).toEqual(ids);
  expect(shown[0]).toMatchObject({ role: "buyer", standingOffer: { by: "buyer", total: inr(34_000) } });
  expect((await ask(other, "GET", "?role=seller")).body.data).toEqual([]);
  expect((await ask(other, "GET", "?status=closed")).body.data).toEqual([]);
  expect((await ask(other, "GET", "?status=shut")).body.code).toBe("VALIDATION_FAILED");
});

test("whoever is forgotten leaves no words in what he offered", async () => {
  const { id } = await open({ freeTerms: "Ring me at home (demo)" });
  await counter(seller, id, { freeTerms: "At the gate (demo)" });
  await ground.office.database.app.transaction((tx) => personalNegotiations.erase(tx, buyer));
  const left = await ground.office.database.owner.query<{ terms: { freeTerms: string } }>(
    "select terms from negotiations.offer where negotiation_id = $1 order by number",
    [id.slice(4)],
  );
  expect(left.map(({ terms }) => terms.freeTerms)).toEqual(["", "At the gate (demo)"]);
  expect((await ask(seller, "GET", `/${id}`)).body.status).toBe("closed");
});
