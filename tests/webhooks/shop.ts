import type { UserId } from "../../core/ids/index.ts";
import { startSession } from "../../server/modules/identity/index.ts";
import { type SendingParts, sendDue } from "../../server/modules/webhooks/index.ts";
import { createOutbound, type Outbound } from "../../server/runtime/outbound/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { applicationOf } from "../money/application.ts";
import { createWorld, type World } from "../money/world.ts";

export type Method = "GET" | "POST" | "PATCH" | "DELETE";

/** What a sandbox allows whose receivers are on the same machine. */
export const beside = (timeoutMs = 5_000): Outbound =>
  createOutbound({ rules: { plainHttp: true, privateAddresses: true, ports: "any" }, timeoutMs });

export type Shop = {
  readonly database: TestDatabase;
  readonly world: World;
  readonly sending: SendingParts;
  readonly errors: unknown[];
  ask(who: string | null, method: Method, path: string, body?: object, key?: string): Promise<Answered>;
  /** An endpoint of the seller's, or of somebody else who has a session of that name. */
  endpoint(url: string, wish?: object, who?: string): Promise<{ id: string; secret: string }>;
  /** Everybody as at the start: no endpoints, nothing that waits, sessions that are fresh however far the clock went. */
  tidyUp(): Promise<void>;
  /** Sends what is due, and answers how many attempts that took. */
  send(): Promise<number>;
  deliveries(id: string, who?: string): Promise<DeliverySeen[]>;
  close(): Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: a test looks into the bodies of answers as they come.
export type Answered = { readonly status: number; readonly body: any };

export type DeliverySeen = {
  readonly id: string;
  readonly eventId: string;
  readonly eventType: string;
  readonly state: string;
  readonly nextAttemptAt: string | null;
  readonly attempts: readonly { at: string; outcome: string; status: number | null; answer: string | null }[];
};

/** A market whose API and sender run in the test; `buyer` and `seller` have sessions. */
export async function openShop(outbound: Outbound = beside()): Promise<Shop> {
  const database = await testDatabase();
  const world = await createWorld(database, { parts: { outbound } });
  const errors: unknown[] = [];
  const clock = { now: world.now };
  const sending = {
    ...{ db: database.app, clock, wallClock: clock, outbound },
    dataKey: world.parts.dataKey,
    onError: (error: unknown) => errors.push(error),
  };
  const app = await applicationOf(world);
  const people: Readonly<Record<string, UserId>> = { buyer: world.buyer, seller: world.seller };
  let signedIn = 0;
  const tokenOf = (who: string): string => `${who}-${signedIn}`;
  const tidyUp = async (): Promise<void> => {
    signedIn += 1;
    for (const [who, user] of Object.entries(people)) await startSession(database.app, user, world.now(), tokenOf(who));
    await database.owner.query("delete from webhooks.endpoint");
  };
  await tidyUp();
  const ask: Shop["ask"] = async (who, method, path, body, key) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { ...(who && { authorization: `Bearer ${tokenOf(who)}` }), ...(key && { "idempotency-key": key }) },
      ...(body && { payload: body }),
    });
    return { status: answer.statusCode, body: answer.body === "" ? null : answer.json() };
  };
  return {
    ...{ database, world, sending, errors, ask, tidyUp },
    async endpoint(url, wish = {}, who = "seller") {
      const { status, body } = await ask(who, "POST", "/webhook-endpoints", { url, ...wish });
      if (status !== 201) throw new Error(JSON.stringify(body));
      return { id: body.endpoint.id, secret: body.secret };
    },
    send: () => sendDue(sending),
    async deliveries(id, who = "seller") {
      return (await ask(who, "GET", `/webhook-endpoints/${id}/deliveries`)).body.data;
    },
    async close() {
      await app.close();
      await database.drop();
    },
  };
}
