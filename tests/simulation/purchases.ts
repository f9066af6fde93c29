import type { Watch } from "./oracles.ts";
import type { Row } from "./store/evaluation.ts";
import type { Store } from "./store/store.ts";

/** What a gateway took, as it knows it. */
export type TrueCapture = {
  readonly reference: string;
  readonly minor: bigint;
  readonly currency: string;
  readonly at: number;
};
export type TrueDispute = { readonly reference: string; readonly capture: string; readonly minor: bigint };
type Truth = { readonly captures: () => readonly TrueCapture[]; readonly disputes: () => readonly TrueDispute[] };

/**
 * Looks at what comes in: each capture of the gateway is divided once, in one commit, into what funds deals and what goes back, and the
 * two are the whole of it. No deal of a payment that could be funded is left out. A purchase is its orders, all of them.
 */
export function watchPurchases(
  store: Store,
  watcher: Watch,
  truth: Truth,
  wrong: (sentence: string) => void,
  cover: (cell: string) => void,
) {
  const divided = new Set<string>();
  /** By which capture each deal was funded, and with which others it was bought. */
  const fundedBy = new Map<string, string>();
  /** What came for each deal by each capture. */
  const came = new Map<string, bigint>();
  const boughtWith = new Map<string, { readonly purchase: string; readonly deals: readonly string[] }>();
  const looks = { store, watcher, wrong };

  const purchased = (purchase: Row, { rows }: Commit): void => {
    const bought = rows("carts.bought").filter(({ purchase_id: id }) => id === purchase.id);
    samePurchase(purchase, bought, rows("orders.order"), wrong);
    stillInCart(looks, purchase, rows("orders.item"));
    const deals = bought.map(({ deal_id: deal }) => String(deal));
    for (const deal of deals) boughtWith.set(deal, { purchase: String(purchase.id), deals });
  };
  const captured = (reference: string, rows: readonly Row[], commit: Commit): void => {
    const real = truth.captures().find((one) => one.reference === reference);
    if (!real) return void wrong(`${reference} was captured by nobody`);
    if (divided.has(reference)) wrong(`${reference} was booked twice`);
    divided.add(reference);
    const sum = sumOf(rows, "amount");
    if (sum !== real.minor) wrong(`${reference} is ${real.minor} and was divided into ${sum}`);
    const funding = rows.filter((row) => booked(looks, row, commit));
    for (const { deal_id: deal, amount } of rows) came.set(`${String(deal)} ${reference}`, amount as bigint);
    for (const { deal_id: deal } of funding) fundedBy.set(String(deal), reference);
    const became = outcome(looks, rows, funding.length);
    if (became) cover(`purchase ${became}`);
    leftOut(looks, real, rows);
  };

  return {
    /** Called with the changes of each transaction, when the watcher has seen its events. */
    beforeCommit(): void {
      const commit = commitOf(store);
      for (const purchase of commit.rows("carts.purchase")) purchased(purchase, commit);
      for (const payment of commit.rows("payments.payment")) begun(looks, payment);
      const captures = commit.rows("payments.capture").filter(isOwn);
      for (const [reference, rows] of grouped(captures, "reference")) captured(reference, rows, commit);
      for (const deal of commit.funded) {
        const by = captures.filter(({ deal_id: of }) => of === deal).length;
        if (by !== 1) wrong(`${deal} was funded by ${by} captures`);
      }
    },
    /** What a step is told under to a buyer who does it for several orders at once; null where it is told of each. */
    toldTogether(deal: string, command: string): string | null {
      const { purchase, deals = [] } = boughtWith.get(deal) ?? {};
      const reference = fundedBy.get(deal);
      if (deals.length > 1 && command === "place") return `pur_${purchase}:placed`;
      if (deals.length > 1 && command === "lapse_payment") return `pur_${purchase}:lapsed`;
      const isShared = deals.filter((one) => fundedBy.get(one) === reference).length > 1;
      return isShared && command === "payment_captured" ? `pur_${purchase}:paid:${reference}` : null;
    },
    /** With nothing left to happen: all that the gateway took is divided, and what banks ask back is shared out wholly. */
    atRest(): void {
      for (const { reference } of truth.captures())
        if (!divided.has(reference)) wrong(`${reference} was captured and nobody has noticed`);
      const claims = grouped([...store.rows("payments.chargeback")], "reference");
      for (const claim of truth.disputes()) sharedOut(claim, claims.get(claim.reference) ?? [], came, wrong);
    },
  };
}

/** Of what a bank asks back each deal answers for what came for it. */
function sharedOut(
  { reference, capture, minor }: TrueDispute,
  shares: readonly Row[],
  came: ReadonlyMap<string, bigint>,
  wrong: (sentence: string) => void,
): void {
  const shared = sumOf(shares, "amount");
  if (shared !== minor) wrong(`${minor} is asked back by ${reference}, and ${shared} of it is known`);
  for (const { deal_id: deal, amount } of shares)
    if (amount !== came.get(`${String(deal)} ${capture}`))
      wrong(`${String(amount)} of ${reference} is asked of ${String(deal)}`);
}

type Looks = { readonly store: Store; readonly watcher: Watch; readonly wrong: (sentence: string) => void };

