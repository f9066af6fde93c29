import type { Said } from "../api/conversations.ts";
import type { Proposal } from "../api/projects.ts";
import type { Party } from "../api/types.ts";
import { Thread } from "../features/conversation/thread.tsx";
import { useLocale } from "../i18n/index.ts";

type Talking = {
  proposal: Proposal;
  client: Party | null;
  me: string;
  said: Said;
  idempotencyKey: string;
  back: string;
};

/** What the two say to each other about an offer, and later about the work. */
export function Talk({ proposal, client, me, said, idempotencyKey, back }: Talking) {
  const { to } = useLocale();
  const people = [proposal.freelancer, ...(client ? [client] : [])];
  return (
    <Thread
      said={said}
      subject={{ kind: "proposal", id: proposal.id }}
      me={me}
      names={Object.fromEntries(people.map(({ id, name }) => [id, name]))}
      idempotencyKey={idempotencyKey}
      back={to(`${back}#messages`)}
      older={said.older && said.conversation ? to(`/messages/${said.conversation.id}`) : null}
    />
  );
}
