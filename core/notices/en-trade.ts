import { eitherWay } from "./trade.ts";
import type { Words } from "./words.ts";

/** What people are told of negotiations, agreements, consents and the file of a dispute, in English. */
export const enTrade: Words = {
  ...eitherWay(
    {
      negotiation_offered: [
        "A new offer",
        "You have made an offer. It is the other side's turn.",
        (who) => `${who} has made an offer. Accept it, or make another one.`,
      ],
      negotiation_accepted: [
        "Offer accepted",
        "You have accepted the offer: there is an agreement. The buyer places the order next.",
        (who) => `${who} has accepted your offer: there is an agreement. The buyer places the order next.`,
      ],
      negotiation_withdrawn: [
        "Offer withdrawn",
        "You have withdrawn your offer.",
        (who) => `${who} has withdrawn the offer.`,
      ],
      negotiation_closed: [
        "Negotiation closed",
        "You have closed the negotiation.",
        (who) => `${who} has closed the negotiation.`,
      ],
      agreement_version_signed: [
        "New version signed",
        "You have signed the new version of the agreement.",
        (who) => `${who} has signed the new version of the agreement.`,
      ],
      agreement_amendment_proposed: [
        "A change to the agreement",
        "You have proposed a change to the agreement.",
        (who) => `${who} proposes a change to the agreement. Accept or decline it.`,
      ],
      agreement_amendment_declined: [
        "Change declined",
        "You have declined the change. The agreement stays as it was.",
        (who) => `${who} has declined your change. The agreement stays as it was.`,
      ],
      agreement_amendment_withdrawn: [
        "Change withdrawn",
        "You have withdrawn your change. The agreement stays as it was.",
        (who) => `${who} no longer wants the change. The agreement stays as it was.`,
      ],
      agreement_amended: [
        "The agreement has changed",
        "You have accepted the change: a new version of the agreement holds.",
        (who) => `${who} has accepted your change: a new version of the agreement holds.`,
      ],
      consent_settle_asked: [
        "An offer to divide the money",
        "You have offered that {amount} goes back to the buyer, and the rest to the seller.",
        (who) =>
          `${who} offers that {amount} goes back to the buyer, and the rest to the seller. Accept or decline it.`,
      ],
      consent_extend_asked: [
        "More time is asked for",
        "You have asked for more time.",
        (who) => `${who} asks for more time. Accept or decline it.`,
      ],
      consent_reship_asked: [
        "Goods again?",
        "You have suggested that the goods are sent again.",
        (who) => `${who} suggests that the goods are sent again. Accept or decline it.`,
      ],
      consent_send_back_asked: [
        "A return?",
        "You have suggested that the goods go back, and then the money.",
        (who) => `${who} suggests that the goods go back, and then the money. Accept or decline it.`,
      ],
      consent_accept_ruling_asked: [
        "Accept the decision?",
        "You have accepted the decision. It is carried out at once if the other side accepts it too.",
        (who) => `${who} has accepted the decision. It is carried out at once if you accept it too.`,
      ],
      consent_refused: ["Declined", "You have declined what was suggested.", (who) => `${who} has declined it.`],
      consent_withdrawn: [
        "Suggestion withdrawn",
        "You have taken back what you suggested.",
        (who) => `${who} has taken back what was suggested.`,
      ],
      dispute_evidence_added: [
        "New evidence",
        "You have put something into the file of the dispute.",
        (who) => `${who} has put something into the file of the dispute. Look at it.`,
      ],
    },
    "The buyer",
    "The seller",
  ),
  dispute_taken: {
    title: "An arbiter has the case",
    buyer: "An arbiter has taken the dispute and reads what both of you have put in.",
    seller: "An arbiter has taken the dispute and reads what both of you have put in.",
  },
  extend: {
    title: "More time",
    buyer: "You have both agreed on more time.",
    seller: "You have both agreed on more time.",
  },
};