/** What a transaction has inserted, and which deals it has funded. */
type Commit = { readonly rows: (table: string) => readonly Row[]; readonly funded: readonly string[] };

function commitOf(store: Store): Commit {
  const inserted = new Map<string, Row[]>();
  for (const { kind, table, row } of store.changes())
    if (kind === "inserted") inserted.set(table.shape.name, [...(inserted.get(table.shape.name) ?? []), row]);
  const rows = (table: string): readonly Row[] => inserted.get(table) ?? [];
  const funds = rows("escrow.event").filter(({ command }) => command === "payment_captured");
  return { rows, funded: funds.map(({ deal }) => String(deal)) };
}

function samePurchase(
  { total }: Row,
  bought: readonly Row[],
  orders: readonly Row[],
  wrong: (sentence: string) => void,
): void {
  const ids = bought.map(({ order_id: order }) => order);
  if (orders.length !== ids.length || orders.some(({ id }) => !ids.includes(id)))
    wrong(`a purchase has ${ids.length} orders, and ${orders.length} were placed with it`);
  if (new Set(orders.map(({ seller_id: seller }) => seller)).size < orders.length)
    wrong("two orders of one purchase have the same seller");
  if (sumOf(orders, "total") !== total) wrong(`a purchase of ${String(total)} is not the sum of its orders`);
}

function stillInCart({ store, wrong }: Looks, { buyer_id: buyer }: Row, items: readonly Row[]): void {
  const products = items.map(({ product_id: product }) => product);
  for (const { user_id: user, product_id: product } of store.rows("carts.line"))
    if (user === buyer && products.includes(product)) wrong(`${String(product)} was bought and still lies in the cart`);
}

const totalOf = ({ watcher }: Looks, deal: unknown): bigint => watcher.deals.get(String(deal))?.total ?? 0n;

const partsOf = ({ store }: Looks, payment: unknown): readonly Row[] =>
  [...store.rows("payments.part")].filter(({ payment_id: id }) => id === payment);

function dealsOf(looks: Looks, payment: Row): readonly string[] {
  const parts = partsOf(looks, payment.id).map(({ deal_id: deal }) => String(deal));
  return parts.length > 0 ? parts : [String(payment.deal_id)];
}

/** The sum of the parts is the payment, and each part is what its deal costs. */
function begun(looks: Looks, payment: Row): void {
  const sum = dealsOf(looks, payment).reduce((all, deal) => all + totalOf(looks, deal), 0n);
  if (sum !== payment.amount) looks.wrong(`a payment of ${String(payment.amount)} is for deals of ${sum}`);
  for (const { deal_id: deal, amount } of partsOf(looks, payment.id))
    if (amount !== totalOf(looks, deal)) looks.wrong(`${String(deal)} has a part of ${String(amount)} in a payment`);
}

/** What came for a deal funds it, or goes back; true where it funds. */
function booked(looks: Looks, { id, deal_id: deal, amount, disposition }: Row, { rows, funded }: Commit): boolean {
  const isFunded = disposition === "escrow";
  const times = funded.filter((one) => one === deal).length;
  const backs = rows("payments.refund").filter(({ cause }) => cause === id);
  if (times !== (isFunded ? 1 : 0)) looks.wrong(`what came for ${String(deal)} funded it ${times} times`);
  if (backs.length !== (isFunded ? 0 : 1)) looks.wrong(`what came for ${String(deal)} goes back ${backs.length} times`);
  if (isFunded && amount !== totalOf(looks, deal)) looks.wrong(`${String(deal)} was funded with ${String(amount)}`);
  if (!isFunded && sumOf(backs, "amount") !== amount)
    looks.wrong(`of ${String(amount)} that came for ${String(deal)} goes back ${sumOf(backs, "amount")}`);
  return isFunded;
}

/** What became of money for several deals; null where it was for one alone. */
function outcome(looks: Looks, rows: readonly Row[], funded: number): string | null {
  if (partsOf(looks, rows[0]?.payment_id).length === 0) return null;
  if (funded === 0) return "given back";
  return funded === rows.length ? "funded" : "funded in part";
}

/** A deal that still waited for its money when the right sum came in time, and did not get it. */
function leftOut(looks: Looks, real: TrueCapture, rows: readonly Row[]): void {
  const [payment] = [...looks.store.rows("payments.payment")].filter(({ id }) => id === rows[0]?.payment_id);
  if (!payment || real.minor !== payment.amount || real.currency !== payment.currency) return;
  for (const deal of dealsOf(looks, payment)) {
    const { state, due } = looks.watcher.deals.get(deal) ?? {};
    if (state === "payment_pending" && real.at < (due ?? 0)) looks.wrong(`${deal} was paid for and not funded`);
  }
}

/** Money that a chargeback leaves behind is noted as captures of its own. */
const isOwn = ({ reference }: Row): boolean => !/:(rest|won)(:|$)/.test(String(reference));

const sumOf = (rows: readonly Row[], column: string): bigint =>
  rows.reduce((sum, row) => sum + (row[column] as bigint), 0n);

function grouped(rows: readonly Row[], column: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(String(row[column]), [...(groups.get(String(row[column])) ?? []), row]);
  return groups;
}
