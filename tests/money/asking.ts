import type { UserId } from "../../core/ids/index.ts";
import type { Asker } from "../../server/runtime/http/index.ts";

/** Somebody who asks a module itself, and so from no network that there is. */
export const asking = (user: UserId): Asker => ({ user, origin: NOWHERE });

const NOWHERE = { network: "192.0.2.1", agent: "a test", via: null } as const;
