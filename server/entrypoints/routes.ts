import { withCalendar } from "@amana/core/escrow";
import { STANDARD_TAXES } from "@amana/core/pricing";
import { after, type Instant } from "@amana/core/time";
import { agreementRoutes } from "#modules/agreements";
import { type ApprovalKind, approvalRoutes, DEFAULT_APPROVAL_LIMIT } from "#modules/approvals";
import { auditRoutes } from "#modules/audit";
import { cartRoutes } from "#modules/carts";
import { catalogRoutes, type ListingRules } from "#modules/catalog";
import { commissionRoutes } from "#modules/commission";
import { disputeRoutes } from "#modules/disputes";
import { documentRoutes } from "#modules/documents";
import { fileRoutes } from "#modules/files";
import { argon2Passwords, grantRoutes, identityRoutes, keyRoutes, oidcRoutes, stepUpRoutes } from "#modules/identity";
import { libraryRoutes } from "#modules/library";
import { messagingRoutes } from "#modules/messaging";
import { negotiationRoutes } from "#modules/negotiations";
import { notificationRoutes, pushRoutes } from "#modules/notifications";
import {
  consentRoutes,
  downloadRoutes,
  figuresRoutes,
  inspectionRoutes,
  type OrderParts,
  orderCommandRoutes,
  orderDecision,
  orderListRoutes,
  orderRoutes,
  priceRoutes,
  returnRoutes,
  sellerRoutes,
  staffRoutes,
  workRoutes,
} from "#modules/orders";
import { organizationRoutes } from "#modules/organizations";
import { type Flight, financeRoutes, paymentRoutes, suspenseRefund } from "#modules/payments";
import { DEFAULT_PAYOUT_RULES, debtWriteOff, leavingOf, payoutRoutes, troubledPayouts } from "#modules/payouts";
import { privacyRoutes } from "#modules/privacy";
import { projectRoutes } from "#modules/projects";
import { DEFAULT_RECONCILIATION, reconciliationRoutes } from "#modules/reconciliation";
import { sandboxRoutes } from "#modules/sandbox";
import { sealRoutes } from "#modules/seals";
import { postgresSearch, searchRoutes } from "#modules/search";
import { shippingRoutes } from "#modules/shipping";
import { walletRoutes } from "#modules/wallets";
import { webhookRoutes } from "#modules/webhooks";
import { defineRoute, nothing, type Route, reply, withKey } from "#runtime/http";
import { calendarRoutes } from "./calendar-routes.ts";
import { CONVERSATION_SUBJECTS } from "./conversation-subjects.ts";
import { FILE_READERS } from "./file-readers.ts";
import { personalPlaces } from "./personal-places.ts";
import { outboundOf, outgoingOf, type Parts } from "./wiring.ts";

export type RouteParts = Parts &
  Pick<OrderParts, "holder" | "wake"> & {
    readonly production: boolean;
    readonly sandbox: Parameters<typeof sandboxRoutes>[0] | null;
  };

/** What may wait for a second person. */
const KINDS: readonly ApprovalKind[] = [orderDecision, suspenseRefund, debtWriteOff];

/** Every route of the API. New deals take the marketplace's business days along; those of before keep what they have. */
export const allRoutes = (parts: RouteParts): Route[] =>
  routesOf(parts.calendar ? { ...parts, policy: withCalendar(parts.policy, parts.calendar) } : parts);

