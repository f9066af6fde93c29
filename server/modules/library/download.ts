import { type Id, uuidOf } from "@amana/core/ids";
import { type AskedBack, type EntitlementState, entitlementState } from "@amana/core/library";
import { ok, type Result, refuse } from "@amana/core/result";
import { after, at, type Instant } from "@amana/core/time";
import { readDeal } from "#modules/escrow";
import { LINK_OPENS, type NotClean, notClean, notCleanAmong, readFile, type StoredFile } from "#modules/files";
import { type Chargeback, chargebacksOfDeal } from "#modules/payments";
import type { FileStore } from "#ports/file-store";
import type { Database, Queryable } from "#runtime/database";
import { isSigned, type Keyring, sign } from "#runtime/secrets";
import { countDownload, type Entitlement, type EntitlementId, readEntitlement } from "./store.ts";

/** What may be done with a purchase now, as its deal says at this moment. */
export async function stateOf(db: Queryable, entitlement: Entitlement, now: Instant): Promise<EntitlementState> {
  const deal = await readDeal(db, entitlement.deal);
  if (!deal) throw new Error(`${entitlement.id} has no deal`);
  const askedBack = askedBackBy(await chargebacksOfDeal(db, entitlement.deal));
  return entitlementState(deal, askedBack, entitlement.expiresAt, now);
}

/** Only of the sale itself, and only once it has taken the money: a second payment that is asked back leaves the first. */
function askedBackBy(chargebacks: readonly Pick<Chargeback, "state" | "effect">[]): AskedBack {
  const taking = chargebacks.filter(({ effect }) => effect === "held" || effect === "clawed_back");
  if (taking.some(({ state }) => state === "lost")) return "lost";
  return taking.some(({ state, effect }) => state === "opened" && effect === "clawed_back") ? "open" : "no";
}

export type DownloadRefusal =
  | Exclude<EntitlementState, "open">
  | NotClean
  | "link_refused"
  | "no_such_file"
  | "used_up";

/** One file of one purchase, and so of one person. */
export type Wanted = { readonly id: EntitlementId; readonly file: Id<"file"> };
type Signed = Wanted & { readonly expires: number; readonly signature: string };
type Means = { readonly dataKey: Keyring; readonly publicUrl: string };

const PURPOSE = "library.link";
const signedText = ({ id, file }: Wanted, expires: number): string => `${uuidOf(id)} ${uuidOf(file)} ${expires}`;

/** An address at which the bytes can be got for a while, as long as the purchase is open; each time counts as the buyer's download. */
export function linkTo({ dataKey, publicUrl }: Means, wanted: Wanted, now: Instant) {
  const expiresAt = after(now, LINK_OPENS);
  const signature = sign(dataKey, PURPOSE, signedText(wanted, expiresAt));
  const query = new URLSearchParams({ file: wanted.file, expires: String(expiresAt), signature });
  return { url: `${publicUrl}/api/v1/library/${wanted.id}/content?${query}`, expiresAt };
}

const fits = (dataKey: Keyring, { expires, signature, ...wanted }: Signed, now: Instant): boolean =>
  isSigned(dataKey, PURPOSE, signedText(wanted, expires), signature) &&
  now <= at(expires) &&
  expires - now <= LINK_OPENS;

/** Whether a file can be downloaded now: what a link is made for. */
export async function objectionTo(
  db: Queryable,
  entitlement: Entitlement,
  file: Id<"file">,
  now: Instant,
): Promise<DownloadRefusal | null> {
  const sold = entitlement.files.find(({ id }) => id === file);
  if (!sold) return "no_such_file";
  const state = await stateOf(db, entitlement, now);
  if (state !== "open") return state;
  if (sold.downloads >= entitlement.mostDownloads) return "used_up";
  return await notCleanAmong(db, [file]);
}

/** The bytes, by a link; noted and counted. A link that was made before the money went back opens no more than a new one. */
export async function download(
  { db, store, dataKey }: { readonly db: Database; readonly store: FileStore; readonly dataKey: Keyring },
  signed: Signed,
  now: Instant,
): Promise<Result<{ readonly file: StoredFile; readonly bytes: Uint8Array }, DownloadRefusal>> {
  if (!fits(dataKey, signed, now)) return refuse("link_refused");
  const file = await readFile(db, signed.file);
  const unclean = file && notClean(file);
  if (unclean) return refuse(unclean);
  const bytes = file && (await store.get(uuidOf(signed.file)));
  if (!file || !bytes) return refuse("no_such_file");
  const refused = await db.transaction(async (tx) => {
    const entitlement = await readEntitlement(tx, signed.id);
    if (!entitlement) return "no_such_file";
    const objection = await objectionTo(tx, entitlement, signed.file, now);
    if (objection) return objection;
    return (await countDownload(tx, entitlement, signed.file, now)) ? null : "used_up";
  });
  return refused ? refuse(refused) : ok({ file, bytes });
}
