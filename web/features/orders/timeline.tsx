import { type Order, type Scan, type TimelineEvent, WALLET } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { CheckIcon, ClockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { useWords } from "../../ui/words.ts";
import { stepsAhead } from "./ahead.ts";
import classes from "./orders.module.css";
import { scanText } from "./scan-text.ts";

/** What happened, by whom, with its proof, and, as hollow dots, what is still to come. */
export function Timeline({ events, order, scans }: { events: TimelineEvent[]; order: Order; scans: Scan[] }) {
  const { t, i18n } = useTranslation();
  const words = useWords(order.kind);
  const coming = [...order.deadlines].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return (
    <Panel title={t("timeline.title")} icon={<ClockIcon />}>
      <ol className={classes.timeline}>
        {events.map((event, place) => (
          <Past
            key={event.seq}
            event={event}
            order={order}
            scans={scans}
            delivery={events.slice(0, place + 1).filter(({ command }) => command === "deliver").length}
          />
        ))}
        {coming.map(({ kind, dueAt }) => (
          <li key={kind} className={classes.future}>
            <span className={classes.dot} aria-hidden="true" />
            <div>
              <strong>{t(words(`deadline.${kind}`))}</strong>
              <p>
                <Deadline at={dueAt} now={order.now} />
              </p>
            </div>
          </li>
        ))}
        {stepsAhead(order).map((step) => {
          const key = words(`ahead.${step}`);
          return (
            <li key={step} className={classes.future} data-later="true">
              <span className={classes.dot} aria-hidden="true" />
              <span>{t(i18n.exists(`${key}.${order.role}`) ? `${key}.${order.role}` : key)}</span>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}

type PastProps = { event: TimelineEvent; order: Order; scans: Scan[]; delivery: number };

function Past({ event, order, scans, delivery }: PastProps) {
  const { t, i18n } = useTranslation();
  const words = useWords(order.kind);
  const reason = event.reason && words(`reason.${event.reason}`);
  return (
    <li className={classes.past}>
      <span className={classes.dot} aria-hidden="true">
        <CheckIcon size={13} />
      </span>
      <div>
        <strong>{t(words(`event.${event.command}`, "event.other"))}</strong>
        {reason && i18n.exists(reason) ? <p>{t(reason)}</p> : null}
        <Proof event={event} order={order} scans={scans} delivery={delivery} />
        <p>
          <Actor event={event} order={order} /> · <Moment at={event.at} shape="short" />
        </p>
      </div>
    </li>
  );
}

/** What shows that it happened: the tracking number, the courier's own words, the work that was handed over. */
function Proof({ event: { command }, order, scans, delivery }: PastProps) {
  const { t } = useTranslation();
  if (command === "deliver" && order.work)
    return (
      <p>
        <a href={`#delivery-${delivery}`}>{t("work.delivery", { number: delivery })}</a>
      </p>
    );
  if (command === "dispatch" && order.shipment?.trackingNumber)
    return (
      <p>
        <bdi>{order.shipment.courierTitle}</bdi> <bdi dir="ltr">{order.shipment.trackingNumber}</bdi>
      </p>
    );
  const scan = scans.find(({ state }) => state === command);
  if (!scan) return null;
  return (
    <p>
      <bdi>{scan.location ?? scanText(scan.text)}</bdi>
    </p>
  );
}

function Actor({ event: { actor, command }, order }: { event: TimelineEvent; order: Order }) {
  const { t, i18n } = useTranslation();
  if (command === "payment_captured" && order.payment?.gateway === WALLET) return <span>{t("actor.wallet")}</span>;
  if (actor === order.role) return <span>{t("actor.you")}</span>;
  if (actor === "buyer") return <bdi>{order.buyer.name}</bdi>;
  if (actor === "seller") return <bdi>{order.seller.name}</bdi>;
  return <span>{i18n.exists(`actor.${actor}`) ? t(`actor.${actor}`) : t("actor.system")}</span>;
}
