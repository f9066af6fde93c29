import { parseId } from "@amana/core/ids";
import { Type } from "typebox";
import { Value } from "typebox/value";
import type { Subscription } from "#runtime/work";
import type { NoticeParams } from "./store.ts";
import { type Telling, tell } from "./tell.ts";

const Changed = Type.Object({
  id: Type.String(),
  what: Type.String(),
  version: Type.Integer(),
  client: Type.String(),
  freelancers: Type.Array(Type.String()),
});

type Sides = readonly ("client" | "freelancer")[];

/** Who is told of what; everything else is seen where it happens, or told of the milestone's order. */
const PROPOSALS: Readonly<Record<string, Sides>> = {
  made: ["client"],
  withdrawn: ["client"],
  accepted: ["freelancer"],
  declined: ["freelancer"],
  lapsed: ["freelancer"],
};
const CONTRACTS: Readonly<Record<string, Sides>> = {
  completed: ["client", "freelancer"],
  ended: ["client", "freelancer"],
};

/** Client and freelancer hear of what the other has said, and of a contract's end. */
export const tellOfProjects = (telling: Telling): Subscription[] => [
  told(telling, "proposal.changed", "proposal", PROPOSALS),
  told(telling, "contract.changed", "contract", CONTRACTS),
];

const told = (
  telling: Telling,
  topic: string,
  name: string,
  sidesOf: Readonly<Record<string, Sides>>,
): Subscription => ({
  name: `tell of ${topic}`,
  topic,
  async hear(tx, payload, now) {
    const { id: about, what, version, client, freelancers } = Value.Parse(Changed, payload);
    const params = aboutIn(about);
    const sides = sidesOf[what] ?? [];
    const people = [
      ...(sides.includes("client") ? [client] : []),
      ...(sides.includes("freelancer") ? freelancers : []),
    ];
    for (const user of people.flatMap((person) => parseId("user", person) ?? [])) {
      const notice = { user, eventKey: `${about}:${version}`, key: `${name}_${what}`, params, order: null };
      await tell(tx, telling, notice, now);
    }
  },
});

function aboutIn(id: string): NoticeParams {
  const [proposalId, contractId] = [parseId("proposal", id), parseId("contract", id)];
  return { ...(proposalId && { proposalId }), ...(contractId && { contractId }) };
}
