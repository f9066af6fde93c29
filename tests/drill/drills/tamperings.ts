/** A row at a place between 0 and 1 of a table, by its number. */
const rowAt = (table: string, place: number, where = "true"): string =>
  `(select number from ${table} where ${where} order by number offset floor(${place} * (select count(*) from ${table} where ${where})) limit 1)`;

const posting = (place: number): string => rowAt("ledger.posting", place);
const idOf = (place: number): string => `(select id from ledger.posting where number = ${posting(place)})`;

/** Twelve kinds of changing what was written once, as statements of a superuser; each says where in the table it strikes. */
export const TAMPERINGS: Readonly<Record<string, (place: number) => readonly string[]>> = {
  "an amount changed on both sides": (place) => [
    `update ledger.entry set amount = amount * 2 where posting = ${idOf(place)}`,
  ],
  "a posting deleted with its entries": (place) => [
    `delete from ledger.entry where posting = ${idOf(place)}`,
    `delete from ledger.posting where number = ${posting(place)}`,
  ],
  "a posting inserted among sealed ones": (place) => [
    `insert into ledger.posting overriding system value select (jsonb_populate_record(p, jsonb_build_object(
       'id', gen_random_uuid(), 'key', 'forged', 'number', 0))).* from ledger.posting p where number = ${posting(place)}`,
  ],
  "two postings swapped": (place) => [
    `update ledger.entry e set posting = case e.posting when x.a then x.b else x.a end
       from (select ${idOf(place)} as a, ${idOf(place / 2)} as b) x where e.posting in (x.a, x.b)`,
  ],
  "a posting back-dated": (place) => [
    `update ledger.posting set posted_at = posted_at - interval '1 day' where number = ${posting(place)}`,
  ],
  "money led to another account": (place) => [
    `update ledger.account set code = code || '0' where (shard, id) =
       (select shard, account from ledger.entry where posting = ${idOf(place)} limit 1)`,
  ],
  "an event of a deal rewritten": (place) => [
    `update escrow.event set note = coalesce(note, '') || 'as agreed' where number = ${rowAt("escrow.event", place)}`,
  ],
  "an event of a deal deleted": (place) => [`delete from escrow.event where number = ${rowAt("escrow.event", place)}`],
  "an entry of the audit log rewritten": (place) => [
    `update audit.entry set reason = 'as agreed' where number = ${rowAt("audit.entry", place)}`,
  ],
  "a block taken out of the chain": () => [`delete from seals.block where chain = 'ledger' and number = 2`],
  "the tail cut off with its blocks": () => [
    `delete from ledger.entry where posting in (select id from ledger.posting
       where number >= (select first from seals.block where chain = 'ledger' order by number desc limit 1))`,
    `delete from ledger.posting where number >= (select first from seals.block where chain = 'ledger' order by number desc limit 1)`,
    `delete from seals.block where chain = 'ledger' and number = (select max(number) from seals.block where chain = 'ledger')`,
  ],
  "a block signed with another key": () => [
    `update seals.block set signature = decode(repeat('5a', 64), 'hex') where chain = 'ledger' and number = 1`,
  ],
};
