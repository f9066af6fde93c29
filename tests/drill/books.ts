import { shardOf, uuidOf } from "../../core/ids/index.ts";
import { faults } from "../../server/modules/ledger/index.ts";
import { connect } from "../../server/runtime/database/index.ts";
import { asDisposable } from "./cluster.ts";
import type { Done } from "./load.ts";

/** What is wrong with the books and what is missing of that which was acknowledged, as sentences; empty when all is right. */
export async function wrongs(ownerUrl: string, acknowledged: readonly Done[]): Promise<string[]> {
  await using db = asDisposable(connect(ownerUrl, { connections: 1, statementTimeoutMs: 0 }));
  const held = await db.query<{ wrong: string }>(HELD);
  const twice = await db.query<{ wrong: string }>(TWICE);
  const happened = new Set((await db.query<{ done: string }>(HAPPENED)).map(({ done }) => done));
  const lost = acknowledged.filter((done) => !happened.has(nameOf(done)));
  return [
    ...(await faults(db)),
    ...[...held, ...twice].map(({ wrong }) => wrong),
    ...lost.map(({ deal, command }) => `${command} of ${deal} was acknowledged and is lost`),
  ];
}

/** How many commands were asked for and found; throws with the first sentences when something is wrong. */
export async function allRight(ownerUrl: string, acknowledged: readonly Done[]): Promise<number> {
  const found = await wrongs(ownerUrl, acknowledged);
  if (found.length > 0) throw new Error(`${found.length} wrong: ${found.slice(0, 3).join("; ")}`);
  return acknowledged.length;
}

const nameOf = ({ deal, command }: Done): string =>
  command === "gateway_fee" ? `${shardOf(deal)}:drill:fee:${deal}` : `${dashed(uuidOf(deal))}:${command}`;

const dashed = (hex: string): string => hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");

const HAPPENED = `
  select deal || ':' || command as done from escrow.event
  union all select shard || ':' || key from ledger.posting where key like 'drill:fee:%'`;

const HELD = `
  select 'escrow of deal ' || d.id || ' is ' || coalesce(a.balance, 0) || ' in ' || d.escrow as wrong
    from escrow.deal d left join ledger.account a on a.shard = d.shard and a.code = 'escrow:deal_' || replace(d.id::text, '-', '')
   where coalesce(a.balance, 0) <> case d.escrow when 'held' then d.total else 0 end`;

const TWICE = `
  select command || ' of deal ' || deal || ' happened ' || count(*) || ' times' as wrong
    from escrow.event group by deal, command having count(*) > 1`;
