import { type Id, idOf, parseId, uuidOf } from "../../core/ids/index.ts";
import type { Instant } from "../../core/time/index.ts";
import { waitingCodes } from "../../server/modules/identity/index.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import { DATA_KEY } from "../money/world.ts";

type Answer = {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests read bodies as they are.
  readonly body: any;
};

type Hands<A extends Answer> = {
  /** Sends the request, with these headers besides its own. */
  readonly send: (headers: Record<string, string>) => Promise<A>;
  /** Posts as the same person at the same session. */
  readonly post: (path: string, body: object) => Promise<Answer>;
};

/** Sends a request as a person does: when a confirmation is asked for, the code comes by mail and the same request goes once more. */
export async function confirmed<A extends Answer>(
  { owner, now }: { readonly owner: Database; now(): Instant },
  { send, post }: Hands<A>,
): Promise<A> {
  const first = await send({});
  if (first.body?.code !== "STEP_UP_REQUIRED") return first;
  const id = parseId("stepUp", String(first.body.challenge.id));
  if (!id) throw new Error("a challenge without an id");
  const answer = await post(`/auth/step-up/${id}`, { code: await mailedCode(owner, id, now()) });
  if (answer.status !== 204) throw new Error(`the code was refused: ${answer.status}`);
  return await send({ "amana-step-up": id });
}

async function mailedCode(owner: Database, id: Id<"stepUp">, now: Instant): Promise<string> {
  const row = await owner.one<{ session_id: string }>("select session_id from identity.step_up where id = $1", [
    uuidOf(id),
  ]);
  const codes = await waitingCodes({ db: owner, dataKey: DATA_KEY }, idOf("session", row.session_id), now);
  const code = codes.find(({ stepUp }) => stepUp === id)?.code;
  if (code === undefined) throw new Error("no code waits for this challenge");
  return code;
}
