import type { Calendar } from "@amana/core/calendar";
import type { Policy } from "@amana/core/escrow";
import type { TaxTable } from "@amana/core/pricing";
import { ok } from "@amana/core/result";
import type { Duration } from "@amana/core/time";
import { followAgreedDeals } from "#modules/agreements";
import type { ApprovalLimit } from "#modules/approvals";
import { recordStuck } from "#modules/audit";
import { withdrawInfected } from "#modules/catalog";
import { disputesFollowDeal } from "#modules/disputes";
import { issueDocuments, type Marketplace } from "#modules/documents";
import { consentsFollowDeal, deadlineSweep } from "#modules/escrow";
import { scanFiles, sweepFiles } from "#modules/files";
import { mailJob, mailStepUpCode, type Passwords } from "#modules/identity";
import { type DownloadRules, libraryFollowsDeal } from "#modules/library";
import {
  mailNotice,
  type PushParts,
  pushNotice,
  remind,
  type Telling,
  tellOfFiles,
  tellOfListings,
  tellOfProjects,
  tellOfTrade,
  tellOfUnread,
  tellParties,
  waitForReader,
  waitToRemind,
} from "#modules/notifications";
import {
  askAboutParcel,
  dispatchWhenBooked,
  followDeal,
  followScans,
  lapseWhenAnswered,
  lapseWhenNotBooked,
} from "#modules/orders";
import { mailInvitation, mailInvitations } from "#modules/organizations";
import {
  askBeforeLapse,
  askGateway,
  closeAtGateway,
  closePayments,
  followRefund,
  lookAtDisputes,
  lookAtForeign,
  lookAtPayment,
  openAtGateway,
  refundOfDeal,
  watchSuspense,
} from "#modules/payments";
import {
  DEFAULT_PAYOUT_RULES,
  type Outgoing,
  type PayoutGate,
  type PayoutRules,
  payOutGivenBack,
  payOutRelease,
  payoutJobs,
} from "#modules/payouts";
import { expireProject, followMilestones } from "#modules/projects";
import { pushChanges } from "#modules/realtime";
import { DEFAULT_RECONCILIATION, type ReconciliationSettings, readDaily } from "#modules/reconciliation";
import { followListings } from "#modules/search";
import { askCarrier, bookShipment, cancelAtCarrier, trackShipment } from "#modules/shipping";
import { tellReceivers } from "#modules/webhooks";
import type { Carrier } from "#ports/carrier";
import type { Clock } from "#ports/clock";
import type { FileStore } from "#ports/file-store";
import type { Limiter } from "#ports/limiter";
import type { ListingSearch } from "#ports/listing-search";
import type { Mailer } from "#ports/mailer";
import type { PaymentGateway } from "#ports/payment-gateway";
import type { PayoutRail } from "#ports/payout-rail";
import type { SignInProvider } from "#ports/sign-in-provider";
import type { StatementSource } from "#ports/statement";
import type { VirusScanner } from "#ports/virus-scanner";
import type { Database } from "#runtime/database";
import { createOutbound, type Outbound, PUBLIC_ONLY } from "#runtime/outbound";
import type { Hub } from "#runtime/push";
import type { Keyring } from "#runtime/secrets";
import type { JobHandler, Subscription, Work } from "#runtime/work";

