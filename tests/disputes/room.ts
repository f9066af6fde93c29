import { idOf, type UserId, uuidOf } from "../../core/ids/index.ts";
import { personalDisputes } from "../../server/modules/disputes/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import { type Office, openOffice } from "../rights/office.ts";
import type { Answered, Method } from "../webhooks/shop.ts";

export type Room = Awaited<ReturnType<typeof openRoom>>;

/** A market with two arbiters and somebody of the finance staff, asked through its API; sessions are as fresh as the clock. */
export async function openRoom() {
  const office: Office = await openOffice({});
  const { world } = office;
  const people: Record<string, UserId> = {
    ...{ buyer: world.buyer, seller: world.seller },
    arbiter: await office.person("arbiter", "arbiter"),
    second: await office.person("second", "arbiter"),
    support: await office.person("support", "support"),
    stranger: await office.person("stranger"),
  };
  let asked = 0;
  const ask = async (who: string, method: Method, path: string, body?: object, key?: string): Promise<Answered> => {
    const user = people[who];
    if (!user) throw new Error(`nobody is called ${who}`);
    asked += 1;
    const nth = asked;
    const token = `${user}-${nth}`;
    await startSession(office.database.app, user, world.now(), token);
    const answer = await office.app.inject({
      ...{ method, url: `/api/v1${path}` },
      headers: { authorization: `Bearer ${token}`, "idempotency-key": key ?? `key-of-the-room-${nth}` },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
  };
  const must = async (who: string, method: Method, path: string, body?: object, key?: string) => {
    const { status, body: answer } = await ask(who, method, path, body, key);
    if (status >= 300) throw new Error(`${who} ${method} ${path}: ${JSON.stringify(answer)}`);
    return answer;
  };
  /** Brings a text file; answers with what is known of it. */
  const bring = async (who: string, text: string, purpose = "evidence") => {
    const user = people[who];
    if (!user) throw new Error(`nobody is called ${who}`);
    asked += 1;
    const nth = asked;
    await startSession(office.database.app, user, world.now(), `${user}-${nth}`);
    const answer = await office.app.inject({
      ...{ method: "POST", url: `/api/v1/files?name=paper.txt&purpose=${purpose}`, payload: Buffer.from(text) },
      headers: {
        ...{ authorization: `Bearer ${user}-${nth}`, "content-type": "application/octet-stream" },
        "idempotency-key": `file-of-the-room-${nth}`,
      },
    });
    if (answer.statusCode !== 201) throw new Error(`${who}: ${answer.body}`);
    return answer.json() as { readonly id: string; readonly sha256: string };
  };
  const claim = { problem: "damaged", claims: [{ kind: "refund" }], text: "The glaze is broken." };
  return {
    ...{ office, world, ask, must, bring, claim },
    hire: async (name: string, role: "arbiter" | "support") => {
      people[name] = await office.person(name, role);
    },
    /** Makes somebody a colleague of the seller's. */
    befriend: async (name: string) => {
      const { organization_id: id } = await office.database.owner.one<{ organization_id: string }>(
        "select organization_id from organizations.member where user_id = $1",
        [uuidOf(world.seller)],
      );
      await office.joins(idOf("organization", id), people[name] ?? world.buyer);
    },
    forget: (user: UserId) => world.db.transaction((tx) => personalDisputes.erase(tx, user)),
    /** An order that has been delivered, and is looked at. */
    delivered: async (): Promise<Order> => {
      const { order } = await world.shipped();
      await world.give(order, "delivered", "carrier");
      await world.settle();
      return order;
    },
    travelling: async (): Promise<Order> => (await world.shipped()).order,
    dispute: async (order: Order, who = "buyer", wish: object = {}): Promise<string> =>
      (await must(who, "POST", `/orders/${order.id}/dispute`, { ...claim, ...wish })).id,
    /** As far as an arbiter who has heard both. */
    heard: async (id: string, arbiter = "arbiter"): Promise<void> => {
      await must("seller", "POST", `/disputes/${id}/respond`, { text: "It left us whole." });
      await must(arbiter, "POST", `/admin/disputes/${id}/take`, {});
    },
    decide: (id: string, wish: object, arbiter = "arbiter") =>
      ask(arbiter, "POST", `/admin/disputes/${id}/decide`, {
        ...{ findings: [{ claim: 0, upheld: true, reasons: "The picture shows it." }], reasons: "Heard both." },
        ...wish,
      }),
    close: () => office.close(),
  };
}
