import { PROCESSES } from "@amana/core/escrow";
import { expect, test } from "vitest";
import en from "../../i18n/en.json";
import { movesIn, type Player, play, textOf } from "./game.ts";

const played = (process: string, moves: string) => play(process, movesIn(moves));

test.each([
  [
    "a sale that goes well",
    "shipped_goods",
    "gateway.payment_captured~seller.dispatch~carrier.delivered~buyer.confirm_receipt",
    "released",
  ],
  ["a seller who sends nothing", "shipped_goods", "gateway.payment_captured~wait.due", "refunded"],
  ["a parcel that never arrives", "shipped_goods", "gateway.payment_captured~seller.dispatch~wait.due", "refunded"],
  [
    "a buyer who says nothing",
    "shipped_goods",
    "gateway.payment_captured~seller.dispatch~carrier.delivered~wait.due",
    "released",
  ],
  [
    "a dispute that nobody decides",
    "shipped_goods",
    "gateway.payment_captured~seller.dispatch~carrier.delivered~buyer.dispute~wait.due~wait.due",
    "settled",
  ],
  ["a file that is looked at", "digital_goods", "gateway.payment_captured~wait.hour~buyer.confirm_receipt", "released"],
  ["a milestone", "milestone", "gateway.payment_captured~contract.begin~seller.deliver~wait.due", "released"],
])("%s ends by the rules of the escrow", (_, process, moves, escrow) => {
  const game = played(process, moves);
  expect([game.deal.escrow, game.offered, textOf(game.moves)]).toEqual([escrow, [], moves]);
});

test("deadlines that lie within a wait act one after the other, each at its own moment", () => {
  const { events, now } = played("shipped_goods", `gateway.payment_captured~${Array(3).fill("wait.day").join("~")}`);
  const [, paid, lapsed] = events;
  expect([lapsed?.command, Number(lapsed?.at) - Number(paid?.at)]).toEqual(["lapse_dispatch", 48 * 3_600_000]);
  // After the end there is nothing to wait for.
  expect(now - Number(paid?.at)).toBe(48 * 3_600_000);
});

test.each([
  ["what the rules refuse ends the play before it", "seller.dispatch~gateway.payment_captured", ""],
  [
    "a stranger's words are left out",
    "nobody.dispatch~wait.year~<script>~gateway.payment_captured",
    "gateway.payment_captured",
  ],
  ["staff cannot be played", "gateway.payment_captured~buyer.admin_release", "gateway.payment_captured"],
])("%s", (_, asked, made) => {
  expect(textOf(played("shipped_goods", asked).moves)).toBe(made);
});

test("no more is played than a page can hold", () => {
  const game = played("service", Array(200).fill("wait.hour").join("~"));
  expect(game.moves.length).toBeLessThanOrEqual(60);
});

test("a process that there is not is the first", () => {
  expect(played("lottery", "").process.name).toBe(PROCESSES[0]?.name);
});

test("whatever can be played has words, and leads to where more can be played or to an end", () => {
  const moves: Readonly<Record<string, unknown>> = en.play.move;
  const events: Readonly<Record<string, unknown>> = en.event;
  const seen = new Set<string>();
  const walk = (process: string, path: string): void => {
    const { deal, offered, events: happened } = played(process, path);
    const last = happened.at(-1)?.command ?? "";
    expect(events[last], last).toEqual(expect.any(String));
    if (seen.has(`${process} ${deal.state}`)) return;
    seen.add(`${process} ${deal.state}`);
    expect(offered.length > 0).toBe(deal.deadline !== null);
    const on = (move: string): string => (path === "" ? move : `${path}~${move}`);
    for (const { by, name } of offered) {
      expect(moves[name], `${name} by ${by satisfies Player}`).toEqual(expect.any(String));
      walk(process, on(`${by}.${name}`));
    }
    if (deal.deadline) walk(process, on("wait.due"));
  };
  for (const { name } of PROCESSES) walk(name, "");
  expect(seen.size).toBeGreaterThan(60);
});
