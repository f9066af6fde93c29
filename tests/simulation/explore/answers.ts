import { type Actor, commandsOf, type Deal, isFinal } from "../../../core/escrow/index.ts";
import { ACTORS, allowed, BACK, isOldNews } from "../policy-table.ts";
import { type Asked, type Deals, isDue } from "./deals.ts";

export type Answers = { readonly pairs: number; readonly unanswered: readonly string[] };

/** Puts every command by everybody, in time and late, to every deal that was reached, and holds the answers to the table. */
export function answersOf(deals: Deals): Answers {
  const commands = [...commandsOf(deals.process), "no_command_at_all"];
  const pairs = new Set<string>();
  const unanswered: string[] = [];
  const reached = deals.count();
  for (let index = 0; index < reached; index++)
    for (const name of commands) {
      pairs.add(`${deals.deal(index).state} ${name}`);
      unanswered.push(...everybodyAsks(deals, index, name));
    }
  return { pairs: pairs.size, unanswered };
}

const everybodyAsks = (deals: Deals, index: number, name: string): string[] =>
  (ACTORS as readonly Actor[]).flatMap((by) =>
    [true, false].flatMap(
      (inTime) =>
        compare(deals, index, { name, by, inTime, ...(name === "payment_captured" && { paid: 1000n }) }) ?? [],
    ),
  );

function compare(deals: Deals, index: number, asked: Asked): string | null {
  const deal = deals.deal(index);
  const expected = expectedOf(deals, deal, asked);
  const answer = deals.ask(index, asked);
  const given =
    "refused" in answer
      ? answer.refused
      : `to ${deals.deal(answer.moved.deal).state} with ${answer.moved.movement ?? "-"}`;
  const where = `${deal.state}${isDue(deal) ? " (due)" : ""}: ${asked.name} by ${asked.by}${asked.inTime ? "" : " late"}`;
  return expected === given ? null : `${where} should be ${expected} and is ${given}`;
}

/** What the table says, with the name of the refusal where it refuses. */
function expectedOf(deals: Deals, deal: Deal, { name, by, inTime }: Asked): string {
  const rule = allowed(deal.state, name);
  if (!rule) return silenceOf(deals, deal, name);
  if (!rule.by.includes(by)) return "not_for_this_actor";
  if (by === "clock" && !isDue(deal)) return "too_early";
  if (by !== "clock" && isDue(deal) && !inTime) return "deadline_passed";
  return `to ${rule.to === BACK ? (deal.suspended?.state ?? "nowhere") : rule.to} with ${rule.money}`;
}

function silenceOf({ process }: Deals, deal: Deal, name: string): string {
  if (isOldNews(deal.state, name)) return "old_news";
  if (!commandsOf(process).includes(name)) return "no_such_command";
  return isFinal(process, deal.state) ? "deal_is_final" : "not_in_this_state";
}
