import { ACTORS, type Actor, commandsOf, type Deal, isCommand, isFinal } from "../../../core/escrow/index.ts";
import { allowed, BACK, FIXED, isOldNews, MORE_TIME } from "../../../core/escrow/table-for-test.ts";
import { type Asked, type Deals, HALF, isDue, type Moved, RULED_TO_BUYER, TO_BUYER } from "./deals.ts";

export type Answers = { readonly pairs: number; readonly unanswered: readonly string[] };

/** Puts every command by everybody, in time and late, to every deal that was reached, and holds the answers to the table. */
export function answersOf(deals: Deals): Answers {
  const commands = [...commandsOf(deals.process), MORE_TIME, "no_command_at_all"];
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
  ACTORS.flatMap((by) =>
    [true, false].flatMap(
      (inTime) =>
        compare(deals, index, { name, by, inTime, ...(name === "payment_captured" && { paid: 1000n }) }) ?? [],
    ),
  );

function compare(deals: Deals, index: number, asked: Asked): string | null {
  const deal = deals.deal(index);
  const expected = asked.name === MORE_TIME ? moreTime(deal, asked) : expectedOf(deals, deal, asked);
  const answer = deals.ask(index, asked);
  const given = "refused" in answer ? answer.refused : told(deals, answer.moved);
  const where = `${deal.state}${isDue(deal) ? " (due)" : ""}: ${asked.name} by ${asked.by}${asked.inTime ? "" : " late"}`;
  return expected === given ? null : `${where} should be ${expected} and is ${given}`;
}

function told(deals: Deals, { deal, movement }: Moved): string {
  const { state, revisionsLeft } = deals.deal(deal);
  return said(state, `${movement ?? "-"}${movement === "settle" ? ` ${deals.toBuyer(deal)}` : ""}`, revisionsLeft);
}
const said = (to: string, money: string, revisionsLeft: number | null): string =>
  `to ${to} with ${money}, revisions ${revisionsLeft}`;

/** What the table says, with the name of the refusal where it refuses. */
function expectedOf(deals: Deals, deal: Deal, asked: Asked): string {
  const { name, by } = asked;
  const rule = allowed(deals.process.name, deal.state, name);
  if (!rule) return silenceOf(deals, deal, name);
  if (!isOneOf(rule.by, by, deal)) return "not_for_this_actor";
  const late = lateness(deal, asked);
  if (late) return late;
  if (name === "request_revision" && deal.revisionsLeft === 0) return "no_revisions_left";
  const divided = rule.money === "settle" ? `settle ${dividedIn(deal.state, name)}` : rule.money;
  const left = (deal.revisionsLeft ?? 0) - (name === "request_revision" ? 1 : 0);
  return said(rule.to === BACK ? (deal.suspended?.state ?? "nowhere") : rule.to, divided, left);
}

const lateness = (deal: Deal, { by, inTime }: Asked): string | null => {
  if (by === "clock") return isDue(deal) ? null : "too_early";
  return isDue(deal) && !inTime ? "deadline_passed" : null;
};

/** Who raised the dispute stands at the top of what is suspended. */
function isOneOf(by: readonly string[], actor: Actor, { suspended }: Deal): boolean {
  if (by.includes(actor)) return true;
  if (actor !== "buyer" && actor !== "seller") return false;
  return suspended !== null && by.includes(suspended.by === actor ? "raiser" : "respondent");
}

/** What the buyer gets of what is divided: as was ruled, a half where nobody has decided, and else as the command says. */
function dividedIn(state: string, name: string): bigint {
  if (name === "lapse_decision" && state === "delivered_investigating") return HALF;
  return name.startsWith("lapse_") || name === "accept_ruling" ? RULED_TO_BUYER : TO_BUYER;
}

function moreTime(deal: Deal, asked: Asked): string {
  if (deal.deadline === null) return "deal_is_final";
  if (asked.by !== "parties") return "not_for_this_actor";
  const late = lateness(deal, asked);
  if (late) return late;
  return FIXED.includes(deal.state) ? "not_extendable" : said(deal.state, "-", deal.revisionsLeft);
}

function silenceOf({ process }: Deals, deal: Deal, name: string): string {
  if (isOldNews(process.name, deal.state, name)) return "old_news";
  if (!isCommand(process, name)) return "no_such_command";
  return isFinal(process, deal.state) ? "deal_is_final" : "not_in_this_state";
}
