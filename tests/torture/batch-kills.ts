import { setTimeout as pause } from "node:timers/promises";
import { days } from "../../core/time/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld } from "../money/world.ts";
import { commandsFor, expectKept } from "./acknowledged.ts";
import type { Dice } from "./dice.ts";
import { type Findings, noFindings } from "./findings.ts";
import { closeBooks } from "./verdict.ts";
import type { Victims } from "./victims.ts";

export type BatchSize = { readonly kills: number; readonly commands: number };

/**
 * A process that gives many commands at once is killed: at each of its fault points, and at moments that the dice choose, when
 * PostgreSQL is in the middle of them. What it was told has happened is there; what it was not told is there wholly or not at all.
 */
export async function batchKills(
  database: TestDatabase,
  victims: Victims,
  size: BatchSize,
  dice: Dice,
): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1_000_000 });
  for (let nth = 1; nth <= size.kills; nth++) {
    const { commands } = await commandsFor(world, size.commands);
    const byTime = nth % 2 === 0;
    const stopAt = byTime ? 0 : 1 + dice.below(2 * size.commands);
    const task = {
      what: "commands",
      appUrl: database.appUrl,
      connections: 4,
      now: world.now(),
      stopAt,
      commands,
    } as const;
    const victim = await victims.take(world, task);
    const standing = await (byTime ? pause(dice.below(40), null) : victim.standing);
    await victim.kill();
    const where = `${size.commands} commands at once, killed ${standing && "at" in standing ? standing.at : "by time"}`;
    await expectKept(world, commands, victim.told, where, findings);
    findings.kills += 1;
  }
  await closeBooks(world, "after all kills in a batch", findings, days(3));
  return findings;
}
