import { days, minutes } from "../../core/time/index.ts";
import type { TestDatabase } from "../database/index.ts";
import { createWorld, type World } from "../money/world.ts";
import { expectOnce, type Findings, noFindings } from "./findings.ts";
import { leasesEnd } from "./kills.ts";
import { SCENES } from "./scenes.ts";
import { bring } from "./stages.ts";
import { closeBooks } from "./verdict.ts";
import type { Victims } from "./victims.ts";

/** Where a worker holds nothing but its lease: the calls of each scene. */
const PLACES: readonly (readonly [scene: string, point: string])[] = [
  ["payment opened", "testpay open"],
  ["payment made", "testpay look"],
  ["second payment", "testpay look"],
  ["refund", "testpay refund"],
  ["release and payout", "testbank send"],
  ["dispatch", "testpost book"],
];

/** A worker is stopped by SIGSTOP until its lease is over and another has done its work; then it wakes and goes on. */
export async function pausedPastLease(database: TestDatabase, victims: Victims, rounds: number): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1_000_000 });
  const places = PLACES.flatMap(([name, call]) =>
    ["before", "after"].map((side) => ({ name, point: `${side} ${call}` })),
  );
  for (let round = 0; round < rounds; round++)
    for (const { name, point } of places) await pausedAt(world, database, victims, name, point, findings);
  await closeBooks(world, "after all pauses", findings, days(40));
  return findings;
}

async function pausedAt(
  world: World,
  { appUrl }: TestDatabase,
  victims: Victims,
  name: string,
  point: string,
  findings: Findings,
): Promise<void> {
  const scene = SCENES.find((one) => one.name === name);
  if (!scene) throw new Error(`no scene ${name}`);
  const order = await scene.before(world);
  const task = {
    what: "work",
    appUrl,
    connections: 2,
    now: world.now(),
    stopAt: 0,
    stopWhen: point,
    commands: [],
  } as const;
  const victim = await victims.take(world, task);
  const standing = await victim.standing;
  const where = `${name}, paused ${point}`;
  if (!("at" in standing)) {
    findings.wrong.push(`${where}: it came to ${JSON.stringify(standing)}`);
    return await victim.kill();
  }
  victim.signal("SIGSTOP");
  await leasesEnd(world);
  await world.settle();
  const woken = victim.next();
  victim.signal("SIGCONT");
  victim.go();
  const end = await woken;
  if (!("over" in end) || end.error) findings.wrong.push(`${where}: it ended with ${JSON.stringify(end)}`);
  await victim.kill();
  await world.pass(minutes(1));
  await scene.after(world, order, findings, where);
  await world.settle();
  findings.stops += 1;
}

/** Two workers in processes of their own and a third here, all at deadlines that are due at the same time. */
export async function manySchedulers(database: TestDatabase, victims: Victims, count: number): Promise<Findings> {
  const findings = noFindings();
  const world = await createWorld(database, { stock: 1_000_000 });
  const targets = await bring(world, "delivered", count);
  world.setClock(Math.max(...targets.map(({ due }) => due)));
  const task = {
    what: "work",
    appUrl: database.appUrl,
    connections: 3,
    now: world.now(),
    stopAt: 0,
    commands: [],
  } as const;
  const others = await Promise.all([victims.take(world, task), victims.take(world, task)]);
  const ends = await Promise.all([...others.map(({ standing }) => standing), world.settle()]);
  for (const end of ends)
    if (end && "over" in end && end.error) findings.wrong.push(`a scheduler ended with ${end.error}`);
  for (const victim of others) await victim.kill();
  for (const { order } of targets) {
    const lapses = (await world.eventsOf(order)).filter(({ command }) => command === "lapse_inspection");
    expectOnce(findings, `the inspection deadline of ${order.id} under three schedulers`, lapses.length);
    const sent = world.rail.payouts.length;
    if (sent > targets.length) findings.doubled.push(`${sent} payouts for ${targets.length} orders`);
  }
  await closeBooks(world, "after three schedulers", findings, days(1));
  return findings;
}
