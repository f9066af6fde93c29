import { accounts, isGuarded, move } from "../../../core/ledger/index.ts";
import { money } from "../../../core/money/index.ts";
import { type Alike, takenBy, WRONG } from "./alike.ts";
import { BANK_SAYS, BOOKED_AS, givingBack, recovering, taking } from "./claw.ts";
import { type Deals, GATEWAY, isDue, type Moved, sellersOf, TOTAL } from "./deals.ts";

/**
 * A deal with its money on the way: what we believe of each refund and payout, what the provider really did, and the news that are
 * under way between them. Small numbers throughout, so that a state is a short text.
 */
export const FIELDS = [
  "deal",
  "books",
  /** The first payment at its gateway: 0 none, 1 open, 2 paid in time, 3 paid late, 4 paid wrongly, 5 closed. */
  "payment",
  "paymentBooked",
  "paymentNews",
  /** A second capture: 0 none, 1 taken, 2 booked. */
  "second",
  ...["escrow", "wrong", "double"].flatMap((refund) => [`${refund}Ours`, `${refund}Theirs`, `${refund}News`]),
  ...["payoutOurs", "payoutTheirs", "payoutNews"],
  /** Whether the seller's bank account is verified. */
  "bank",
  /** How many more answers may be lost with the process that waited for them. */
  "losses",
  /** How many more refunds and payouts may be reversed after they had succeeded. */
  "reversals",
  /** A chargeback after the seller was paid: what the bank says, what we have booked, and the news of it. */
  ...["clawTheirs", "clawOurs", "clawNews"],
] as const;

export type State = number[];
const at = (name: string): number => FIELDS.indexOf(name);
const [DEAL, BOOKS, PAYMENT, BOOKED, NEWS, SECOND] = [
  "deal",
  "books",
  "payment",
  "paymentBooked",
  "paymentNews",
  "second",
].map(at) as [number, number, number, number, number, number];
const [BANK, LOSSES, REVERSALS] = [at("bank"), at("losses"), at("reversals")] as [number, number, number];
const CLAW = { theirs: at("clawTheirs"), ours: at("clawOurs"), news: at("clawNews") };
const OURS = { none: 0, requested: 1, pending: 2, succeeded: 3, failed: 4, returned: 5, waiting: 6 };
const THEIRS = { absent: 0, pending: 1, succeeded: 2, failed: 3, returned: 4 };
/** What we call an end that the provider tells of. */
const ENDED: Readonly<Record<number, number>> = {
  [THEIRS.succeeded]: OURS.succeeded,
  [THEIRS.failed]: OURS.failed,
  [THEIRS.returned]: OURS.returned,
};
type Slot = { readonly name: string; readonly ours: number; readonly theirs: number; readonly news: number };
const slot = (name: string): Slot => ({
  name,
  ours: at(`${name}Ours`),
  theirs: at(`${name}Theirs`),
  news: at(`${name}News`),
});
export const REFUNDS = ["escrow", "wrong", "double"].map(slot);
export const PAYOUT = slot("payout");

export type Books = ReadonlyMap<string, bigint>;
export type Limits = {
  readonly news: number;
  readonly losses: number;
  readonly reversals: number;
  /** How many chargebacks may come after the seller has been paid: none or one. */
  readonly claws: number;
  readonly starts: readonly string[];
};
export type Next = { readonly state: State; readonly by: string };

export type Machine = ReturnType<typeof machine>;

