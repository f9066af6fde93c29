import { type Id, type UserId, uuidOf } from "../../core/ids/index.ts";
import type { Parts } from "../../server/entrypoints/wiring.ts";
import { insertUser, type Role, startSession } from "../../server/modules/identity/index.ts";
import { newRootId } from "../../server/runtime/ids/index.ts";
import { type TestDatabase, testDatabase } from "../database/index.ts";
import { applicationOf, CONFIRMED } from "../money/application.ts";
import { createWorld } from "../money/world.ts";

export type Answered = { readonly status: number; readonly body: Record<string, unknown> };
export type Office = Awaited<ReturnType<typeof openOffice>>;

/** A small marketplace with its API, and people who are asked for by name. */
export async function openOffice(parts: Partial<Parts> = {}) {
  const database: TestDatabase = await testDatabase({ connections: 20 });
  const world = await createWorld(database, { parts });
  const app = await applicationOf(world, { stepUp: CONFIRMED });
  let keys = 0;

  const office = {
    ...{ database, world, app },

    /** Somebody with a session, whose token is the id. */
    async person(name: string, ...roles: Role[]): Promise<UserId> {
      const id = newRootId("user", world.now());
      const email = `${name}.${uuidOf(id)}@example.test`;
      await insertUser(database.app, {
        ...{ id, demoKey: null, name: `${name} (demo)`, email, phone: "9000000001" },
        ...{ roles: ["user", ...roles], pickupAddress: null },
      });
      await office.signIn(id);
      return id;
    },

    signIn: (user: UserId) => startSession(database.app, user, world.now(), user),

    async ask(who: UserId, method: "GET" | "POST" | "PATCH" | "DELETE", path: string, body?: object, key?: string) {
      keys += 1;
      const answer = await app.inject({
        method,
        url: `/api/v1${path}`,
        headers: { authorization: `Bearer ${who}`, "idempotency-key": key ?? `key-of-the-office-${keys}` },
        ...(body && { payload: body }),
      });
      return { status: answer.statusCode, body: answer.body === "" ? {} : answer.json() } as Answered;
    },

    /** Puts somebody into a company without the way through an invitation. */
    async joins(organization: Id<"organization">, user: UserId, role = "viewer"): Promise<void> {
      await database.owner.query(
        "insert into organizations.member (organization_id, user_id, role, joined_at) values ($1, $2, $3, now())",
        [uuidOf(organization), uuidOf(user), role],
      );
    },

    /** A company of these people, the first of whom owns it. */
    async company(owner: UserId, ...others: UserId[]): Promise<Id<"organization">> {
      const founded = await office.ask(owner, "POST", "/organizations", {
        ...{ legalName: "Deccan Looms Private Limited (demo)", country: "IN", taxNumber: "27AAPFU0939F1ZV" },
      });
      if (founded.status !== 201) throw new Error(JSON.stringify(founded));
      const id = founded.body.id as Id<"organization">;
      for (const user of others) await office.joins(id, user);
      return id;
    },

    /** What was recorded of an action, the latest first. */
    audited: (action: string) =>
      database.owner.query<{
        actor_id: string;
        subject: string;
        reason: string | null;
        detail: Record<string, unknown>;
      }>("select actor_id, subject, reason, detail from audit.entry where action = $1 order by number desc", [action]),

    async close(): Promise<void> {
      await app.close();
      await database.drop();
    },
  };
  return office;
}
