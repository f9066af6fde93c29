import { type ActionFunctionArgs, type LoaderFunctionArgs, useLoaderData, useRouteLoaderData } from "react-router";
import type { Said } from "../../api/conversations.ts";
import type { Consent, DisputeSummary } from "../../api/disputes.ts";
import type { Approval } from "../../api/finance.ts";
import type { Delivery, OrderDocument } from "../../api/orders.ts";
import { newKey, read, readOptional } from "../../api/server.ts";
import type { Entitlement, PurchaseSummary } from "../../api/shopping.ts";
import type { Download, Statement as Ledger, Listed, Order, Scan, TimelineEvent } from "../../api/types.ts";
import { Thread } from "../../features/conversation/thread.tsx";
import { OrderFiles } from "../../features/library/order-files.tsx";
import { BoughtTogether } from "../../features/orders/bought-together.tsx";
import { Breakdown, DeliveryAddress } from "../../features/orders/breakdown.tsx";
import { DecisionPanel } from "../../features/orders/decision.tsx";
import { Documents } from "../../features/orders/documents.tsx";
import { Downloads } from "../../features/orders/downloads.tsx";
import { Elsewhere } from "../../features/orders/elsewhere.tsx";
import { MoneyBar } from "../../features/orders/money-bar.tsx";
import { NowNext } from "../../features/orders/now-next.tsx";
import classes from "../../features/orders/orders.module.css";
import { Statement } from "../../features/orders/statement.tsx";
import { Timeline } from "../../features/orders/timeline.tsx";
import { Tracking } from "../../features/orders/tracking.tsx";
import { Work } from "../../features/orders/work.tsx";
import { WorkForms } from "../../features/orders/work-forms.tsx";
import { Offers } from "../../features/settlement/offers.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { useAnswer } from "../../ui/answer.ts";
import { ProblemCallout } from "../../ui/forms.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { useWords } from "../../ui/words.ts";
import { ErrorPage } from "../error-page.tsx";
import { actOnOrder } from "../order-acts.ts";
import { PageMeta } from "../page-meta.tsx";
import { pathPart } from "../query.ts";
import { saidAbout } from "../said.ts";
import type { ShellData } from "../shell-data.ts";
import type { Side } from "../ways.ts";

const SIDE_OF_ROLE: Record<Order["role"], Side> = { buyer: "buying", seller: "selling", staff: "staff" };

const DECIDERS = new Set(["finance", "admin"]);

export async function loader(args: LoaderFunctionArgs) {
  const path = `/orders/${pathPart(args.params.id)}`;
  const [order, timeline, tracking, statement, documents] = await Promise.all([
    read<Order>(args, path),
    read<Listed<TimelineEvent>>(args, `${path}/timeline`),
    read<Listed<Scan>>(args, `${path}/tracking`),
    read<Ledger>(args, `${path}/statement`),
    readOptional<Listed<OrderDocument>>(args, `${path}/documents`),
  ]);
  return {
    ...{ order, timeline: timeline.data, scans: tracking.data, statement, documents: documents?.data ?? [] },
    ...(await besides(args, order)),
    ...{ key: newKey(), side: SIDE_OF_ROLE[order.role] },
  };
}

/** What some orders have and others have not: work that was handed over, a dispute, words, decisions that wait. */
async function besides(args: LoaderFunctionArgs, order: Order) {
  const { id, role, work } = order;
  const party = role !== "staff";
  const [deliveries, disputes, said, consents, approvals, ofReader] = await Promise.all([
    work ? readOptional<Listed<Delivery>>(args, `/orders/${id}/deliveries`) : null,
    party ? readOptional<Listed<DisputeSummary>>(args, `/disputes?limit=1&order=${id}`) : null,
    party ? saidAbout(args, id) : null,
    readOptional<Listed<Consent>>(args, `/orders/${id}/consents`),
    party ? null : readOptional<Listed<Approval>>(args, `/admin/approvals?status=waiting&subject=${id}`),
    role === "buyer" ? ofBuyer(args, order) : ofOthers(args, order),
  ]);
  return {
    ...{ deliveries: deliveries?.data ?? [], dispute: disputes?.data[0] ?? null, said },
    offers: consents?.data ?? [],
    waiting: approvals?.data ?? [],
    ...ofReader,
    fileKeys: Object.fromEntries((ofReader.bought?.files ?? []).map((file) => [file.id, newKey()])),
  };
}

/** When files were downloaded; their buyer's own page counts what is left. */
async function ofOthers(args: LoaderFunctionArgs, { id, kind }: Order) {
  const path = `/orders/${id}/downloads`;
  const downloads = kind === "digital" ? await readOptional<Listed<Download>>(args, path) : null;
  return { bought: null, purchases: [], downloads: downloads?.data ?? null };
}

