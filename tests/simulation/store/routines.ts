import type { Row } from "./evaluation.ts";
import { signatureOf } from "./schema.ts";
import type { Routine, Store } from "./store.ts";
import { coercion } from "./values.ts";

/** Arguments of a database function by the names that its latest migration gives them, as values of the types there. */
type Named = { readonly [name: string]: readonly unknown[] };

const named =
  (name: string, routine: (store: Store, args: Named) => unknown): Routine =>
  (store, args) => {
    const parameters = signatureOf(name);
    if (!parameters || parameters.length < args.length)
      throw new Error(`${name} is called with ${args.length} arguments`);
    const values = parameters.map(({ name: parameter, type }, at) => [parameter, coercion(type)(args[at]) ?? []]);
    return routine(store, Object.fromEntries(values) as Named);
  };

const list = (args: Named, name: string): readonly unknown[] => {
  const found = args[name];
  if (!found) throw new Error(`the function takes no ${name}`);
  return found;
};

type Line = {
  readonly posting: number;
  readonly shard: number;
  readonly account: string;
  readonly code: string;
  readonly currency: string;
  readonly guarded: boolean;
  readonly amount: bigint;
};
type Claim = {
  readonly shard: number;
  readonly id: string;
  readonly key: string;
  readonly fingerprint: string;
  readonly kind: string;
  readonly deal: string | null;
  readonly at: number;
  readonly lines: readonly Line[];
};

const POSTED = 1;
const POSTED_BEFORE = 2;
const SHORT_OF_MONEY = 3;
const KEY_REUSED = 4;

function claimsOf(args: Named, prefix: "p" | "l"): Claim[] {
  const lines = list(args, "e_posting").map((posting, at): Line => {
    const account = Number(list(args, "e_account")[at]) - 1;
    return {
      posting: Number(posting),
      shard: Number(list(args, "a_shard")[account]),
      account: String(list(args, "a_id")[account]),
      code: String(list(args, "a_code")[account]),
      currency: String(list(args, "a_currency")[account]),
      guarded: list(args, "a_guarded")[account] === true,
      amount: list(args, "e_amount")[at] as bigint,
    };
  });
  return list(args, `${prefix}_id`).map((id, at) => ({
    shard: Number(list(args, `${prefix}_shard`)[at]),
    id: String(id),
    key: String(list(args, `${prefix}_key`)[at]),
    fingerprint: String(list(args, `${prefix}_fingerprint`)[at]),
    kind: String(list(args, `${prefix}_kind`)[at]),
    deal: (list(args, `${prefix}_deal`)[at] ?? null) as string | null,
    at: Number(list(args, `${prefix}_at`)[at]),
    lines: lines.filter(({ posting }) => posting === at + 1),
  }));
}

function accountFor(store: Store, shard: number, line: Line): Row {
  for (const account of store.rows("ledger.account"))
    if (account.id === line.account && account.shard === shard) return account;
  return store.insert("ledger.account", {
    shard,
    id: line.account,
    code: line.code,
    currency: line.currency,
    guarded: line.guarded,
    balance: 0n,
    last_seq: 0n,
  });
}

function postingUnder(store: Store, shard: number, key: string): Row | null {
  for (const posting of store.rows("ledger.posting"))
    if (posting.key === key && posting.shard === shard) return posting;
  return null;
}

/** What the trigger of the table holds: a posting sums to zero in each currency. */
function refuseUnbalanced({ key, lines }: Claim): void {
  const sums = new Map<string, bigint>();
  for (const { currency, amount } of lines) sums.set(currency, (sums.get(currency) ?? 0n) + amount);
  if ([...sums.values()].some((sum) => sum !== 0n)) throw new Error(`${key} does not sum to zero`);
}

