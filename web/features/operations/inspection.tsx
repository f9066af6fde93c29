import { Link } from "react-router";
import type { Inspection } from "../../api/operations.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { EntryList } from "../../ui/entries.tsx";
import { gatewayName } from "../../ui/gateway-name.ts";
import { BankIcon, ClockIcon, CoinIcon, DocumentIcon, MessageIcon, ParcelIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { OrderStatusBadge } from "../../ui/status-badge.tsx";
import classes from "./operations.module.css";

const Code = ({ children }: { children: string }) => (
  <bdi dir="ltr" className={classes.code}>
    {children}
  </bdi>
);

/** Everything that is known of one order, on one page; `messages` is what its two people have said, for whom that is open. */
export function InspectionPanels({ inspection, messages }: { inspection: Inspection; messages: React.ReactNode }) {
  return (
    <div className={classes.page}>
      <About inspection={inspection} />
      <Ledger postings={inspection.postings} />
      <div className={classes.pair}>
        <Events events={inspection.events} />
        <div className={classes.page}>
          <Outside outside={inspection.outside} />
          <Jobs jobs={inspection.jobs} />
          <Webhooks webhooks={inspection.webhooks} />
        </div>
      </div>
      {messages}
    </div>
  );
}

function About({ inspection: { order, process, state, dealId, revision } }: { inspection: Inspection }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  return (
    <Panel
      title={say(order.title)}
      icon={<ParcelIcon />}
      aside={<OrderStatusBadge status={order.status} audience="staff" kind={order.kind} />}
    >
      <Facts
        rows={[
          { key: "total", name: t("inspect.total"), value: <Money value={order.total} />, strong: true },
          { key: "buyer", name: t("inspect.buyer"), value: <bdi>{order.buyer.name}</bdi> },
          { key: "seller", name: t("inspect.seller"), value: <bdi>{order.seller.name}</bdi> },
          { key: "placed", name: t("inspect.placed"), value: <Moment at={order.createdAt} /> },
          ...(order.nextDeadline
            ? [
                {
                  ...{ key: "due", name: t(`deadline.${order.nextDeadline.kind}`) },
                  value: <Moment at={order.nextDeadline.dueAt} />,
                },
              ]
            : []),
          { key: "process", name: t("inspect.process"), value: <Code>{`${process} · ${state} · ${revision}`}</Code> },
          { key: "deal", name: t("inspect.deal"), value: <Code>{dealId}</Code> },
        ]}
      />
      <p className={classes.links}>
        <Link to={to(`/orders/${order.id}`)}>{t("inspect.asOrder")}</Link>
      </p>
    </Panel>
  );
}

function Ledger({ postings }: Pick<Inspection, "postings">) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t("inspect.ledger")} icon={<CoinIcon />}>
      <List items={postings} none={t("inspect.noPostings")}>
        {({ id, kind, at, entries }) => (
          <li key={id}>
            <div className={classes.what}>
              <strong>{i18n.exists(`statement.kind.${kind}`) ? t(`statement.kind.${kind}`) : kind}</strong>
              <p className={classes.soft}>
                <Moment at={at} />
              </p>
            </div>
            <div style={{ flex: "2 1 320px" }}>
              <EntryList entries={entries} signed />
            </div>
          </li>
        )}
      </List>
    </Panel>
  );
}

function Events({ events }: Pick<Inspection, "events">) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t("inspect.events")} icon={<ClockIcon />}>
      <List items={events} none={t("inspect.noEvents")}>
        {({ seq, command, actor, from, to, reason, recordedAt }) => (
          <li key={seq}>
            <div className={classes.what}>
              <strong>{i18n.exists(`event.${command}`) ? t(`event.${command}`) : command}</strong>
              <p className={classes.soft}>
                <Moment at={recordedAt} /> · <Who actor={actor} />
              </p>
              <Code>{`${from ?? "–"} → ${to}`}</Code>
              {reason ? <Code>{reason}</Code> : null}
            </div>
          </li>
        )}
      </List>
    </Panel>
  );
}

/** Who did it, in words; a word that we do not have stays readable as the API has it. */
function Who({ actor }: { actor: string }) {
  const { t, i18n } = useTranslation();
  const key = actor === "buyer" || actor === "seller" ? `inspect.${actor}` : `actor.${actor}`;
  return i18n.exists(key) ? <span>{t(key)}</span> : <Code>{actor}</Code>;
}

function Outside({ outside }: Pick<Inspection, "outside">) {
  const { t, i18n } = useTranslation();
  return (
    <Panel title={t("inspect.outside")} icon={<BankIcon />}>
      <List items={outside} none={t("inspect.noOutside")}>
        {({ what, id, with: other, state, amount, reference, problem }) => (
          <li key={id}>
            <div className={classes.what}>
              <strong>
                {t(`inspect.what.${what}`)} · <bdi>{gatewayName(other)}</bdi>
              </strong>
              {i18n.exists(`inspect.state.${state}`) ? <p>{t(`inspect.state.${state}`)}</p> : <Code>{state}</Code>}
              {reference ? <Code>{reference}</Code> : null}
              {problem ? <p className={classes.problem}>{problem}</p> : null}
            </div>
            {amount ? (
              <div className={classes.side}>
                <Money value={amount} />
              </div>
            ) : null}
          </li>
        )}
      </List>
    </Panel>
  );
}

function Jobs({ jobs }: Pick<Inspection, "jobs">) {
  const { t } = useTranslation();
  return (
    <Panel title={t("inspect.jobs")} icon={<DocumentIcon />}>
      <List items={jobs} none={t("inspect.noJobs")}>
        {({ key, runAt, attempts, givenUp, lastError }) => (
          <li key={key}>
            <div className={classes.what}>
              <Code>{key}</Code>
              <p className={classes.soft}>
                {givenUp ? t("inspect.givenUp") : <Moment at={runAt} />} · {t("inspect.tries", { count: attempts })}
              </p>
              {lastError ? <p className={classes.problem}>{lastError}</p> : null}
            </div>
          </li>
        )}
      </List>
    </Panel>
  );
}

function Webhooks({ webhooks }: Pick<Inspection, "webhooks">) {
  const { t } = useTranslation();
  return (
    <Panel title={t("inspect.webhooks")} icon={<MessageIcon />}>
      <List items={webhooks} none={t("inspect.noWebhooks")}>
        {({ gateway, type, about, receivedAt, times }) => (
          <li key={`${gateway} ${type} ${about} ${receivedAt}`}>
            <div className={classes.what}>
              <strong>
                <bdi>{gatewayName(gateway)}</bdi> · <Code>{type}</Code>
              </strong>
              <p className={classes.soft}>
                <Moment at={receivedAt} /> · {t("inspect.times", { count: times })}
              </p>
            </div>
          </li>
        )}
      </List>
    </Panel>
  );
}

function List<T>({
  items,
  none,
  children,
}: {
  items: readonly T[];
  none: string;
  children: (item: T) => React.ReactNode;
}) {
  return items.length === 0 ? (
    <p className={classes.soft}>{none}</p>
  ) : (
    <ul className={classes.items}>{items.map(children)}</ul>
  );
}
