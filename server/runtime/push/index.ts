import { randomUUID } from "node:crypto";
import type { UserId } from "@amana/core/ids";

/** What open screens are told: that something changed, never what; they ask for it with their own rights. */
export type Push =
  | { readonly type: "order.changed"; readonly orderId: string; readonly version: number }
  | { readonly type: "project.changed" | "proposal.changed" | "contract.changed"; readonly id: string }
  | { readonly type: "negotiation.changed" | "agreement.changed" | "dispute.changed"; readonly id: string }
  | { readonly type: "notification.added"; readonly id: string }
  | { readonly type: "message.added"; readonly conversationId: string; readonly id: string }
  | { readonly type: "conversation.read"; readonly conversationId: string }
  | { readonly type: "clock.moved"; readonly now: string }
  /** Said to one screen as it joins: something was told to its user since its page was made. */
  | { readonly type: "page.outdated" };

export type Hub = {
  /** Registers an open screen of a user; the answer takes it away again. */
  join(user: UserId, send: (push: Push) => void): () => void;
  tell(users: readonly UserId[], push: Push): void;
  tellAll(push: Push): void;
  /** How much has been told so far; a page that is being made carries it, opaque. */
  position(): string;
  /** Whether the user has been told anything since, by this process; true where it cannot know. */
  toldSince(user: UserId, position: string): boolean;
};

/** Of so many users it is known when they were last told something. */
const REMEMBERED = 10_000;

/** The open screens of this process. */
export function createHub(): Hub {
  const screens = new Map<UserId, Set<(push: Push) => void>>();
  const process = randomUUID();
  const lastTold = new Map<UserId, number>();
  let told = 0;
  /** The latest word to everybody, or to anybody who is no longer remembered. */
  let lastToAny = 0;
  const remember = (user: UserId): void => {
    lastTold.delete(user);
    lastTold.set(user, told);
    if (lastTold.size <= REMEMBERED) return;
    for (const [oldest, when] of lastTold) {
      lastTold.delete(oldest);
      lastToAny = Math.max(lastToAny, when);
      break;
    }
  };
  return {
    join(user, send) {
      const mine = screens.get(user) ?? new Set();
      mine.add(send);
      screens.set(user, mine);
      return () => {
        mine.delete(send);
        if (mine.size === 0) screens.delete(user);
      };
    },
    tell(users, push) {
      told += 1;
      for (const user of new Set(users)) {
        remember(user);
        for (const send of screens.get(user) ?? []) send(push);
      }
    },
    tellAll(push) {
      told += 1;
      lastToAny = told;
      for (const mine of screens.values()) for (const send of mine) send(push);
    },
    position: () => `${process} ${told}`,
    toldSince(user, position) {
      const [of, count = ""] = position.split(" ");
      if (of !== process || !/^\d{1,15}$/.test(count)) return true;
      return Math.max(lastToAny, lastTold.get(user) ?? 0) > Number(count);
    },
  };
}
