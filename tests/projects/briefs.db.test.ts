import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { days } from "../../core/time/index.ts";
import { BRIEF, createGround, type Ground, OFFER, part } from "./ground.ts";

let ground: Ground;

beforeAll(async () => {
  ground = await createGround();
});
afterAll(() => ground.close());

const get = (who: string, path: string) => ground.ask(who, "GET", path);
const post = (who: string, path: string, body: object = {}) => ground.ask(who, "POST", path, body);
const listed = async (query = ""): Promise<string[]> =>
  (await get("stranger", `/projects?${query}`)).body.data.map(({ id }: { readonly id: string }) => id);

describe("a project", () => {
  test("is its client's alone as a draft, and for everybody once it is open", async () => {
    const id = await ground.draft();
    expect((await get("stranger", `/projects/${id}`)).status).toBe(404);
    expect((await post("stranger", `/projects/${id}/publish`)).status).toBe(404);
    expect((await get("buyer", `/projects/${id}`)).body).toMatchObject({
      ...{ ...BRIEF, state: "draft", version: 1, actions: ["change", "publish", "close"] },
    });
    expect(await listed()).not.toContain(id);
    const published = await post("buyer", `/projects/${id}/publish`);
    expect([published.status, published.body.state]).toEqual([200, "open"]);
    expect((await post("buyer", `/projects/${id}/publish`)).body.version).toBe(published.body.version);
    expect((await get("stranger", `/projects/${id}`)).body).toMatchObject({ client: null, actions: ["propose"] });
    await ground.offer(id);
    expect((await get("seller", `/projects/${id}`)).body.client.id).toBe(ground.world.buyer);
    const nobody = await ground.app.inject({ method: "GET", url: `/api/v1/projects/${id}` });
    expect([nobody.statusCode, nobody.json().actions]).toEqual([200, []]);
    expect(await listed()).toContain(id);
    expect((await get("buyer", "/projects/mine?status=open")).body.data[0].id).toBe(id);
  });

  test("is found by words, category and a budget that touches what is wanted", async () => {
    const id = await ground.open({ title: "Translate a menu", category: "translation", skills: ["Gujarati"] });
    const all = [id, expect.anything()];
    expect(await listed("q=GUJARATI")).toEqual([id]);
    expect(await listed("q=a%20menu")).toEqual([id]);
    expect(await listed("q=%25")).toEqual([]);
    expect(await listed("category=translation")).toEqual([id]);
    expect((await listed("category=design-services")).length).toBe(1);
    expect(await listed("category=no-such-thing")).toEqual([]);
    expect((await listed("currency=INR&atLeast=150000")).length).toBe(all.length);
    expect(await listed("currency=INR&atLeast=150001")).toEqual([]);
    expect(await listed("currency=INR&atMost=49999")).toEqual([]);
    expect(await listed("currency=KWD")).toEqual([]);
    expect((await get("stranger", "/projects?atMost=5")).status).toBe(400);
    expect((await get("stranger", "/projects?colour=red")).status).toBe(400);
    const first = (await get("stranger", "/projects?limit=1")).body;
    expect(first.data).toMatchObject([{ id }]);
    expect((await get("stranger", `/projects?limit=1&cursor=${first.nextCursor}`)).body.data[0].id).not.toBe(id);
  });

  test.each([
    [{ budget: { min: { amount: 0, currency: "INR" }, max: { amount: 5, currency: "INR" } } }, "budget"],
    [{ budget: { min: { amount: 9, currency: "INR" }, max: { amount: 5, currency: "INR" } } }, "budget"],
    [{ budget: { min: { amount: 1, currency: "INR" }, max: { amount: 5, currency: "KWD" } } }, "budget"],
    [{ closesAt: "2026-01-01T00:00:00.000Z" }, "closesAt"],
    [{ closesAt: "2029-01-01T00:00:00.000Z" }, "closesAt"],
    [{ skills: Array.from({ length: 11 }, (_, index) => `Skill ${index}`) }, "skills"],
    [{ colour: "red" }, "colour"],
  ])("with %j is refused", async (more, field) => {
    const { status, body } = await post("buyer", "/projects", ground.brief(more));
    expect([status, body.errors[0].field]).toEqual([400, expect.stringContaining(field)]);
  });

  test("is made once for one key", async () => {
    const key = { "idempotency-key": "one-project" };
    const made = await ground.ask("buyer", "POST", "/projects", ground.brief(), key);
    expect((await ground.ask("buyer", "POST", "/projects", ground.brief(), key)).body.id).toBe(made.body.id);
  });

  test("is changed by its client as it was read; once there are proposals, only its end moves", async () => {
    const id = await ground.open();
    const change = (body: object, version?: number) =>
      ground.ask("buyer", "PATCH", `/projects/${id}`, body, version ? { "if-match": `"${version}"` } : {});
    expect((await change({ title: "A sign" }, 1)).status).toBe(412);
    expect((await change({ title: "A sign" }, 2)).body).toMatchObject({ title: "A sign", version: 3 });
    expect((await ground.ask("stranger", "PATCH", `/projects/${id}`, { title: "Mine" })).status).toBe(404);
    await ground.offer(id);
    const refused = await change({ title: "Another sign" });
    expect([refused.status, refused.body.code]).toEqual([409, "TRANSITION_NOT_ALLOWED"]);
    const later = new Date(ground.world.now() + days(40)).toISOString();
    expect((await change({ closesAt: later })).body.closesAt).toBe(later);
  });

  test("that is closed lapses its proposals and is seen by those who had a part in it", async () => {
    const id = await ground.open();
    const proposal = await ground.offer(id);
    expect((await post("buyer", `/projects/${id}/close`)).body.state).toBe("closed");
    expect((await post("buyer", `/projects/${id}/publish`)).status).toBe(409);
    expect((await get("seller", `/proposals/${proposal}`)).body.state).toBe("lapsed");
    expect((await get("seller", `/projects/${id}`)).status).toBe(200);
    expect((await get("stranger", `/projects/${id}`)).status).toBe(404);
    expect((await post("rival", `/projects/${id}/proposals`, OFFER)).body.code).toBe("LISTING_UNAVAILABLE");
  });

  test("expires by itself when nobody was given it by its date, as far as that was moved", async () => {
    const id = await ground.open({ closesAt: new Date(ground.world.now() + days(2)).toISOString() });
    const proposal = await ground.offer(id);
    const closesAt = new Date(ground.world.now() + days(4)).toISOString();
    await ground.must("buyer", "PATCH", `/projects/${id}`, { closesAt });
    await ground.world.pass(days(3));
    expect((await get("buyer", `/projects/${id}`)).body.state).toBe("open");
    ground.world.jump(days(1));
    // Whoever is late is late, also before a worker has looked.
    expect((await post("rival", `/projects/${id}/proposals`, OFFER)).body.code).toBe("LISTING_UNAVAILABLE");
    expect((await post("buyer", `/proposals/${proposal}/accept`)).body.code).toBe("LISTING_UNAVAILABLE");
    await ground.world.settle();
    expect((await get("buyer", `/projects/${id}`)).body.state).toBe("expired");
    expect((await get("seller", `/proposals/${proposal}`)).body.state).toBe("lapsed");
  });
});

