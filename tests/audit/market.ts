import type { UserId } from "../../core/ids/index.ts";
import { insertUser, startSession } from "../../server/modules/identity/index.ts";
import type { LoggerOptions, Role } from "../../server/runtime/http/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { applicationOf, CONFIRMED } from "../money/application.ts";
import { createWorld } from "../money/world.ts";

export type Market = Awaited<ReturnType<typeof createMarket>>;

/** A marketplace asked over HTTP, with its staff; each session's token is the name of whoever has it. */
export async function createMarket(
  database: TestDatabase,
  logger: LoggerOptions = { level: "silent" },
  options: Parameters<typeof createWorld>[1] = {},
) {
  const world = await createWorld(database, options);
  await startSession(database.app, world.buyer, world.now(), "buyer");
  await startSession(database.app, world.seller, world.now(), "seller");
  const staffMember = async (role: Role): Promise<UserId> => {
    const id = newRootId("user", world.now());
    const about = { id, demoKey: null, name: `Demo ${role}`, email: `${id}@example.test`, phone: "9000000003" };
    await insertUser(database.app, { ...about, roles: ["user", role], pickupAddress: null });
    await startSession(database.app, id, world.now(), role);
    return id;
  };
  const staff = {
    admin: await staffMember("admin"),
    finance: await staffMember("finance"),
    support: await staffMember("support"),
  };
  const app = await applicationOf(world, { logger, stepUp: CONFIRMED });
  const ask = async (who: string | null, method: "GET" | "POST" | "PUT" | "DELETE", path: string, body?: object) => {
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: { "user-agent": AGENT, ...(who !== null && { authorization: `Bearer ${who}` }) },
      ...(body && { payload: body }),
    });
    const text = answer.body;
    return { status: answer.statusCode, headers: answer.headers, text, body: text === "" ? null : answer.json() };
  };
  return { world, app, ask, staff };
}

export const AGENT = "a demo browser";

export const BANK_ACCOUNT = {
  holderName: "Deccan Looms",
  accountNumber: "026291800005678",
  ifsc: "YESB0000262",
  kind: "current",
} as const;