/** Posts a batch; refused ones leave nothing behind. Credits come before debits within one account. */
function postAll(store: Store, claims: readonly Claim[]): number[] {
  if (new Set(claims.map(({ shard, key }) => `${shard} ${key}`)).size < claims.length)
    throw new Error("one key twice in a batch");
  return claims.map((claim) => {
    const before = postingUnder(store, claim.shard, claim.key);
    return before ? verdictOnRepeat(before, claim) : postOne(store, claim);
  });
}

function verdictOnRepeat(before: Row, { id, fingerprint }: Claim): number {
  if (before.id === id) return POSTED;
  return before.fingerprint === fingerprint ? POSTED_BEFORE : KEY_REUSED;
}

function postOne(store: Store, claim: Claim): number {
  if (claim.lines.some(({ shard }) => shard !== claim.shard))
    throw new Error(`${claim.key} has an entry of another shard`);
  refuseUnbalanced(claim);
  const lines = claim.lines.map((line) => ({ line, account: accountFor(store, claim.shard, line) }));
  const net = new Map<Row, bigint>();
  for (const { line, account } of lines) net.set(account, (net.get(account) ?? 0n) + line.amount);
  for (const [account, amount] of net)
    if (account.guarded === true && (account.balance as bigint) + amount < 0n) return SHORT_OF_MONEY;
  const { shard, id, key, fingerprint, kind, deal, at } = claim;
  store.insert("ledger.posting", { shard, id, key, fingerprint, kind, deal, posted_at: at, number: null });
  for (const { line, account } of lines.sort((a, b) => sign(a.line) - sign(b.line))) enter(store, claim, line, account);
  return POSTED;
}

const sign = ({ amount }: Line): number => (amount < 0n ? 1 : 0);

function enter(store: Store, { shard, id }: Claim, { amount, currency }: Line, account: Row): void {
  const seq = (account.last_seq as bigint) + 1n;
  const balance = (account.balance as bigint) + amount;
  store.insert("ledger.entry", {
    shard,
    account: account.id,
    seq,
    posting: id,
    amount,
    balance_after: balance,
    denomination: currency,
  });
  store.update("ledger.account", account, { balance, last_seq: seq });
}

const post = named("ledger.post", (store, args) => postAll(store, claimsOf(args, "p")));

const DONE = 1;
/** The verdict on a command whose deal has moved since it was read. */
export const MOVED = 2;
const REPEATED = 5;
const SENT_BEFORE = 6;

/** The columns of a deal that a command sets, and the arguments that they come from. */
const DEAL_COLUMNS: Readonly<Record<string, string>> = {
  state: "p_state",
  escrow: "p_escrow",
  gateway: "p_gateway",
  suspended: "p_suspended",
  ruling: "p_ruling",
  revisions_left: "p_revisions_left",
  deadline_kind: "p_deadline_kind",
  deadline_opened_at: "p_deadline_opened_at",
  deadline_due_at: "p_deadline_due_at",
};

const EVENT_COLUMNS: Readonly<Record<string, string>> = {
  command: "p_command",
  command_key: "p_command_key",
  actor: "p_actor",
  actor_id: "p_actor_id",
  from_state: "p_from",
  to_state: "p_state",
  reason: "p_reason",
  note: "p_note",
  happened_at: "p_happened_at",
  recorded_at: "p_recorded_at",
  announcement: "p_announcement",
};

const apply = named("escrow.apply", (store, args) => {
  const ids = list(args, "p_deal");
  const shards = list(args, "p_shard").map(Number);
  if (new Set(ids.map((id, at) => `${shards[at]} ${String(id)}`)).size < ids.length)
    throw new Error("one deal twice in a batch");
  const deals = ids.map((id, at) => dealRow(store, shards[at] ?? 0, String(id)));
  const verdicts = ids.map((_, at) => verdictOf(store, args, deals[at] ?? null, at));
  postOfApply(store, args, verdicts);
  for (const [at, deal] of deals.entries()) if (deal && verdicts[at] === DONE) move(store, args, deal, at);
  return verdicts.map((verdict) => (verdict === SENT_BEFORE ? DONE : verdict));
});

