import type pg from "pg";
import { PAYLOADS } from "./payloads.ts";

/** What people write, column by column. */
const WRITTEN = [
  ...["agreements.signature.name", "agreements.signature.agent", "agreements.version.terms"],
  ...["agreements.version.text_en", "agreements.version.text_ar"],
  ...["catalog.listing.title", "catalog.listing.description", "catalog.listing.specifications"],
  ...["catalog.listing.options", "catalog.listing.packages", "catalog.listing.pictures", "catalog.revision.content"],
  ...["catalog.variant.choices"],
  ...["disputes.decision.findings", "disputes.decision.reasons", "disputes.dispute.claims"],
  ...["disputes.evidence.text", "disputes.evidence.origin", "disputes.note.text"],
  ...["escrow.consent.note", "escrow.event.note", "files.file.name"],
  ...["identity.oauth_client.name", "identity.session.agent", "identity.user.name", "identity.user.pickup_address"],
  ...["library.entitlement.title", "library.file.name"],
  ...["negotiations.negotiation.title", "negotiations.offer.terms"],
  ...["orders.delivery.changes", "orders.delivery.message", "orders.item.title"],
  ...["orders.item.service", "orders.item.specifications", "orders.item.variant", "orders.order.shipping_address"],
  ...["orders.order.shipping_option", "shipping.quote.options"],
  ...["orders.order.work", "orders.requirements.text", "payouts.bank_account.holder_name"],
  ...["projects.contract.title", "projects.contract.end_reason", "projects.milestone.title"],
  ...["projects.project.title", "projects.project.description", "projects.proposal.message"],
  ...["projects.proposal.milestones", "search.title.shown"],
  ...["shipping.scan.location", "shipping.scan.text", "shipping.shipment.courier_title"],
];

/** Within an object, the values under these keys are what somebody wrote; the others are codes, ids and amounts. */
const WORDS = new Set(["en", "ar", "title", "text", "reasons", "note", "freeTerms", "name", "line1", "line2", "city"]);

/** Lengths to try, the longest first: a column may bound its own. */
const LENGTHS = [8_000, 2_000, 400, 120, 60, 30];

/** Nothing bounds a text inside of an object but the API, which would refuse to send what is longer. */
const INSIDE = 60;

/** Writes the payloads over everything that people have written. Returns how many texts were replaced, column by column. */
export async function poison(owner: pg.Client): Promise<Map<string, number>> {
  const replaced = new Map<string, number>();
  // Much of it is written once; here it is as if it had been written so.
  await owner.query("set session_replication_role = replica");
  for (const column of WRITTEN) replaced.set(column, await poisonColumn(owner, column));
  return replaced;
}

async function poisonColumn(owner: pg.Client, column: string): Promise<number> {
  const [schema, table, name] = column.split(".");
  const { rows } = await owner.query<{ place: string; value: unknown }>(
    `select ctid::text as place, "${name}" as value from "${schema}"."${table}" where "${name}" is not null`,
  );
  let turn = 0;
  for (const { place, value } of rows) {
    const most = typeof value === "string" ? Number.POSITIVE_INFINITY : INSIDE;
    const written = (length: number) => rewritten(value, () => payload(turn++, Math.min(length, most)));
    await update(owner, `update "${schema}"."${table}" set "${name}" = $2 where ctid = $1::tid`, place, written);
  }
  return turn;
}

async function update(owner: pg.Client, sql: string, place: string, written: (length: number) => unknown) {
  for (const length of LENGTHS) {
    const value = written(length);
    const accepted = await owner.query(sql, [place, typeof value === "string" ? value : JSON.stringify(value)]).then(
      () => true,
      () => false,
    );
    if (accepted) return;
  }
  throw new Error(`no payload fits: ${sql}`);
}

/** One of the hundred where there is room for one, and as many as there is room for. */
function payload(turn: number, length: number): string {
  let text = "";
  for (let index = 0; index < PAYLOADS.length; index += 1) {
    const next = PAYLOADS[(turn + index) % PAYLOADS.length] ?? "";
    if (text.length + next.length > length) break;
    text += next;
  }
  return text || (PAYLOADS[1]?.slice(0, length) ?? "");
}

function rewritten(value: unknown, next: () => string): unknown {
  if (typeof value === "string") return next();
  return inside(value, next);
}

function inside(value: unknown, next: () => string): unknown {
  if (Array.isArray(value)) return value.map((one) => inside(one, next));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      typeof one === "string" && WORDS.has(key) ? next() : inside(one, next),
    ]),
  );
}