/** Everything that the parts of the application are made of, built once. */
export type Parts = {
  readonly db: Database;
  readonly clock: Clock;
  readonly hub: Hub;
  readonly policy: Policy;
  /** How sales are taxed; absent: `STANDARD_TAXES`. */
  readonly taxes?: TaxTable;
  /** How often and for how long files that are bought can be downloaded; absent: `DEFAULT_DOWNLOADS`. */
  readonly downloads?: DownloadRules;
  /** Which days are business days; absent or null: all are. */
  readonly calendar?: Calendar | null;
  readonly gateways: readonly PaymentGateway[];
  /** Null where none is configured: what is released then stays in the seller's wallet. */
  readonly rail: PayoutRail | null;
  /** Whether money may leave at the moment; absent: always. */
  readonly mayPayOut?: PayoutGate;
  readonly payoutRules?: PayoutRules;
  /** Up to which amount one of the staff decides alone; absent: `DEFAULT_APPROVAL_LIMIT`. */
  readonly approvalLimit?: ApprovalLimit;
  /** Whether staff look at listings before they are for sale; absent: they do. */
  readonly listingReview?: "on" | "off";
  /** Absent: PostgreSQL searches. */
  readonly listingSearch?: ListingSearch;
  /** Absent: no mail is sent. */
  readonly mailer?: Mailer;
  /** How long money of an unknown order waits for staff before it goes back; absent: `SUSPENSE_HOLD`. */
  readonly suspenseHold?: Duration;
  readonly carriers: readonly Carrier[];
  /** Who else can say who somebody is; absent: nobody. */
  readonly signInProviders?: readonly SignInProvider[];
  /** Statements that can be fetched; absent: none. */
  readonly statements?: readonly StatementSource[];
  readonly reconciliation?: ReconciliationSettings;
  /** Counts tries and requests; absent: everything is allowed. */
  readonly limiter?: Limiter;
  /** Absent: Argon2id. */
  readonly passwords?: Passwords;
  /** Where files are kept, how much of it one user may have, and who looks for viruses in them; absent: nothing is uploaded. */
  readonly files?: {
    readonly store: FileStore;
    readonly quotaBytes: number;
    /** Absent or null: nobody. */
    readonly scanner?: VirusScanner | null;
  };
  /** Whether addresses and numbers in messages are hidden until money is held; absent: they are. */
  readonly masking?: boolean;
  readonly dataKey: Keyring;
  readonly publicUrl: string;
  /** Who issues the invoices for commission; absent: called by its address. */
  readonly marketplace?: Marketplace;
  /** Calls to addresses that users have given; absent: to the public internet only. */
  readonly outbound?: Outbound;
  /** With what browsers are told of notices; absent: they are not. */
  readonly push?: PushParts["push"];
  /** How many deadlines a worker acts on in a second at most; 2,000 when absent. */
  readonly deadlinesPerSecond?: number;
  /** How many jobs a worker runs side by side; 1 when absent. */
  readonly jobsAtOnce?: number;
  readonly onError: (error: unknown) => void;
};

/** Twice what a marketplace of a million orders a day has in its busiest minutes. */
const DEADLINES_PER_SECOND = 2_000;

/** Who hears of what. Within one announcement the order is this one; between announcements there is none. */
const subscriptions = ({ hub, ...parts }: Parts): Subscription[] => [
  followDeal,
  libraryFollowsDeal,
  issueDocuments(parts.marketplace ?? marketplaceAt(parts.publicUrl)),
  consentsFollowDeal,
  disputesFollowDeal,
  refundOfDeal,
  closePayments,
  payOutRelease(outgoingOf(parts)),
  payOutGivenBack(outgoingOf(parts)),
  askBeforeLapse,
  askAboutParcel,
  dispatchWhenBooked,
  lapseWhenNotBooked,
  followScans,
  lapseWhenAnswered,
  followAgreedDeals,
  followMilestones,
  ...tellParties(tellingOf({ hub, ...parts })),
  ...tellOfProjects(tellingOf({ hub, ...parts })),
  ...tellOfTrade(tellingOf({ hub, ...parts })),
  waitToRemind,
  waitForReader,
  ...pushChanges(hub),
  ...(parts.mailer ? [mailInvitations] : []),
  ...tellReceivers,
  followListings,
  withdrawInfected,
  ...tellOfFiles(tellingOf({ hub, ...parts })),
  ...tellOfListings(tellingOf({ hub, ...parts })),
  recordStuck,
];

