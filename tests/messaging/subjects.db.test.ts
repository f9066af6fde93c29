import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { days, minutes } from "../../core/time/index.ts";
import type { Push } from "../../server/runtime/push/index.ts";
import { openRoom, type Room } from "../disputes/room.ts";
import { OFFER } from "../negotiations/ground.ts";

let room: Room;
beforeAll(async () => {
  room = await openRoom();
});
afterAll(() => room.close());

const write = (who: string, kind: string, id: string, text: string) =>
  room.ask(who, "POST", "/conversations", { subject: { kind, id }, message: { text } });
const texts = async (who: string, conversation: string): Promise<string[]> =>
  (await room.must(who, "GET", `/conversations/${conversation}/messages`)).data.map(
    ({ text }: { text: string }) => text,
  );
const negotiated = async (): Promise<string> =>
  (await room.must("buyer", "POST", "/negotiations", { productId: room.world.product, offer: OFFER })).id;

describe("about a negotiation", () => {
  test("its two talk to each other, before and after its end, and to everybody else it does not exist", async () => {
    const id = await negotiated();
    const opened = await write("buyer", "negotiation", id, "Would you do 240 each?");
    expect(opened.body).toMatchObject({ subject: { kind: "negotiation", id }, counterpart: { id: room.world.seller } });
    expect((await write("seller", "negotiation", id, "For five, yes.")).body.id).toBe(opened.body.id);
    expect(await texts("buyer", opened.body.id)).toEqual(["For five, yes.", "Would you do 240 each?"]);
    for (const who of ["stranger", "arbiter", "support"]) {
      expect((await write(who, "negotiation", id, "me too")).status).toBe(404);
      expect((await room.ask(who, "GET", `/conversations/${opened.body.id}`)).status).toBe(404);
    }
    await room.must("buyer", "POST", `/negotiations/${id}/close`, {});
    expect((await write("seller", "negotiation", id, "Another time then.")).status).toBe(201);
    expect((await write("buyer", "negotiation", `neg_${"0".repeat(32)}`, "Anybody?")).status).toBe(404);
  });

  test("case 111: by what they could meet outside is hidden until money is held between the two", async () => {
    const id = await negotiated();
    const { body } = await write("seller", "negotiation", id, "Call 9000000001 and pay me there");
    expect(await texts("buyer", body.id)).toEqual(["Call ••• and pay me there"]);
    await room.world.paid();
    expect(await texts("buyer", body.id)).toEqual(["Call 9000000001 and pay me there"]);
  });
});

describe("about a proposal", () => {
  const inr = (amount: number) => ({ amount, currency: "INR" });
  const proposed = async (freelancer = "seller"): Promise<string> => {
    const { id } = await room.must("buyer", "POST", "/projects", {
      ...{ title: "A menu in Arabic", description: "Two pages.", budget: { min: inr(50_000), max: inr(90_000) } },
      closesAt: new Date(room.world.now() + days(20)).toISOString(),
    });
    await room.must("buyer", "POST", `/projects/${id}/publish`, {});
    const milestones = [{ title: "Both pages", amount: inr(60_000), days: 4, revisions: 1 }];
    const offer = { price: inr(60_000), message: "Plain words.", milestones };
    return (await room.must(freelancer, "POST", `/projects/${id}/proposals`, offer)).id;
  };

  test("client and freelancer talk to each other, before and after its answer, and to everybody else it does not exist", async () => {
    const id = await proposed();
    const { body } = await write("seller", "proposal", id, "Which font do you use?");
    expect(body).toMatchObject({ subject: { kind: "proposal", id }, counterpart: { id: room.world.buyer } });
    expect((await write("buyer", "proposal", id, "None yet.")).body.id).toBe(body.id);
    for (const who of ["stranger", "arbiter", "support"]) {
      expect((await write(who, "proposal", id, "me too")).status).toBe(404);
      expect((await room.ask(who, "GET", `/conversations/${body.id}`)).status).toBe(404);
    }
    await room.must("buyer", "POST", `/proposals/${id}/decline`, {});
    expect((await write("seller", "proposal", id, "Another time then.")).status).toBe(201);
    expect((await write("buyer", "proposal", `prop_${"0".repeat(32)}`, "Anybody?")).status).toBe(404);
  });

  test("case 111: by what they could meet outside is hidden until money is held between the two", async () => {
    const id = await proposed("stranger");
    const { body } = await write("stranger", "proposal", id, "Write to a.b@example.com");
    expect(await texts("buyer", body.id)).toEqual(["Write to •••"]);
  });
});