export function machine(deals: Deals, { first }: Alike, limits: Limits, wrong: (sentence: string) => void) {
  const books: Books[] = [];
  const bookIndex = new Map<string, number>();
  const keep = (balances: Map<string, bigint>): number => {
    for (const [account, balance] of balances) if (balance === 0n) balances.delete(account);
    for (const sentence of wrongIn(balances)) wrong(sentence);
    const text = [...balances].sort(([a], [b]) => (a < b ? -1 : 1)).join(" ");
    const known = bookIndex.get(text);
    if (known !== undefined) return known;
    bookIndex.set(text, books.length);
    return books.push(balances) - 1;
  };
  const post = (state: State, entries: readonly (readonly [string, bigint])[]): State => {
    const balances = new Map(books[state[BOOKS] as number]);
    for (const [account, amount] of entries) balances.set(account, (balances.get(account) ?? 0n) + amount);
    return withField(state, BOOKS, keep(balances));
  };
  const flow = (state: State, from: string, to: string, amount: bigint): State => {
    type Code = Parameters<typeof move>[0];
    const moved = move(from as Code, to as Code, money(amount, "INR"));
    return post(
      state,
      moved.map((entry) => [entry.account, entry.amount.minor] as const),
    );
  };
  const some = deals.deal(deals.begin(limits.starts[0] ?? ""));
  const account = {
    clearing: accounts.clearing(GATEWAY),
    rail: accounts.clearing("rail"),
    refunds: accounts.refundsInFlight(GATEWAY),
    payouts: accounts.payoutsInFlight("rail"),
    suspense: accounts.suspense(GATEWAY),
    buyer: accounts.wallet(some.buyer),
    seller: accounts.wallet(some.seller),
    escrow: accounts.escrow(some.id),
  };
  const ways = {
    payout: { inFlight: account.payouts, clearing: account.rail, wallet: account.seller },
    refund: { inFlight: account.refunds, clearing: account.clearing, wallet: account.buyer },
  };

  const amountOf = ({ name }: Slot, state: State): bigint => {
    if (name === "wrong") return state[PAYMENT] === 4 ? WRONG : TOTAL;
    if (name === "double") return TOTAL;
    return name === "payout" ? sentOf(state) : partsOf(state).buyer;
  };
  /** What each of the two gets, after commission and the tax on it. */
  const partsOf = (state: State) => {
    const deal = state[DEAL] as number;
    if (deals.deal(deal).escrow !== "settled") return { buyer: TOTAL, seller: sellersOf(TOTAL) };
    return { buyer: deals.toBuyer(deal), seller: sellersOf(TOTAL - deals.toBuyer(deal)) };
  };
  const balancesOf = (state: State): Books => books[state[BOOKS] as number] ?? new Map();
  const balanceOf = (state: State, code: string): bigint => balancesOf(state).get(code) ?? 0n;
  /** A payout that is under way, or has succeeded: it may be less than the seller's part where a chargeback came before it. */
  const sentOf = (state: State): bigint => balanceOf(state, isLive(state, PAYOUT) ? account.payouts : account.rail);

  /** A deal has moved: its posting is made, and what follows from it is begun in the same transaction. */
  const advance = (state: State, moved: Moved): State => {
    let next = post(withField(state, DEAL, first(moved.deal)), moved.entries);
    if (moved.movement === "refund" || moved.movement === "settle")
      next = withField(next, REFUNDS[0]?.ours ?? 0, OURS.requested);
    if (moved.movement === "release" || moved.movement === "settle")
      next = startPayout(withField(next, PAYOUT.ours, OURS.waiting));
    return next;
  };
  const startPayout = (state: State): State => {
    if (state[PAYOUT.ours] !== OURS.waiting || state[BANK] === 0) return state;
    const free = post(state, recovering(some.seller, balancesOf(state)));
    const [wallet, part] = [balanceOf(free, account.seller), partsOf(free).seller];
    if (wallet === 0n) return withField(free, PAYOUT.ours, OURS.failed);
    const amount = wallet < part ? wallet : part;
    return flow(withField(free, PAYOUT.ours, OURS.requested), account.seller, account.payouts, amount);
  };

  const accepted = new Map<number, readonly { readonly moved: Moved; readonly by: string }[]>();
  /** What anybody could do to a deal, each posting and kind of deal once. */
  const movesOf = (index: number): readonly { readonly moved: Moved; readonly by: string }[] => {
    const known = accepted.get(index);
    if (known) return known;
    const different = new Map(
      takenBy(deals, index).map((one) => [`${one.moved.entries} ${first(one.moved.deal)}`, one]),
    );
    accepted.set(index, [...different.values()]);
    return [...different.values()];
  };

  const people = (state: State, into: Next[]): void => {
    const index = state[DEAL] as number;
    for (const { moved, by } of movesOf(index)) into.push({ state: advance(state, moved), by });
    const due = deals.due(index);
    if (due !== null) into.push({ state: withField(state, DEAL, first(due)), by: "time" });
    if (state[BANK] === 0) into.push({ state: startPayout(withField(state, BANK, 1)), by: "bank account" });
  };

  const paying = (state: State, into: Next[]): void => {
    const due = isDue(deals.deal(state[DEAL] as number));
    const payment = state[PAYMENT] as number;
    const add = (field: number, value: number, by: string): void =>
      void into.push({ state: news(withField(state, field, value), NEWS, limits.news), by });
    if (payment === 0 && deals.deal(state[DEAL] as number).state.endsWith("payment_pending"))
      into.push({ state: withField(state, PAYMENT, 1), by: "payment opened" });
    if (payment === 1) {
      add(PAYMENT, due ? 3 : 2, "paid");
      add(PAYMENT, 4, "paid wrongly");
      into.push({ state: withField(state, PAYMENT, 5), by: "closed" });
    }
    if (payment >= 2 && payment <= 4 && state[SECOND] === 0) add(SECOND, 1, "paid again");
  };

  /** Somebody looks at the payment: the poller at any time before the first booking, later only on news. */
  const looking = (state: State, into: Next[]): void => {
    const payment = state[PAYMENT] as number;
    const fresh = payment >= 2 && payment <= 4 && state[BOOKED] === 0;
    const heard = Math.max(0, (state[NEWS] as number) - 1);
    if (!fresh && state[NEWS] === 0) return;
    let next = withField(state, NEWS, heard);
    if (fresh)
      next = capture(withField(next, BOOKED, 1), payment !== 3, payment === 4 ? WRONG : TOTAL, REFUNDS[1] as Slot);
    if (state[SECOND] === 1) next = capture(withField(next, SECOND, 2), false, TOTAL, REFUNDS[2] as Slot);
    into.push({ state: next, by: "look" });
  };
  const capture = (state: State, inTime: boolean, paid: bigint, refund: Slot): State => {
    const answer = deals.ask(state[DEAL] as number, { name: "payment_captured", by: "gateway", inTime, paid });
    if ("moved" in answer) return advance(state, answer.moved);
    const unmatched = flow(state, account.clearing, account.suspense, paid);
    return flow(withField(unmatched, refund.ours, OURS.requested), account.suspense, account.refunds, paid);
  };

  const following = (state: State, one: Slot, into: Next[]): void => {
    sending(state, one, into);
    if (isLive(state, one) && state[one.theirs] !== THEIRS.absent)
      into.push({ state: record(state, one), by: `${one.name} looked up` });
    const told = state[one.news] as number;
    if (told > 0) {
      const heard = withField(state, one.news, told - 1);
      into.push({ state: state[one.ours] === OURS.none ? heard : record(heard, one), by: `${one.name} webhook` });
    }
    outside(state, one, into);
  };
  const sending = (state: State, one: Slot, into: Next[]): void => {
    if (state[one.ours] !== OURS.requested || state[one.theirs] !== THEIRS.absent) return;
    const sent = withField(state, one.theirs, THEIRS.pending);
    into.push({ state: withField(sent, one.ours, OURS.pending), by: `${one.name} sent` });
    const losses = state[LOSSES] as number;
    if (losses > 0) into.push({ state: withField(sent, LOSSES, losses - 1), by: `${one.name} sent, answer lost` });
  };
  const outside = (state: State, one: Slot, into: Next[]): void => {
    const become = (value: number): State => news(withField(state, one.theirs, value), one.news, limits.news);
    const undone = one === PAYOUT ? THEIRS.returned : THEIRS.failed;
    if (state[one.theirs] === THEIRS.pending)
      for (const end of new Set([THEIRS.succeeded, THEIRS.failed, undone]))
        into.push({ state: become(end), by: `${one.name} becomes ${end}` });
    const reversals = state[REVERSALS] as number;
    if (state[one.theirs] === THEIRS.succeeded && reversals > 0)
      into.push({ state: withField(become(undone), REVERSALS, reversals - 1), by: `${one.name} reversed` });
  };

  /** As the followers book what the provider says, once for each change. */
  const record = (state: State, one: Slot): State => {
    const to = ENDED[state[one.theirs] as number];
    if (to === undefined) return state[one.ours] === OURS.requested ? withField(state, one.ours, OURS.pending) : state;
    const way = one === PAYOUT ? ways.payout : ways.refund;
    const from = leaves(state, one, to, way);
    if (from === null) return state;
    const into = to === OURS.succeeded ? way.clearing : way.wallet;
    return flow(withField(state, one.ours, to), from, into, amountOf(one, state));
  };

  /** The bank takes what the seller has been paid for, and gives it back or keeps it; we hear of it, or look. */
  const clawing = (state: State, into: Next[]): void => {
    const says = state[CLAW.theirs] as number;
    for (const value of bankMaySay(says, state))
      into.push({ state: news(withField(state, CLAW.theirs, value), CLAW.news, limits.news), by: "bank" });
    const told = state[CLAW.news] as number;
    if (told > 0) into.push({ state: bookClaw(withField(state, CLAW.news, told - 1)), by: "chargeback webhook" });
    if (state[CLAW.ours] !== says) into.push({ state: bookClaw(state), by: "chargeback looked up" });
  };
  const bankMaySay = (says: number, state: State): readonly number[] => {
    if (says === BANK_SAYS.taken) return [BANK_SAYS.won, BANK_SAYS.lost];
    const { escrow } = deals.deal(state[DEAL] as number);
    const paidOut = escrow === "released" || escrow === "settled";
    return says === BANK_SAYS.nothing && limits.claws > 0 && paidOut ? [BANK_SAYS.taken] : [];
  };
  const clawAmount = (state: State): bigint =>
    deals.deal(state[DEAL] as number).escrow === "settled" ? TOTAL - deals.toBuyer(state[DEAL] as number) : TOTAL;
  const bookClaw = (state: State): State => {
    const [says, ours] = [state[CLAW.theirs] as number, state[CLAW.ours] as number];
    const next = withField(state, CLAW.ours, says);
    const amount = clawAmount(state);
    if (ours === BOOKED_AS.nothing && (says === BANK_SAYS.taken || says === BANK_SAYS.lost))
      return post(next, taking(amount, some.seller, GATEWAY, balancesOf(state)));
    if (ours !== BOOKED_AS.taken || says !== BANK_SAYS.won) return next;
    const back = post(next, givingBack(amount, some.seller, GATEWAY));
    return post(back, recovering(some.seller, balancesOf(back)));
  };
  /** What is on its way to the bank: nothing, the seller's part, or what a chargeback has left of it. */
  const payoutFlying = (state: State): bigint => {
    if (!isLive(state, PAYOUT)) return 0n;
    return state[CLAW.ours] === BOOKED_AS.nothing ? partsOf(state).seller : balanceOf(state, account.payouts);
  };
  /** All that a seller has, has had from us, or owes: the part of the deal, less what a bank has taken of it. */
  const sellerHas = (state: State): bigint =>
    [account.seller, accounts.receivable(some.seller), account.payouts, account.rail].reduce(
      (sum, code) => sum + balanceOf(state, code),
      0n,
    );
  const sellerShouldHave = (state: State): bigint => {
    const { escrow } = deals.deal(state[DEAL] as number);
    if (escrow !== "released" && escrow !== "settled") return 0n;
    const isTaken = state[CLAW.ours] === BOOKED_AS.taken || state[CLAW.ours] === BOOKED_AS.lost;
    return partsOf(state).seller - (isTaken ? clawAmount(state) : 0n);
  };

  return {
    starts: (): State[] =>
      limits.starts.map((start) => {
        const state = FIELDS.map(() => 0);
        state[DEAL] = first(deals.begin(start));
        state[BOOKS] = keep(new Map());
        state[LOSSES] = limits.losses;
        state[REVERSALS] = limits.reversals;
        return state;
      }),
    next(state: State): Next[] {
      const into: Next[] = [];
      people(state, into);
      paying(state, into);
      looking(state, into);
      for (const one of REFUNDS) following(state, one, into);
      following(state, PAYOUT, into);
      clawing(state, into);
      return into;
    },
    /** What must hold in every single state. */
    check(state: State): void {
      const deal = deals.deal(state[DEAL] as number);
      const flying = REFUNDS.filter((one) => isLive(state, one)).reduce((sum, one) => sum + amountOf(one, state), 0n);
      const expected: readonly (readonly [string, bigint])[] = [
        [account.escrow, deal.escrow === "held" || deal.escrow === "disputed" ? TOTAL : 0n],
        [account.refunds, flying],
        [account.payouts, payoutFlying(state)],
        [account.suspense, 0n],
      ];
      const balances = balancesOf(state);
      if (sellerHas(state) !== sellerShouldHave(state))
        wrong(`the seller has ${sellerHas(state)} and not ${sellerShouldHave(state)} in ${deal.state}`);
      for (const [code, amount] of expected)
        if ((balances.get(code) ?? 0n) !== amount)
          wrong(`${code} is ${balances.get(code)} and not ${amount} in ${deal.state}`);
    },
    /** An end: nothing is held and nothing is on the way. */
    isEnd(state: State): boolean {
      const deal = deals.deal(state[DEAL] as number);
      const claw = state[CLAW.ours] === state[CLAW.theirs] && state[CLAW.theirs] !== BANK_SAYS.taken;
      const resting = claw && [...REFUNDS, PAYOUT].every((one) => !isLive(state, one));
      return (
        deal.deadline === null &&
        resting &&
        (books[state[BOOKS] as number]?.get(account.escrow) ?? 0n) === 0n &&
        allBooked(state)
      );
    },
    tell: (state: State): string =>
      `${deals.deal(state[DEAL] as number).state} ${FIELDS.slice(2)
        .map((name, n) => `${name}=${state[n + 2]}`)
        .join(" ")}`,
  };
}

