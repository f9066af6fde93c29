import type { UserId } from "@amana/core/ids";

/** What open screens are told: that something changed, never what; they ask for it with their own rights. */
export type Push =
  | { readonly type: "order.changed"; readonly orderId: string; readonly version: number }
  | { readonly type: "project.changed" | "proposal.changed" | "contract.changed"; readonly id: string }
  | { readonly type: "negotiation.changed" | "agreement.changed" | "dispute.changed"; readonly id: string }
  | { readonly type: "notification.added"; readonly id: string }
  | { readonly type: "message.added"; readonly conversationId: string; readonly id: string }
  | { readonly type: "conversation.read"; readonly conversationId: string }
  | { readonly type: "clock.moved"; readonly now: string };

export type Hub = {
  /** Registers an open screen of a user; the answer takes it away again. */
  join(user: UserId, send: (push: Push) => void): () => void;
  tell(users: readonly UserId[], push: Push): void;
  tellAll(push: Push): void;
};

/** The open screens of this process. */
export function createHub(): Hub {
  const screens = new Map<UserId, Set<(push: Push) => void>>();
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
      for (const user of new Set(users)) for (const send of screens.get(user) ?? []) send(push);
    },
    tellAll(push) {
      for (const mine of screens.values()) for (const send of mine) send(push);
    },
  };
}