describe("about a dispute", () => {
  const disputed = async (): Promise<string> => await room.dispute(await room.delivered());
  const speak = (who: string, id: string, text: string, more: object = {}) =>
    room.ask(who, "POST", `/admin/disputes/${id}/messages`, { text, ...more });
  const hears = (who: string, id: string) => room.ask(who, "GET", `/admin/disputes/${id}/messages`);

  test("its parties talk to each other, and the arbiter who has taken it talks to both and to neither alone", async () => {
    const id = await disputed();
    const { body } = await write("buyer", "dispute", id, "It was packed badly.");
    expect((await write("stranger", "dispute", id, "me too")).status).toBe(404);
    expect((await write("arbiter", "dispute", id, "A word with you alone?")).status).toBe(404);
    expect([(await hears("arbiter", id)).status, (await speak("arbiter", id, "Hello")).status]).toEqual([403, 403]);
    await room.heard(id);
    const said = await speak("arbiter", id, "What did the courier note?");
    expect([said.status, said.body.fromArbiter]).toEqual([201, true]);
    for (const who of ["buyer", "seller"]) {
      const { data } = await room.must(who, "GET", `/conversations/${body.id}/messages`);
      expect(data).toMatchObject([
        { text: "What did the courier note?", fromArbiter: true },
        { text: "It was packed badly.", fromArbiter: false },
      ]);
      const seen = await room.must(who, "GET", `/conversations/${body.id}`);
      expect([seen.unread, seen.lastMessage.text]).toEqual([who === "buyer" ? 1 : 2, "What did the courier note?"]);
    }
    const { data } = (await hears("arbiter", id)).body;
    expect(data.map(({ text }: { text: string }) => text)).toEqual([
      "What did the courier note?",
      "It was packed badly.",
    ]);
    for (const who of ["second", "support", "buyer"]) expect((await hears(who, id)).status).toBe(403);
  });

  test("the arbiter may speak first, once per key, and both are told by whom, and that something waits", async () => {
    const id = await disputed();
    await room.heard(id);
    expect((await hears("arbiter", id)).body.data).toEqual([]);
    const path = `/admin/disputes/${id}/messages`;
    const words = { text: "I have read the file." };
    const first = await room.must("arbiter", "POST", path, words, "said once");
    expect((await room.must("arbiter", "POST", path, words, "said once")).id).toBe(first.id);
    expect((await hears("arbiter", id)).body.data).toHaveLength(1);
    await room.world.pass(minutes(11));
    for (const who of ["buyer", "seller"]) {
      const { data } = await room.must(who, "GET", "/notifications?limit=5");
      expect(data).toContainEqual(
        expect.objectContaining({
          key: "messages_unread",
          params: expect.objectContaining({ name: "arbiter (demo)" }),
        }),
      );
    }
  });

  test("who has given the case back, or decided it before an appeal, reads and says no more", async () => {
    const id = await disputed();
    await room.heard(id);
    await speak("arbiter", id, "Hello.");
    await room.decide(id, { outcome: "refund" });
    expect((await hears("arbiter", id)).status).toBe(200);
    await room.must("seller", "POST", `/disputes/${id}/appeal`, { text: "Look again." });
    expect([(await hears("arbiter", id)).status, (await speak("arbiter", id, "Wait")).status]).toEqual([403, 403]);
    await room.must("second", "POST", `/admin/disputes/${id}/take`, {});
    expect((await hears("second", id)).body.data).toHaveLength(1);
    await room.must("second", "POST", `/admin/disputes/${id}/leave`, {});
    expect((await hears("second", id)).status).toBe(403);
    expect((await hears("second", `dsp_${"0".repeat(32)}`)).status).toBe(404);
  });

  test("what is attached is seen by both and by who has the case, and by nobody else", async () => {
    const id = await disputed();
    await room.must("seller", "POST", `/disputes/${id}/respond`, { text: "No." });
    const file = await room.bring("buyer", "the courier's note", "message");
    const message = { text: "See this", attachments: [file.id] };
    await room.must("buyer", "POST", "/conversations", { subject: { kind: "dispute", id }, message });
    const sees = async (who: string) => (await room.ask(who, "GET", `/files/${file.id}`)).status;
    expect([await sees("seller"), await sees("arbiter"), await sees("stranger")]).toEqual([200, 404, 404]);
    await room.must("arbiter", "POST", `/admin/disputes/${id}/take`, {});
    expect([await sees("arbiter"), await sees("second"), await sees("support")]).toEqual([200, 404, 404]);
    expect((await speak("arbiter", id, "And this?", { attachments: [file.id] })).status).toBe(404);
    const own = await room.bring("arbiter", "what the rules say", "message");
    expect((await speak("arbiter", id, "And this?", { attachments: [own.id] })).status).toBe(201);
    expect((await room.ask("seller", "GET", `/files/${own.id}`)).status).toBe(200);
  });

  test("open screens of the parties and of who has the case hear of a message", async () => {
    const id = await disputed();
    await room.heard(id);
    const heard: [string, Push["type"]][] = [];
    const { buyer, seller, parts } = room.world;
    const arbiter = (await room.must("arbiter", "GET", `/disputes/${id}`)).arbiter.id;
    const people = { buyer, seller, arbiter };
    const leave = Object.entries(people).map(([who, user]) =>
      parts.hub.join(user, ({ type }) => void heard.push([who, type])),
    );
    await write("seller", "dispute", id, "It left us whole.");
    await speak("arbiter", id, "Thank you.");
    await speak("second", id, "And me?");
    for (const one of leave) one();
    for (const who of Object.keys(people))
      expect(heard.filter(([name, type]) => name === who && type === "message.added")).toHaveLength(2);
  });
});
