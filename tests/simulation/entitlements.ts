import type { Watch } from "./oracles.ts";
import type { Row } from "./store/evaluation.ts";
import type { Store } from "./store/store.ts";

const DAY = 24 * 3_600_000;

/** What this marketplace allows of downloads: little, so that it is used up and over. */
export const ALLOWED = { perLicence: 2, opens: 20 * DAY };

/** `closed`: the money went back or is likely to. */
export type Stand = "unpaid" | "closed" | "expired" | "used_up" | "open";

type Bought = { readonly deal: string; readonly until: number; readonly most: number };

/** While a deal is in one of these everything says that the money goes back. */
const AWAY = ["chargeback_pending", "ruled_refund", "appealed_refund"];

/**
 * What of a purchase of files may be downloaded, from the events of its deal and the postings upon it alone: nothing of what the
 * library, the deal's row or the chargebacks say of themselves is read.
 */
export type DownloadWatch = ReturnType<typeof watchDownloads>;

export function watchDownloads(store: Store, watcher: Watch, wrong: (sentence: string) => void) {
  const bought = new Map<string, Bought>();
  const counts = new Map<string, number>();
  /** What banks have taken from the sellers of a deal and not given back. */
  const clawed = new Map<string, Set<string>>();
  const files = new Map<string, string>();

  const standOf = (entitlement: string, file: string): Stand => {
    const one = bought.get(entitlement);
    const deal = one && watcher.deals.get(one.deal);
    if (!one || !deal?.paid) return "unpaid";
    if (isAway(deal) || (clawed.get(one.deal)?.size ?? 0) > 0) return "closed";
    if (store.now() >= one.until) return "expired";
    return countOf(`${entitlement} ${file}`) >= one.most ? "used_up" : "open";
  };
  const countOf = (key: string): number => counts.get(key) ?? 0;
  const sold = (row: Row): void => {
    const id = String(row.id);
    const until = store.now() + ALLOWED.opens;
    const most = ALLOWED.perLicence * licencesOf(store, row.order_id);
    bought.set(id, { deal: String(row.deal_id), until, most });
    if (row.made_at !== store.now() || row.expires_at !== until) wrong(`${id} was not made now, or for another time`);
    if (row.most_downloads !== most) wrong(`${id} allows ${String(row.most_downloads)} downloads and not ${most}`);
  };
  const downloaded = (row: Row): void => {
    const id = String(row.entitlement_id);
    const file = files.get(`${id} ${String(row.position)}`) ?? "";
    const stand = standOf(id, file);
    if (stand !== "open") wrong(`a file of ${id} was downloaded, and it is ${stand}`);
    const number = countOf(`${id} ${file}`) + 1;
    counts.set(`${id} ${file}`, number);
    if (row.number !== number) wrong(`a download of ${id} is called number ${String(row.number)} and is ${number}`);
  };
  /** The first word of a posting's key is what happened, the second to which chargeback. */
  const posted = ({ deal, kind, key }: Row): void => {
    const [what = "", chargeback = ""] = String(key).split(":");
    const taken = clawed.get(String(deal)) ?? new Set();
    clawed.set(String(deal), taken);
    if (kind === "chargeback" && what === "chargeback_opened") taken.add(chargeback);
    if (kind === "chargeback_reversed") taken.delete(chargeback);
  };
  const looks: Readonly<Record<string, (row: Row) => void>> = {
    "library.entitlement": sold,
    "library.file": (row) =>
      void files.set(`${String(row.entitlement_id)} ${String(row.position)}`, String(row.file_id)),
    "ledger.posting": posted,
  };

  return {
    standOf: (entitlement: string, file: string): Stand => standOf(entitlement.slice(-32), file.slice(-32)),
    /** How often a file was downloaded. */
    count: (entitlement: string, file: string): number => countOf(`${entitlement.slice(-32)} ${file.slice(-32)}`),
    /** Called with the changes of each transaction, when the watcher has seen its events. */
    beforeCommit(): void {
      const changes = store.changes();
      for (const { kind, table, row } of changes) if (kind === "inserted") looks[table.shape.name]?.(row);
      for (const { kind, table, row } of changes)
        if (kind === "inserted" && table.shape.name === "library.download") downloaded(row);
    },
    /** With nothing left to happen: lists show what was paid for, and each file is said to have been downloaded as often as it was. */
    atRest(): void {
      const isPaid = (deal: unknown): boolean => watcher.deals.get(String(deal))?.paid === true;
      for (const { id, deal_id: deal, opened_at: opened } of store.rows("library.entitlement"))
        if ((opened !== null) !== isPaid(deal))
          wrong(`${String(id)} is listed as paid for, or is not, and should not be`);
      for (const { entitlement_id: id, file_id: file, downloads } of store.rows("library.file"))
        if (downloads !== countOf(`${String(id)} ${String(file)}`))
          wrong(`a file of ${String(id)} is said to have been downloaded ${String(downloads)} times`);
    },
  };
}

const isAway = ({ back, state }: { readonly back: boolean; readonly state: string }): boolean =>
  back || AWAY.includes(state);

function licencesOf(store: Store, order: unknown): number {
  let licences = 0;
  for (const item of store.rows("orders.item")) if (item.order_id === order) licences += Number(item.quantity);
  return licences;
}
