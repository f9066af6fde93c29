import { concludeAgreement } from "#modules/agreements";
import type { Conclude } from "./negotiate.ts";

/** What was accepted becomes the agreement of the two. */
export const conclude: Conclude = async (tx, { id, product, title, variant, buyer, seller }, { terms }, now) => {
  await concludeAgreement(tx, { negotiation: id, product, title, variant, buyer, seller, terms }, now);
};