function dealRow(store: Store, shard: number, id: string): Row | null {
  for (const deal of store.rows("escrow.deal")) if (deal.id === id && deal.shard === shard) return deal;
  return null;
}

function verdictOf(store: Store, args: Named, deal: Row | null, at: number): number {
  const key = list(args, "p_command_key")[at] ?? null;
  const revision = Number(list(args, "p_revision")[at]);
  let verdict = deal?.revision === revision ? DONE : MOVED;
  for (const event of store.rows("escrow.event")) {
    if (event.deal !== deal?.id || event.shard !== deal?.shard) continue;
    if (key !== null && event.command_key === key && verdict !== SENT_BEFORE) verdict = REPEATED;
    if (verdict !== DONE && event.seq === revision + 1 && event.announcement === list(args, "p_announcement")[at])
      verdict = SENT_BEFORE;
  }
  return verdict;
}

function postOfApply(store: Store, args: Named, verdicts: number[]): void {
  const claims = claimsOf(args, "l");
  const items = list(args, "l_item").map((item) => Number(item) - 1);
  const chosen = items.map((item, at) => ({ item, at })).filter(({ item }) => verdicts[item] === DONE);
  const posted = postAll(
    store,
    chosen.flatMap(({ at }) => claims[at] ?? []),
  );
  for (const [n, { item }] of chosen.entries())
    if (posted[n] !== POSTED) verdicts[item] = posted[n] === SHORT_OF_MONEY ? SHORT_OF_MONEY : KEY_REUSED;
}

function pick(args: Named, columns: Readonly<Record<string, string>>, at: number): Row {
  const row: Row = {};
  for (const [column, argument] of Object.entries(columns)) {
    const values = args[argument];
    if (values) row[column] = values[at] ?? null;
  }
  return row;
}

function move(store: Store, args: Named, deal: Row, at: number): void {
  const revision = Number(deal.revision) + 1;
  const changes = pick(args, DEAL_COLUMNS, at);
  const sameDeadline = changes.deadline_due_at === deal.deadline_due_at;
  store.update("escrow.deal", deal, {
    ...changes,
    revision,
    deadline_wake_at: sameDeadline ? deal.deadline_wake_at : changes.deadline_due_at,
    deadline_asks: sameDeadline ? deal.deadline_asks : 0,
  });
  const { shard, id } = deal;
  store.insert("escrow.event", { shard, deal: id, seq: revision, ...pick(args, EVENT_COLUMNS, at) });
  const recordedAt = list(args, "p_recorded_at")[at];
  store.insert("runtime.outbox", {
    shard,
    id: list(args, "p_announcement")[at],
    topic: "deal.moved",
    payload: list(args, "p_payload")[at],
    announced_at: recordedAt,
    run_at: recordedAt,
  });
}

/** Leaves due deadlines waiting while providers are asked, and announces the questions. */
const ask = named("escrow.ask", (store, args) => {
  const now = args.p_now as unknown;
  for (const [at, id] of list(args, "p_deal").entries()) {
    const shard = Number(list(args, "p_shard")[at]);
    const deal = dealRow(store, shard, String(id));
    if (deal)
      store.update("escrow.deal", deal, {
        deadline_wake_at: args.p_until,
        deadline_asks: Number(deal.deadline_asks) + 1,
      });
    store.insert("runtime.outbox", {
      shard,
      id: list(args, "p_announcement")[at],
      topic: "deadline.due",
      payload: list(args, "p_payload")[at],
      announced_at: now,
      run_at: now,
    });
  }
  return "";
});

/** The database's own functions, written down a second time; the differential test holds both to the same rows. */
export const ROUTINES: ReadonlyMap<string, Routine> = new Map<string, Routine>([
  ["ledger.post", post],
  ["escrow.apply", apply],
  ["escrow.ask", ask],
]);