/** The files that were bought, and what was bought along with the order. */
async function ofBuyer(args: LoaderFunctionArgs, { id, entitlementId }: Order) {
  const [bought, purchases] = await Promise.all([
    entitlementId ? readOptional<Entitlement>(args, `/library/${entitlementId}`) : null,
    readOptional<Listed<PurchaseSummary>>(args, `/purchases?limit=1&orders=${id}`),
  ]);
  return { bought, purchases: purchases?.data ?? [], downloads: null };
}

export const action = (args: ActionFunctionArgs) => actOnOrder(args);

export default function OrderPage() {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { order, timeline, scans, statement, documents, deliveries, dispute, said, offers, waiting, ...given } =
    useLoaderData<typeof loader>();
  const { key, bought, fileKeys, purchases, downloads } = given;
  const answer = useAnswer<typeof action>() ?? null;
  const shell = useRouteLoaderData<ShellData>("routes/shell");
  const failed = answer?.intent === "command" ? answer : null;
  const title = order.items.map((item) => say(item.title)).join(", ");
  const typed = failed && { intent: failed.command, problem: failed.problem, input: failed.input };
  return (
    <>
      {/* Search engines never come here: who is not signed in is led away. */}
      <PageMeta title={`${order.number} · ${title}`} description={t("orders.description")} />
      <PageTitle
        eyebrow={
          <>
            {t("orders.one")} <bdi dir="ltr">{order.number}</bdi>
          </>
        }
      >
        {title}
      </PageTitle>
      <div className={classes.order}>
        {failed ? <ProblemCallout problem={failed.problem} /> : null}
        <BoughtTogether orderId={order.id} purchases={purchases} />
        <MoneyBar order={order} />
        <NowNext order={order} idempotencyKey={failed?.key ?? key}>
          <Elsewhere order={order} dispute={dispute} />
        </NowNext>
        <OrderFiles entitlement={bought} keys={fileKeys} />
        {order.role === "staff" && mayDecide(shell) ? (
          <DecisionPanel
            order={order}
            waiting={waiting}
            attempt={answer?.intent === "decide" ? answer : null}
            idempotencyKey={answer?.key ?? key}
          />
        ) : null}
        <WorkForms order={order} idempotencyKey={failed?.key ?? key} failed={typed} />
        <div className={classes.columns}>
          <div className={classes.column}>
            <Work order={order} deliveries={deliveries} />
            <Timeline events={timeline} order={order} scans={scans} />
            <Tracking order={order} scans={scans} />
            {said ? <OrderThread order={order} said={said} timeline={timeline} idempotencyKey={key} /> : null}
          </div>
          <div className={classes.column}>
            <Agreeing order={order} offers={offers} idempotencyKey={key} />
            <Breakdown order={order} />
            <DeliveryAddress order={order} />
            <Downloads downloads={downloads} />
            <Documents order={order} documents={documents} />
            <Statement statement={statement} orderId={order.id} />
          </div>
        </div>
      </div>
    </>
  );
}

/** What the two have asked each other about the order; in a dispute they do so in its room. */
function Agreeing({ order, offers, idempotencyKey }: { order: Order; offers: Consent[]; idempotencyKey: string }) {
  const { to } = useLocale();
  if (order.status === "disputed" || offers.length === 0) return null;
  const divided = { ...order, total: order.escrow.amount };
  const again = offers.some(({ state }) => state === "open") ? [] : order.outlook.consents;
  return (
    <Offers
      order={divided}
      offers={offers}
      possible={offers.some(({ state, what }) => state === "open" && what === "settle") ? ["settle"] : again}
      idempotencyKey={idempotencyKey}
      back={to(`/orders/${order.id}#offers`)}
    />
  );
}

const mayDecide = (shell: ShellData | undefined): boolean =>
  (shell?.me?.roles ?? []).some((role) => DECIDERS.has(role));

function OrderThread({
  order,
  said,
  timeline,
  idempotencyKey,
}: {
  order: Order;
  said: Said;
  timeline: TimelineEvent[];
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const words = useWords(order.kind);
  const { buyer, seller, role } = order;
  const notes = timeline.map(({ seq, at, command }) => ({
    ...{ key: `event-${seq}`, at, text: t(words(`event.${command}`, "event.other")) },
  }));
  return (
    <Thread
      said={said}
      subject={{ kind: "order", id: order.id }}
      me={role === "seller" ? seller.id : buyer.id}
      names={{ [buyer.id]: buyer.name, [seller.id]: seller.name }}
      notes={notes}
      idempotencyKey={idempotencyKey}
      back={to(`/orders/${order.id}#messages`)}
      older={said.older && said.conversation ? to(`/messages/${said.conversation.id}`) : null}
    />
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
