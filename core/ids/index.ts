/**
 * Ids are a prefix, an underscore and the 32 hex digits of a UUIDv7 (RFC 9562), so that they sort by time.
 * The last byte is the shard of the row (0–255): everything of one seller lives in the seller's shard.
 */
export const PREFIXES = {
  user: "usr",
  product: "prd",
  service: "svc",
  variant: "var",
  picture: "pic",
  order: "ord",
  deal: "deal",
  posting: "pst",
  cartLine: "cln",
  purchase: "pur",
  payment: "pay",
  capture: "cap",
  refund: "ref",
  chargeback: "cbk",
  payout: "pout",
  bankAccount: "bank",
  shipment: "shp",
  quote: "quo",
  notification: "ntf",
  job: "job",
  session: "ses",
  audit: "aud",
  statementLine: "stl",
  reconciliationRun: "rec",
  difference: "dif",
  writeOff: "wof",
  apiKey: "key",
  grant: "grt",
  oauthClient: "cli",
  stepUp: "stp",
  approval: "apr",
  organization: "org",
  invitation: "inv",
  pushSubscription: "psh",
  webhookEndpoint: "whe",
  webhookDelivery: "whd",
  event: "evt",
  negotiation: "neg",
  offer: "off",
  agreement: "agr",
  amendment: "amd",
  document: "doc",
  consent: "cns",
  dispute: "dsp",
  project: "prj",
  proposal: "prop",
  contract: "ctr",
  entitlement: "ent",
  file: "fil",
  conversation: "cnv",
  message: "msg",
} as const;

export type Kind = keyof typeof PREFIXES;
declare const kind: unique symbol;
export type Id<K extends Kind> = string & { readonly [kind]: K };
export type UserId = Id<"user">;
export type ProductId = Id<"product">;
export type ListingId = Id<"product"> | Id<"service">;
export type VariantId = Id<"variant">;
export type OrderId = Id<"order">;
export type DealId = Id<"deal">;
export type PaymentId = Id<"payment">;
export type RefundId = Id<"refund">;
export type ChargebackId = Id<"chargeback">;
export type PayoutId = Id<"payout">;
export type ShipmentId = Id<"shipment">;
export type ProjectId = Id<"project">;
export type ProposalId = Id<"proposal">;
export type ContractId = Id<"contract">;
export type Shard = number;

const HEX_UUID = /^[0-9a-f]{32}$/;

/** Reads an id of a kind from text; null when it is not one. */
export function parseId<K extends Kind>(of: K, text: string): Id<K> | null {
  const prefix = `${PREFIXES[of]}_`;
  return text.startsWith(prefix) && HEX_UUID.test(text.slice(prefix.length)) ? (text as Id<K>) : null;
}

/** The id as PostgreSQL's uuid type takes it. */
export const uuidOf = (id: string): string => id.slice(id.lastIndexOf("_") + 1);

/** An id from a uuid, dashed or not. */
export function idOf<K extends Kind>(of: K, uuid: string): Id<K> {
  const id = parseId(of, `${PREFIXES[of]}_${uuid.replaceAll("-", "").toLowerCase()}`);
  if (!id) throw new Error(`not a uuid: ${uuid}`);
  return id;
}

export const shardOf = (id: string): Shard => Number.parseInt(id.slice(-2), 16);

/** When an id was made, in milliseconds since 1970 (RFC 9562, version 7). */
export const timeOf = (id: string): number => Number.parseInt(uuidOf(id).slice(0, 12), 16);

/**
 * Makes an id from its parts: 48 bits of time, 66 random bits taken from nine bytes, the shard in the last byte.
 * Pure: the clock and the dice are the caller's.
 */
export function makeId<K extends Kind>(of: K, epochMilliseconds: number, random: Uint8Array, shard: Shard): Id<K> {
  if (!Number.isInteger(epochMilliseconds) || epochMilliseconds < 0 || epochMilliseconds >= 2 ** 48)
    throw new Error(`not a time of an id: ${epochMilliseconds}`);
  if (random.length < 9) throw new Error("an id needs nine random bytes");
  if (!Number.isInteger(shard) || shard < 0 || shard > 255) throw new Error(`not a shard: ${shard}`);
  // A copy: a Buffer's own `slice` is a view of a larger pool.
  const bytes = new DataView(Uint8Array.from(random.subarray(0, 9)).buffer);
  bytes.setUint8(0, 0x70 | (bytes.getUint8(0) & 0x0f));
  bytes.setUint8(2, 0x80 | (bytes.getUint8(2) & 0x3f));
  const hex = [...new Uint8Array(bytes.buffer)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const time = epochMilliseconds.toString(16).padStart(12, "0");
  return `${PREFIXES[of]}_${time}${hex}${shard.toString(16).padStart(2, "0")}` as Id<K>;
}