const jobs = ({ db, gateways, carriers, dataKey, publicUrl, ...parts }: Parts): JobHandler[] => [
  openAtGateway(db, gateways, (gateway) => `${publicUrl}/api/v1/webhooks/${gateway}/payment`),
  lookAtPayment(db, gateways),
  lookAtForeign(db, gateways),
  watchSuspense(db, parts.suspenseHold),
  lookAtDisputes(db, gateways),
  closeAtGateway(db, gateways),
  askGateway(db, gateways),
  followRefund(db, gateways),
  ...payoutJobs(db, parts.rail, dataKey, { ...outgoingOf(parts), ...(parts.payoutRules ?? DEFAULT_PAYOUT_RULES) }),
  bookShipment(db, carriers),
  cancelAtCarrier(db, carriers),
  trackShipment(db, carriers),
  askCarrier(db, carriers),
  remind(db, tellingOf(parts)),
  tellOfUnread(db, tellingOf(parts)),
  expireProject(db),
  ...(parts.files ? [sweepFiles(db, parts.files.store)] : []),
  readDaily(db, parts.statements ?? [], parts.reconciliation ?? DEFAULT_RECONCILIATION),
];

/** What goes by mail, and to browsers. */
const mails = ({ db, mailer, dataKey, publicUrl, ...parts }: Parts): JobHandler[] => [
  mailStepUpCode(db, mailer ?? null, dataKey),
  mailJob({ db, publicUrl, mailer: mailer ?? NO_MAIL }),
  ...(mailer ? [mailInvitation(mailer, dataKey, publicUrl), mailNotice({ db, publicUrl, mailer })] : []),
  ...(parts.push ? [pushNotice({ db, dataKey, outbound: outboundOf(parts), push: parts.push })] : []),
];

/** Calls to addresses that users have given: to the public internet only, unless somebody said otherwise. */
export const outboundOf = ({ outbound }: Pick<Parts, "outbound">): Outbound =>
  outbound ?? createOutbound({ rules: PUBLIC_ONLY });

const scans = ({ db, files }: Parts): JobHandler[] =>
  files ? [scanFiles(db, files.store, files.scanner ?? null)] : [];

const tellingOf = ({ hub, mailer, push }: Pick<Parts, "hub" | "mailer" | "push">): Telling => ({
  ...{ hub, mails: mailer !== undefined, pushes: push !== undefined },
});

/** Where nobody has said who runs it, the marketplace is called by its address. */
const marketplaceAt = (publicUrl: string): Marketplace => ({
  ...{ name: new URL(publicUrl).host, company: null, country: null, taxNumber: null, address: [] },
});

const NO_MAIL: Mailer = { send: async () => ok(null) };

/** What money goes out by; without a rail what is released is divided all the same, and stays in the wallet. */
export const outgoingOf = ({ rail, mayPayOut }: Pick<Parts, "rail" | "mayPayOut">): Outgoing => ({
  rail: rail ?? { name: "none", currencies: [] },
  mayPayOut: mayPayOut ?? (async () => null),
});

/** Everything that there is to do. */
export const workOf = (parts: Parts): Work => ({
  ...handWorkOf(parts),
  jobs: [...jobs(parts), ...mails(parts), ...scans(parts)],
});

/** Mail alone, for a worker of its own: a mail server that hangs holds up no money. */
export const postWorkOf = (parts: Parts): Work => workOfJobs(parts, mails(parts), MAILS_AT_ONCE);
const MAILS_AT_ONCE = 4;

/** Looking for viruses, likewise: a scanner that hangs holds up neither money nor mail. */
export const scanWorkOf = (parts: Parts): Work => workOfJobs(parts, scans(parts), SCANS_AT_ONCE);
const SCANS_AT_ONCE = 2;

const workOfJobs = ({ db, clock, onError }: Parts, alone: JobHandler[], jobsAtOnce: number): Work => ({
  ...{ db, clock, subscriptions: [], tells: false, jobs: alone, jobsAtOnce, onError },
  sweep: async () => 0,
});

/** Everything but mail and scans. */
export const handWorkOf = (parts: Parts): Work => ({
  db: parts.db,
  clock: parts.clock,
  subscriptions: subscriptions(parts),
  jobs: jobs(parts),
  ...(parts.jobsAtOnce !== undefined && { jobsAtOnce: parts.jobsAtOnce }),
  sweep: deadlineSweep({
    db: parts.db,
    now: () => parts.clock.now(),
    perSecond: parts.deadlinesPerSecond ?? DEADLINES_PER_SECOND,
  }),
  onError: parts.onError,
});
