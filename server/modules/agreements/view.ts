import { createHash } from "node:crypto";
import { type AgreementStage, type AgreementTerms, agreementHash, stageOf, textsOf } from "@amana/core/agreement";
import { type Deal, isFinal, processOf } from "@amana/core/escrow";
import { parseId, type UserId } from "@amana/core/ids";
import type { Side } from "@amana/core/negotiation";
import type { Sha256 } from "@amana/core/seal";
import type { Instant } from "@amana/core/time";
import type { ChosenVariant } from "#modules/catalog";
import { readDeal } from "#modules/escrow";
import { readOrder } from "#modules/orders";
import type { Queryable } from "#runtime/database";
import { type Agreement, type AgreementId, readAgreement, type Version, versionsOf } from "./store.ts";

export const sideOf = ({ buyer, seller }: Agreement, user: UserId): Side | null =>
  user === buyer ? "buyer" : user === seller ? "seller" : null;

/** An agreement as one of its two sides may act upon it. */
export type Ground = {
  readonly agreement: Agreement;
  readonly side: Side;
  readonly version: Version;
  readonly versions: readonly Version[];
  readonly deal: Deal | null;
  readonly stage: AgreementStage;
};

/** Null for everybody but the two. */
export async function groundOf(
  db: Queryable,
  id: AgreementId,
  user: UserId,
  now: Instant,
  lock = false,
): Promise<Ground | null> {
  const agreement = await readAgreement(db, id, lock);
  const side = agreement && sideOf(agreement, user);
  if (!agreement || !side) return null;
  const versions = await versionsOf(db, agreement);
  const version = versions.at(-1);
  if (version?.version !== agreement.version) throw new Error(`${id} has no version ${agreement.version}`);
  const deal = await dealOf(db, agreement);
  return { agreement, side, version, versions, deal, stage: stageNow(agreement, deal, now) };
}

async function dealOf(db: Queryable, { id, order }: Agreement): Promise<Deal | null> {
  if (order === null) return null;
  const placed = await readOrder(db, order);
  const deal = placed && (await readDeal(db, placed.deal));
  if (!deal) throw new Error(`${id} names an order without a deal`);
  return deal;
}

function stageNow({ orderBy }: Agreement, deal: Deal | null, now: Instant): AgreementStage {
  if (!deal) return stageOf(null, orderBy, now);
  const process = processOf(deal.process, deal.processVersion);
  return stageOf({ state: deal.state, isFinal: isFinal(process, deal.state) }, orderBy, now);
}

const sha256: Sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

/** Terms as they are written down: with both texts, and the hash that is signed. */
export function versionOf(terms: AgreementTerms): Version {
  const texts = textsOf(terms);
  return { version: terms.version, terms, texts, hash: agreementHash(sha256, terms, texts) };
}

/** The variant that was agreed upon, where there was one to choose. */
export function variantOf({ agreement, item }: AgreementTerms): ChosenVariant | null {
  if (!item.variant) return null;
  const id = parseId("variant", item.variant.id);
  if (!id) throw new Error(`${agreement} is about no variant`);
  return { ...item.variant, id };
}
