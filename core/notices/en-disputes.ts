import type { Words } from "./words.ts";

/** What people are told of a dispute and of what both agree on, in English. */
export const enDisputes: Words = {
  agree_release: {
    title: "Both agreed: released",
    buyer: "You have both agreed: {amount} went to the seller.",
    seller: "You have both agreed: {amount} is yours.",
  },
  agree_refund: {
    title: "Both agreed: refunded",
    buyer: "You have both agreed: {amount} comes back to you.",
    seller: "You have both agreed: {amount} goes back to the buyer.",
  },
  agree_split: {
    title: "Both agreed: divided",
    buyer: "You have both agreed: {amount} comes back to you.",
    seller: "You have both agreed: {amount} is yours.",
  },
  dispute: {
    title: "Dispute opened",
    buyer: "A dispute was opened. {amount} is frozen until it is decided.",
    seller: "A dispute was opened. {amount} is frozen until it is decided.",
  },
  respond: {
    title: "The dispute was answered",
    buyer: "The dispute was answered. An arbiter now looks at it.",
    seller: "The dispute was answered. An arbiter now looks at it.",
  },
  withdraw: {
    title: "Dispute withdrawn",
    buyer: "The dispute was taken back. The order goes on where it stood.",
    seller: "The dispute was taken back. The order goes on where it stood.",
  },
  concede: {
    title: "The seller gave in",
    buyer: "The seller gave in: {amount} comes back to you.",
    seller: "You gave in: {amount} goes back to the buyer.",
  },
  decide_release: {
    title: "Decided for the seller",
    buyer: "An arbiter decided for the seller. The order's page says why, and what you can do.",
    seller: "An arbiter decided for you. The order's page says why, and what follows.",
  },
  decide_refund: {
    title: "Decided for the buyer",
    buyer: "An arbiter decided for you. The order's page says why, and what follows.",
    seller: "An arbiter decided for the buyer. The order's page says why, and what you can do.",
  },
  decide_split: {
    title: "Decided: divided",
    buyer: "An arbiter decided to divide the money. The order's page says how, and why.",
    seller: "An arbiter decided to divide the money. The order's page says how, and why.",
  },
  accept_ruling: {
    title: "Decision accepted",
    buyer: "You have both accepted the decision, and it was carried out.",
    seller: "You have both accepted the decision, and it was carried out.",
  },
  appeal: {
    title: "Decision appealed",
    buyer: "The decision was appealed. Another arbiter looks at it, for the last time.",
    seller: "The decision was appealed. Another arbiter looks at it, for the last time.",
  },
  lapse_response: {
    title: "No answer in time",
    buyer: "The dispute was not answered in time. An arbiter now looks at it.",
    seller: "The dispute was not answered in time. An arbiter now looks at it.",
  },
  lapse_decision: {
    title: "No decision in time",
    buyer: "There was no decision in time, so the rule decided. The order's page shows where the money goes.",
    seller: "There was no decision in time, so the rule decided. The order's page shows where the money goes.",
  },
  lapse_appeal: {
    title: "Decision carried out",
    buyer: "Nobody appealed: the decision was carried out.",
    seller: "Nobody appealed: the decision was carried out.",
  },
  reship: {
    title: "The goods are sent again",
    buyer: "You have both agreed that the goods are sent again.",
    seller: "You have both agreed that you send the goods again.",
  },
  send_back: {
    title: "The goods go back",
    buyer: "You have both agreed that the goods go back. Send them; then {amount} comes back to you.",
    seller: "You have both agreed that the goods come back to you; then the buyer is refunded.",
  },
  return_shipped: {
    title: "The goods are on their way back",
    buyer: "You have sent the goods back. When they are there, {amount} comes back to you.",
    seller: "The buyer has sent the goods back. Tell us when they are there.",
  },
  return_received: {
    title: "The goods are back",
    buyer: "The seller has the goods back: {amount} comes back to you.",
    seller: "You have the goods back: the buyer is refunded.",
  },
  lapse_return: {
    title: "The time for the return ended",
    buyer: "The time for the return has ended. The order's page shows where the money goes.",
    seller: "The time for the return has ended. The order's page shows where the money goes.",
  },
};
