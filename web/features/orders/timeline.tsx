import { useTranslation } from "react-i18next";
import { type Order, type TimelineEvent, WALLET } from "../../api/types.ts";
import { Deadline } from "../../ui/countdown.tsx";
import { CheckIcon, ClockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./orders.module.css";

/** What happened, by whom, and, as hollow dots, what is still to come by itself. */
export function Timeline({ events, order }: { events: TimelineEvent[]; order: Order }) {
  const { t } = useTranslation();
  const coming = [...order.deadlines].sort((a, b) => a.dueAt.localeCompare(b.dueAt));
  return (
    <Panel title={t("timeline.title")} icon={<ClockIcon />}>
      <ol className={classes.timeline}>
        {events.map((event) => (
          <Past key={event.seq} event={event} order={order} />
        ))}
        {coming.map(({ kind, dueAt }) => (
          <li key={kind} className={classes.future}>
            <span className={classes.dot} aria-hidden="true" />
            <div>
              <strong>{t(`deadline.${kind}`)}</strong>
              <p>
                <Deadline at={dueAt} now={order.now} />
              </p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

function Past({ event, order }: { event: TimelineEvent; order: Order }) {
  const { t, i18n } = useTranslation();
  const known = i18n.exists(`event.${event.command}`);
  return (
    <li className={classes.past}>
      <span className={classes.dot} aria-hidden="true">
        <CheckIcon size={13} />
      </span>
      <div>
        <strong>{known ? t(`event.${event.command}`) : t("event.other")}</strong>
        {event.reason && i18n.exists(`reason.${event.reason}`) ? <p>{t(`reason.${event.reason}`)}</p> : null}
        <p>
          <Actor event={event} order={order} /> · <Moment at={event.at} shape="short" />
        </p>
      </div>
    </li>
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