const routesOf = (parts: RouteParts): Route[] => [
  ...identityRoutes({
    ...parts,
    passwords: parts.passwords ?? argon2Passwords(),
    limiter: parts.limiter ?? { take: async () => ({ allowed: true }) },
  }),
  ...stepUpRoutes(parts),
  ...keyRoutes(parts.db),
  ...grantRoutes(parts),
  ...organizationRoutes(parts),
  ...approvalRoutes({ ...parts, kinds: KINDS }),
  ...oidcRoutes({ ...parts, providers: parts.signInProviders ?? [] }),
  ...listingRoutes(parts),
  ...commissionRoutes({ ...parts, taxes: taxesOf(parts) }),
  ...orderRoutes(parts),
  ...cartRoutes(parts),
  ...priceRoutes(parts),
  ...orderListRoutes(parts),
  ...figuresRoutes(parts),
  ...inspectionRoutes(parts),
  ...orderCommandRoutes(parts),
  ...consentRoutes(parts),
  ...returnRoutes(parts),
  ...disputeRoutes(parts),
  ...workRoutes(parts),
  ...downloadRoutes(parts),
  ...sellerRoutes(parts),
  ...staffRoutes({ ...parts, approvalLimit: approvalLimitOf(parts) }),
  ...negotiationRoutes(parts),
  ...agreementRoutes({ ...parts, taxes: taxesOf(parts) }),
  ...documentRoutes(parts.db),
  ...projectRoutes(parts),
  ...walletRoutes({ db: parts.db, leaving: leavingOf }),
  ...(parts.rail
    ? payoutRoutes({
        ...parts,
        rail: parts.rail,
        mayPayOut: outgoingOf(parts).mayPayOut,
        payoutRules: parts.payoutRules ?? DEFAULT_PAYOUT_RULES,
      })
    : []),
  ...uploadRoutes(parts),
  ...messagingRoutes({ ...parts, subjects: CONVERSATION_SUBJECTS, masking: parts.masking ?? true }),
  ...notificationRoutes(parts.db),
  ...pushRoutes({ ...parts, outbound: outboundOf(parts), pushKey: parts.push?.key.publicKey ?? null }),
  ...webhookRoutes({ ...parts, outbound: outboundOf(parts) }),
  ...paymentRoutes(parts),
  ...financeRoutes({ ...parts, approvalLimit: approvalLimitOf(parts), payoutsUnderWay: payoutsUnderWay(parts.db) }),
  ...shippingRoutes(parts),
  ...reconciliationRoutes({
    db: parts.db,
    statements: parts.statements ?? [],
    settings: parts.reconciliation ?? DEFAULT_RECONCILIATION,
  }),
  ...sealRoutes(parts.db),
  ...auditRoutes(parts.db),
  ...privacyRoutes({ db: parts.db, places: personalPlaces(parts.dataKey) }),
  ...calendarRoutes({ calendar: parts.calendar ?? null }),
  ...cronRoutes(parts),
  ...(parts.sandbox ? sandboxRoutes(parts.sandbox) : []),
];

/** What people bring, and what they buy of it. */
const uploadRoutes = (parts: RouteParts): Route[] =>
  parts.files
    ? [
        ...fileRoutes({ ...parts, ...parts.files, readers: FILE_READERS }),
        ...libraryRoutes({ ...parts, ...parts.files }),
      ]
    : [];

const taxesOf = ({ taxes }: RouteParts) => taxes ?? STANDARD_TAXES;

const approvalLimitOf = ({ approvalLimit }: RouteParts) => approvalLimit ?? DEFAULT_APPROVAL_LIMIT;

/** What is offered, and finding it. */
const listingRoutes = (parts: RouteParts): Route[] => [
  ...catalogRoutes({
    db: parts.db,
    rules: listingRulesOf(parts),
    store: parts.files?.store ?? null,
    links: parts.files ? parts : null,
  }),
  ...searchRoutes({ db: parts.db, search: parts.listingSearch ?? postgresSearch(parts.db) }),
];

/** Prices are in what some gateway takes. */
const listingRulesOf = ({ listingReview, gateways }: RouteParts): ListingRules => ({
  review: listingReview ?? "on",
  currencies: gateways.flatMap(({ currencies }) => currencies),
});

const payoutsUnderWay =
  (db: RouteParts["db"]) =>
  async (now: Instant, most: number): Promise<Flight[]> =>
    (await troubledPayouts(db, after(now, 1), null, most)).map(
      ({ id, deal, rail, amount, state, requestedAt, alarmedAt }) => ({
        ...{ kind: "payout", id, deal, gateway: rail, amount, state, since: requestedAt },
        overdueSince: alarmedAt,
        jobKey: `payout.follow:${id}`,
      }),
    );

/** For whoever schedules from outside. The worker does all three by itself; these only rouse it. */
const cronRoutes = ({ wake }: Pick<RouteParts, "wake">): Route[] =>
  (["process-timeouts", "release-payments", "update-tracking"] as const).map((name) =>
    defineRoute({
      method: "POST",
      path: `/cron/${name}`,
      operationId: `cron_${name.replaceAll("-", "_")}`,
      summary: "Do what is due now rather than at the worker's next look",
      tag: "operations",
      policy: withKey("cron"),
      responses: { 202: nothing() },
      problems: [],
      async handle() {
        wake();
        return reply(202, null);
      },
    }),
  );