/** What is wrong with books as they stand. */
function wrongIn(balances: Books): string[] {
  const negative = [...balances]
    .filter(([account, balance]) => balance < 0n && isGuarded(account as Parameters<typeof isGuarded>[0]))
    .map(([account, balance]) => `${account} is ${balance}`);
  const sum = [...balances.values()].reduce((total, balance) => total + balance, 0n);
  return sum === 0n ? negative : [...negative, `the books are out by ${sum}`];
}

/** The account that the money leaves when one comes to this end: in flight, or out again after it had succeeded. */
function leaves(
  state: State,
  one: Slot,
  to: number,
  way: { readonly inFlight: string; readonly clearing: string },
): string | null {
  if (isLive(state, one)) return way.inFlight;
  return state[one.ours] === OURS.succeeded && to !== OURS.succeeded ? way.clearing : null;
}

const isLive = (state: State, one: Slot): boolean =>
  state[one.ours] === OURS.requested || state[one.ours] === OURS.pending;
const allBooked = (state: State): boolean => {
  const payment = state[PAYMENT] as number;
  return (payment < 2 || payment === 5 || state[BOOKED] === 1) && state[SECOND] !== 1;
};

const withField = (state: State, field: number, value: number): State => {
  const next = state.slice();
  next[field] = value;
  return next;
};

const news = (state: State, field: number, most: number): State =>
  withField(state, field, Math.max(1, Math.min(most, (state[field] as number) + 1)));
