import type { UserId } from "../../core/ids/index.ts";
import { money } from "../../core/money/index.ts";
import type { Schedule } from "../../core/payout/index.ts";
import { outgoingOf, type Parts } from "../../server/entrypoints/wiring.ts";
import { addBankAccount, changeSchedule, DEFAULT_PAYOUT_RULES, withdraw } from "../../server/modules/payouts/index.ts";
import { asking } from "../money/asking.ts";
import type { Row } from "./store/evaluation.ts";
import { START, type World } from "./world.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How the seller is paid, and what people have taken out of their wallets by hand, as they were answered. */
export type Purses = {
  schedule: Schedule["kind"];
  readonly taken: Map<string, Taken>;
};
type Taken = { readonly payout: string; readonly amount: bigint };

export const emptyPurses = (): Purses => ({ schedule: "automatic", taken: new Map() });

type Later = (world: World, when: number, name: string, act: (parts: Parts) => Promise<void>) => void;
type People = { readonly seller: UserId; readonly buyer: UserId; readonly purses: Purses };

/** What the two plan to do with their money: one sometimes chooses how he is paid, and both sometimes take it out. */
export function planPurses(world: World, people: People, later: Later): void {
  const { d } = world;
  const kind = d.weighed({ automatic: 8, manual: 1, daily: 1 });
  if (kind !== "automatic") changesSchedule(world, people, kind, later);
  if (d.chance(0.6))
    later(world, START + d.below(6 * DAY), "bank account of the buyer", (parts) => opens(world, parts, people.buyer));
  const owners = [...(kind === "manual" || d.chance(0.1) ? [people.seller] : []), people.buyer];
  for (const owner of owners) {
    const times = d.between(1, 3);
    for (let n = 0; n < times; n++) takesOut(world, people, owner, START + d.below(30 * DAY), later);
  }
}

function changesSchedule(world: World, { seller, purses }: People, kind: "manual" | "daily", later: Later): void {
  const { d } = world;
  const hour = d.below(24);
  const schedule: Schedule = kind === "manual" ? { kind } : { kind, hour, timeZone: "Asia/Kolkata", minimum: null };
  later(world, START + d.below(10 * DAY), `paid ${schedule.kind}`, async (parts) => {
    // Until the answer is known, either may hold.
    purses.schedule = schedule.kind;
    const changed = await changeSchedule(
      parts.db,
      outgoingOf(parts),
      asking(seller),
      { schedule, shares: null },
      world.now(),
    );
    if (changed.ok) world.met(`schedule_${schedule.kind}`);
  });
}

async function opens(world: World, { db, dataKey }: Parts, user: UserId): Promise<void> {
  const account = {
    holderName: "Asha (demo buyer)",
    accountNumber: "026291800001234",
    ifsc: "YESB0000262",
    kind: "savings",
  } as const;
  await addBankAccount(db, dataKey, asking(user), account, world.now());
}

/** All that is there, a part of it, or more than is there; asked again under the same key now and then. */
function takesOut(world: World, { seller, purses }: People, owner: UserId, when: number, later: Later): void {
  const { d, watcher } = world;
  const who = owner === seller ? "seller" : "buyer";
  const key = `taken ${d.below(1_000_000)}`;
  let asked: bigint | null = null;
  const take = async (parts: Parts): Promise<void> => {
    const has = watcher.balanceOf((code) => code === `wallet:${owner}`, "INR");
    asked ??= d.pick([has, has, has / 2n, has + 1n, has * 2n]);
    if (asked <= 0n) return;
    const known = purses.taken.get(key);
    const means = { ...outgoingOf(parts), limits: (parts.payoutRules ?? DEFAULT_PAYOUT_RULES).limits };
    const request = { ...asking(owner), amount: money(asked, "INR"), bankAccount: null };
    const answer = await withdraw(parts.db, means, request, key, world.now());
    world.met(answer.ok ? `withdrawal_${who}` : "withdrawal_refused");
    if (!answer.ok) return refusedAgain(world, key, purses);
    const { id, amount } = answer.value.payout;
    if (known && known.payout !== id) world.wrong(`${key} was taken out twice`);
    purses.taken.set(key, { payout: id, amount: asked });
    if (amount.minor !== asked) world.wrong(`${key} is ${amount.minor} and ${asked} was asked for`);
  };
  later(world, when, `withdraw ${who}`, take);
  if (d.chance(0.3)) later(world, when + d.pick([0, 1, MINUTE, DAY]), `withdraw ${who} again`, take);
}

/** What has been taken out under a key is answered again, whatever the wallet holds by then. */
function refusedAgain(world: World, key: string, { taken }: Purses): void {
  if (taken.has(key)) world.wrong(`${key} was taken out, and is refused when it is asked for again`);
}

/** What was taken out is a payout of its own of the same amount, once; and what is gathered daily does not stay. */
export function checkPurses(world: World, people: People): void {
  const rows = new Map([...world.store.rows("payouts.payout")].map((row) => [`pout_${String(row.id)}`, row]));
  for (const [key, taken] of people.purses.taken) checkTaken(world, key, taken, rows.get(taken.payout));
  const withdrawals = [...rows.values()].filter(({ kind }) => kind === "withdrawal");
  const causes = new Set(withdrawals.map(({ cause }) => cause));
  if (causes.size < withdrawals.length) world.wrong("one withdrawal made two payouts");
  if (people.purses.schedule === "daily") checkGathered(world, people, [...rows.values()]);
}

function checkTaken({ rail, wrong }: World, key: string, { payout, amount }: Taken, row: Row | undefined): void {
  if (row?.kind !== "withdrawal") wrong(`${key} was answered and there is no payout of it`);
  else if (row.state !== "cancelled" && row.amount !== amount)
    wrong(`${key} took ${String(row.amount)} and not ${amount}`);
  if (row?.state === "paid" && !rail.hasPaid(payout)) wrong(`${key} is said to have been paid`);
}

function checkGathered({ watcher, wrong }: World, { seller }: People, payouts: readonly Row[]): void {
  const waits = payouts.some(({ state }) => ["waiting_for_bank_account", "withheld"].includes(String(state)));
  const left = watcher.balanceOf((code) => code === `wallet:${seller}`, "INR");
  if (left > 0n && !waits) wrong(`${left} of a seller who is paid daily is not gathered`);
}
