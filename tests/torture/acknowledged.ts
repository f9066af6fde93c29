import { advance } from "../../server/modules/escrow/index.ts";
import type { Order } from "../../server/modules/orders/index.ts";
import type { Database } from "../../server/runtime/database/index.ts";
import type { World } from "../money/world.ts";
import { expectOnce, type Findings } from "./findings.ts";
import { bring } from "./stages.ts";
import type { Given } from "./words.ts";

/** A command with a key of its own for each of so many paid orders. */
export async function commandsFor(world: World, count: number): Promise<{ orders: Order[]; commands: Given[] }> {
  const orders = (await bring(world, "locked", count)).map(({ order }) => order);
  const commands = orders.map(({ deal, id }) => ({ deal, name: "cancel", by: "buyer", key: `cancel:${id}` }) as const);
  return { orders, commands };
}

export const command = async (db: Database, world: World, { deal, name, by, key }: Given): Promise<boolean> =>
  (await advance(db, deal, { name, by, at: world.now() }, world.now(), { key })).ok;

/** Which commands are written, by their keys, and how often. */
async function written({ owner }: World, commands: readonly Given[]): Promise<Map<string, number>> {
  const rows = await owner.query<{ key: string; times: number }>(
    "select command_key as key, count(*)::int as times from escrow.event where command_key = any ($1) group by 1",
    [commands.map(({ key }) => key)],
  );
  return new Map(rows.map(({ key, times }) => [key, times]));
}

/**
 * After a death: what was acknowledged is there. Then every command is given once more, as its client would that never heard an
 * answer, and each has happened exactly once.
 */
export async function expectKept(
  world: World,
  commands: readonly Given[],
  told: readonly { readonly key: string; readonly done: boolean }[],
  where: string,
  findings: Findings,
): Promise<void> {
  const before = await written(world, commands);
  for (const { key, done } of told)
    if (done && !before.has(key)) findings.lost.push(`${where}: ${key} was acknowledged and is not written`);
  await repeatAll(world, commands, where, findings);
  const after = await written(world, commands);
  for (const { key } of commands) expectOnce(findings, `${where}: ${key}`, after.get(key) ?? 0);
}

async function repeatAll(world: World, commands: readonly Given[], where: string, findings: Findings): Promise<void> {
  for (const given of commands)
    if (!(await command(world.db, world, given)))
      findings.wrong.push(`${where}: ${given.key} is refused when it is repeated`);
}
