import type { Attempt } from "../../api/attempt.ts";
import type { Decided, InFlight } from "../../api/finance.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { gatewayName } from "../../ui/gateway-name.ts";
import { AlertIcon, BankIcon, CheckCircleIcon, ClockIcon, CoinIcon, ReturnIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState, Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import { Age } from "./age.tsx";
import classes from "./finance.module.css";
import { Outcome } from "./outcome.tsx";
import { ReasonedAct } from "./reasoned-act.tsx";
import { type RefundAgain, SendRefundAgain } from "./refund-again.tsx";

const ICONS = { refund: ReturnIcon, payout: BankIcon, chargeback: AlertIcon, suspense: CoinIcon };

type Given = { attempt: Attempt<Decided> | null; again: RefundAgain | null; idempotencyKey: string; now: string };

/** Money that has left one side and not arrived at the other: each with the moment at which it is next asked about. */
export function InFlightPanel({ flights, ...given }: Given & { flights: InFlight[] }) {
  const { t } = useTranslation();
  const travelling = flights.filter(({ kind }) => kind !== "suspense");
  const unmatched = flights.filter(({ kind }) => kind === "suspense");
  return (
    <>
      <Panel title={t("flight.title")} icon={<ClockIcon />}>
        <Flights flights={travelling} none={t("flight.none")} noneText={t("flight.noneText")} {...given} />
      </Panel>
      <Panel title={t("suspense.title")} icon={<CoinIcon />}>
        <Flights flights={unmatched} none={t("suspense.none")} noneText={t("suspense.noneText")} {...given} />
      </Panel>
    </>
  );
}

function Flights({
  flights,
  none,
  noneText,
  ...given
}: Given & { flights: InFlight[]; none: string; noneText: string }) {
  if (flights.length === 0)
    return (
      <EmptyState title={none} icon={<CheckCircleIcon size={26} />}>
        <p>{noneText}</p>
      </EmptyState>
    );
  return (
    <ul className={classes.items}>
      {flights.map((flight) => (
        <Flight key={flight.id} flight={flight} {...given} />
      ))}
    </ul>
  );
}

function Flight({ flight, now, again, ...given }: Given & { flight: InFlight }) {
  const { t, i18n } = useTranslation();
  const { kind, id, gateway, amount, state, since, nextCheckAt, attempts, problem } = flight;
  const Icon = ICONS[kind];
  const words = `flight.state.${state}`;
  return (
    <li>
      <div className={classes.head}>
        <div>
          <Badge tone={nextCheckAt ? "wait" : "bad"} icon={<Icon size={16} />}>
            {t(`flight.kind.${kind}`)}
          </Badge>
          <p>
            {i18n.exists(words) ? t(words) : <bdi dir="ltr">{state}</bdi>} · <bdi dir="ltr">{gatewayName(gateway)}</bdi>{" "}
            · <Age since={since} now={now} />
          </p>
          <p className={classes.soft}>
            {nextCheckAt ? (
              <>
                {t("flight.nextCheck")} <Deadline at={nextCheckAt} now={now} />
              </>
            ) : (
              t("flight.staff")
            )}
            {attempts > 0 ? <> · {t("flight.attempts", { count: attempts })}</> : null}
          </p>
          {problem ? (
            <p className={classes.soft}>
              <bdi>{problem}</bdi>
            </p>
          ) : null}
          <bdi dir="ltr" className={classes.code}>
            {id}
          </bdi>
        </div>
        <div className={classes.amounts}>
          <strong>
            <Money value={amount} exact />
          </strong>
        </div>
      </div>
      {kind === "refund" && state === "outcome_forgotten" ? (
        <SendRefundAgain id={id} again={again} idempotencyKey={given.idempotencyKey} />
      ) : null}
      {kind === "suspense" && state !== "being_refunded" ? <SendBack id={id} {...given} /> : null}
    </li>
  );
}

function SendBack({ id, attempt, idempotencyKey }: Omit<Given, "now" | "again"> & { id: string }) {
  const { t } = useTranslation();
  const later = attempt?.form === id && attempt.outcome?.needsApproval === true;
  const confirm = t(later ? "approval.confirm" : "suspense.confirm");
  const words = { open: t("suspense.open"), confirm, done: t("suspense.done") };
  return (
    <ReasonedAct<Decided>
      intent="refund-suspense"
      longestReason={300}
      {...{ id, attempt, idempotencyKey, words }}
      outcome={({ entries }, { reason }) => (
        <>
          {later ? <p>{t("approval.later")}</p> : null}
          <Outcome entries={entries} reason={reason} />
        </>
      )}
    />
  );
}
