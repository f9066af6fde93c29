import { ar } from "./ar.ts";
import { en } from "./en.ts";
import type { NoticeLanguage, Words } from "./words.ts";

export { newsBy, TRADE_NEWS, type TradeNews } from "./trade.ts";
export { NOTICE_LANGUAGES, type NoticeLanguage, type Piece, piecesOf, SLOTS, type Slot } from "./words.ts";

const ALL: Readonly<Record<NoticeLanguage, Words>> = { en, ar };

/** What people may want to hear of, or not: each has its own switches. */
export const NOTICE_GROUPS = ["orders", "payments", "messages", "account"] as const;
export type NoticeGroup = (typeof NOTICE_GROUPS)[number];

/** By what a notice reaches people. */
export const NOTICE_CHANNELS = ["inApp", "email", "push"] as const;
export type NoticeChannel = (typeof NOTICE_CHANNELS)[number];

/** What happens beside the steps of a deal, with whom it is told to. */
export const OTHER_EVENTS = {
  ...{ refund_succeeded: ["buyer", "seller"], refund_failed: ["buyer", "seller"] },
  ...{ payout_paid: ["buyer", "seller"], payout_failed: ["buyer", "seller"], payout_returned: ["buyer", "seller"] },
  ...{ clawback_opened: ["buyer", "seller"], clawback_won: ["buyer", "seller"], clawback_lost: ["buyer", "seller"] },
  shipment_failed: ["buyer", "seller"],
  ...{ purchase_placed: ["buyer"], purchase_paid: ["buyer"], purchase_lapsed: ["buyer"] },
  ...{ bank_account_added: ["reader"], bank_account_replaced: ["reader"] },
  ...{ webhook_endpoint_gone: ["reader"], webhook_endpoint_failing: ["reader"] },
  ...{ proposal_made: ["reader"], proposal_withdrawn: ["reader"], proposal_accepted: ["reader"] },
  ...{ proposal_declined: ["reader"], proposal_lapsed: ["reader"] },
  ...{ contract_completed: ["reader"], contract_ended: ["reader"] },
  file_infected: ["reader"],
  ...{ listing_approved: ["reader"], listing_rejected: ["reader"] },
  messages_unread: ["reader"],
  dispute_taken: ["buyer", "seller"],
} as const satisfies Record<string, readonly Told[]>;

/**
 * A step as it is told: work that was not delivered in time is late, and its money stays where it is; files that are paid for are the
 * buyer's at once.
 */
export function eventOf(command: string, movesMoney: boolean, kind: string): string {
  if (command === "payment_captured" && kind === "digital") return "files_opened";
  return command === "lapse_delivery" && !movesMoney ? "late" : command;
}

type Told = "buyer" | "seller" | "reader";

/** Steps of a deal that are news of money first, and what follows from them. */
const OF_MONEY =
  /^(payment_|purchase_paid|purchase_lapsed|files_opened|refund_|payout_|chargeback_|clawback_|admin_|lapse_payment|lapse_chargeback|confirm_receipt|remind_payment)/;
const OF_THE_ACCOUNT = /^(bank_account_|webhook_endpoint_|file_infected)/;

/** Which switch a notice hangs on. */
export function groupOf(key: string): NoticeGroup {
  if (key.startsWith("messages_")) return "messages";
  if (OF_THE_ACCOUNT.test(key)) return "account";
  return OF_MONEY.test(key) ? "payments" : "orders";
}

export type Said = {
  readonly title: string;
  readonly text: string;
  /** Said after it where the notice names a deadline that the text does not. */
  readonly until: string | null;
};

const UNTIL: Readonly<Record<NoticeLanguage, string>> = {
  en: "Next deadline: {dueAt}.",
  ar: "الموعد التالي: {dueAt}.",
};

/** What a notice says, by its key (`payment_captured.seller`); for an event without words that there is news. */
export function wordsOf(language: NoticeLanguage, key: string): Said {
  const [event = "", side = "reader"] = key.split(".");
  const title = ownWord(language, event, "title");
  const text = ownWord(language, event, side);
  const known = title !== null && text !== null;
  const said = known ? text : (ownWord(language, "generic", side) ?? "");
  return {
    title: known ? title : String(ownWord(language, "generic", "title")),
    text: said,
    until: said.includes("{dueAt}") ? null : UNTIL[language],
  };
}

/** Whether an event has words of its own for a side. */
export const isWorded = (language: NoticeLanguage, key: string): boolean => {
  const [event = "", side = "reader"] = key.split(".");
  return ownWord(language, event, side) !== null;
};

function ownWord(language: NoticeLanguage, event: string, part: string): string | null {
  const words = Object.hasOwn(ALL[language], event) ? ALL[language][event] : undefined;
  const word: unknown = words && Object.hasOwn(words, part) ? Reflect.get(words, part) : undefined;
  return typeof word === "string" ? word : null;
}

/** The key of a reminder of a deadline; of one without words of its own, that a step is due. */
export function reminderKey(kind: string, side: "buyer" | "seller"): string {
  const own = `remind_${kind}.${side}`;
  return isWorded("en", own) ? own : `remind.${side}`;
}

/** What a notice is about, by the ids that it carries. */
export type NoticeAbout = {
  readonly key: string;
  readonly order: string | null;
  readonly conversation: string | null;
  readonly negotiation: string | null;
  readonly agreement: string | null;
  readonly proposal: string | null;
  readonly contract: string | null;
  readonly listing: string | null;
};

/** The page that a notice leads to, inside the pages of a language. */
export function pageOf(about: NoticeAbout): string {
  for (const thing of THINGS) {
    const id = about[thing];
    if (id !== null) return `${PAGES[thing]}/${id}`;
  }
  if (/^(proposal|contract|negotiation|agreement)_/.test(about.key)) return "/notifications";
  return about.key.startsWith("bank_account_") ? "/selling/bank-account" : "/account";
}

type Thing = Exclude<keyof NoticeAbout, "key">;

/** The closest comes first. */
const THINGS: readonly Thing[] = [
  ...(["conversation", "agreement", "negotiation", "contract", "proposal", "listing", "order"] as const),
];

const PAGES: Readonly<Record<Thing, string>> = {
  ...{ conversation: "/messages", agreement: "/agreements", negotiation: "/negotiations" },
  ...{ contract: "/contracts", proposal: "/proposals", listing: "/selling/listings", order: "/orders" },
};
