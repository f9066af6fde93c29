import type { Side } from "@amana/core/negotiation";
import { ok, type Result, refuse } from "@amana/core/result";
import type { Instant } from "@amana/core/time";
import { doneBy, record } from "#modules/audit";
import { type AdvanceRefusal, advance } from "#modules/escrow";
import { type Database, type Tx, undoing } from "#runtime/database";
import type { Asker } from "#runtime/http";
import { tellOfAgreement } from "./conclude.ts";
import { type AgreementId, insertSignature, type Signature, signaturesOf } from "./store.ts";
import { type Ground, groundOf } from "./view.ts";

export type SignRefusal = AdvanceRefusal | "no_such_agreement" | "another_hash" | "not_to_be_signed";

/**
 * Signs the newest version, which the hash names: whoever has read another one signs nothing. The deal hears of it in the same
 * transaction, so that there is no signature without its step and no step without its signature.
 */
export const signAgreement = (
  db: Database,
  asker: Asker,
  asked: { readonly id: AgreementId; readonly name: string; readonly hash: string },
  now: Instant,
): Promise<Result<Signature, SignRefusal>> => undoing(db, (tx) => sign(tx, asker, asked, now));

async function sign(
  tx: Tx,
  asker: Asker,
  { id, name, hash }: { readonly id: AgreementId; readonly name: string; readonly hash: string },
  now: Instant,
): Promise<Result<Signature, SignRefusal>> {
  const ground = await groundOf(tx, id, asker.user, now, true);
  if (!ground) return refuse("no_such_agreement");
  const { agreement, side, version, stage } = ground;
  if (hash !== version.hash) return refuse("another_hash");
  const before = (await signaturesOf(tx, id)).find((one) => one.version === agreement.version && one.by === side);
  if (before) return ok(before);
  if (stage !== "to_be_signed" && stage !== "in_force") return refuse("not_to_be_signed");
  const { network, agent } = asker.origin;
  const signature = { version: agreement.version, by: side, user: asker.user, name, hash, signedAt: now };
  const signed: Signature = { ...signature, network, agent };
  await insertSignature(tx, id, signed);
  await record(tx, now, {
    ...doneBy("user", asker),
    ...{ action: "agreement.signed", subject: id, reason: null, detail: { version: version.version, hash, side } },
  });
  await tellOfAgreement(tx, agreement, stage === "to_be_signed" ? "signed" : "version_signed", side, now);
  if (stage !== "to_be_signed") return ok(signed);
  const moved = await stepDeal(tx, ground, side, asker, now);
  return moved.ok ? ok(signed) : moved;
}

/** The last thing that takes locks. */
async function stepDeal(tx: Tx, { deal, version, agreement }: Ground, side: Side, asker: Asker, now: Instant) {
  if (!deal) throw new Error(`${agreement.id} is to be signed and has no deal`);
  const given = { key: `sign:${agreement.id}:${version.version}:${side}`, actorId: asker.user };
  return await advance(tx, deal.id, { name: `sign_as_${side}`, by: side, at: now }, now, given);
}