describe("a proposal", () => {
  test("is for the eyes of its freelancer and the client", async () => {
    const id = await ground.open();
    const [mine, theirs] = [await ground.offer(id), await ground.offer(id, "rival")];
    const seen = async (who: string) =>
      (await get(who, `/projects/${id}/proposals`)).body.data.map((one: { readonly id: string }) => one.id);
    expect(await seen("buyer")).toEqual([theirs, mine]);
    expect(await seen("seller")).toEqual([mine]);
    expect(await seen("stranger")).toEqual([]);
    for (const [who, status] of Object.entries({ buyer: 200, seller: 200, rival: 404, stranger: 404 }))
      expect((await get(who, `/proposals/${mine}`)).status).toBe(status);
    expect((await post("rival", `/proposals/${mine}/withdraw`)).status).toBe(404);
    expect((await get("buyer", `/proposals/${mine}`)).body).toMatchObject({ days: 10, actions: ["accept", "decline"] });
    expect((await get("seller", "/proposals")).body.data[0].id).toBe(mine);
    expect((await get("seller", "/proposals?status=open")).body.data[0].id).toBe(mine);
    expect((await get("seller", "/proposals?status=declined")).body.data).toEqual([]);
  });

  test.each([
    [{ milestones: [part("All", 99_999)] }, "milestones"],
    [{ milestones: [part("All", 100_001)] }, "milestones"],
    [{ milestones: [] }, "milestones"],
    [{ milestones: [part("All", 100_000), part("Gift", 0)] }, "milestones"],
    [{ price: { amount: 100_000, currency: "KWD" } }, "price"],
    [{ milestones: [part("All", 100_000, { revisions: 21 })] }, "milestones"],
  ])("with %j is refused", async (more, field) => {
    const id = await ground.open();
    const { status, body } = await post("seller", `/projects/${id}/proposals`, { ...OFFER, ...more });
    expect([status, body.errors[0].field]).toEqual([400, expect.stringContaining(field)]);
  });

  test("is one of each freelancer while it is open, and none is one's own client's", async () => {
    const id = await ground.open();
    const mine = await ground.offer(id);
    expect((await post("seller", `/projects/${id}/proposals`, OFFER)).body.code).toBe("TRANSITION_NOT_ALLOWED");
    expect((await post("buyer", `/projects/${id}/proposals`, OFFER)).body.code).toBe("OWN_LISTING");
    expect((await post("seller", `/proposals/${mine}/withdraw`)).body.state).toBe("withdrawn");
    expect((await post("seller", `/proposals/${mine}/withdraw`)).status).toBe(200);
    expect(await ground.offer(id)).not.toBe(mine);
  });

  test("of two that are sent at once by one freelancer is one", async () => {
    const id = await ground.open();
    const answers = await Promise.all([1, 2].map(() => post("seller", `/projects/${id}/proposals`, OFFER)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
  });

  test("is changed while nobody has answered, as it was read", async () => {
    const id = await ground.offer(await ground.open());
    const change = (body: object, version: number) =>
      ground.ask("seller", "PATCH", `/proposals/${id}`, body, { "if-match": `"${version}"` });
    const cheaper = { price: { amount: 90_000, currency: "INR" }, milestones: [part("All", 90_000)] };
    expect((await change({ price: cheaper.price }, 1)).status).toBe(400);
    expect((await change(cheaper, 1)).body).toMatchObject({ ...cheaper, version: 2, days: 5 });
    expect((await change(cheaper, 1)).status).toBe(412);
    expect((await ground.ask("buyer", "PATCH", `/proposals/${id}`, cheaper)).body.code).toBe("FORBIDDEN");
    const stale = await ground.ask("buyer", "POST", `/proposals/${id}/accept`, {}, { "if-match": '"1"' });
    expect(stale.status).toBe(412);
    expect((await post("seller", `/proposals/${id}/decline`)).body.code).toBe("FORBIDDEN");
    expect((await post("buyer", `/proposals/${id}/decline`)).body.state).toBe("declined");
    expect((await change(cheaper, 3)).status).toBe(409);
    expect((await post("buyer", `/proposals/${id}/accept`)).status).toBe(409);
  });

  test("of a colleague is neither made nor taken", async () => {
    const id = await ground.open();
    const proposal = await ground.offer(id, "rival");
    const company = await ground.must("buyer", "POST", "/organizations", {
      ...{ legalName: "Tea House (demo)", country: "BH", taxNumber: null },
    });
    const members =
      "insert into organizations.member (organization_id, user_id, role, joined_at) values ($1, $2, 'viewer', now())";
    await ground.world.owner.query(members, [company.id.slice(4), ground.others.rival?.slice(4)]);
    expect((await post("buyer", `/proposals/${proposal}/accept`)).body.code).toBe("OWN_LISTING");
    await ground.must("rival", "POST", `/proposals/${proposal}/withdraw`, {});
    expect((await post("rival", `/projects/${id}/proposals`, OFFER)).body.code).toBe("OWN_LISTING");
    await ground.world.owner.query("delete from organizations.member where user_id = $1", [
      ground.others.rival?.slice(4),
    ]);
  });
});
