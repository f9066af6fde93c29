import { Link } from "react-router";
import type { Attempt } from "../../api/attempt.ts";
import type { PayoutGroup, Sending, StaffPayout } from "../../api/finance.ts";
import type { Listed } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { AlertIcon, BankIcon, CheckCircleIcon, ClockIcon, ReturnIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import { Age } from "./age.tsx";
import classes from "./finance.module.css";
import { ReasonedAct } from "./reasoned-act.tsx";
import { SendingOutcome } from "./sending-outcome.tsx";

export const GROUPS: readonly PayoutGroup[] = ["came_back", "waiting", "on_the_way"];

const LOOKS: Record<PayoutGroup, { tone: Tone; icon: typeof ClockIcon }> = {
  came_back: { tone: "bad", icon: ReturnIcon },
  waiting: { tone: "wait", icon: ClockIcon },
  on_the_way: { tone: "held", icon: BankIcon },
};

type Given = { attempt: Attempt<Sending> | null; idempotencyKey: string; now: string };

/** The payouts of one group, the longest untouched first, with what may be done about each. */
export function PayoutsPanel({
  group,
  payouts,
  ...given
}: Given & { group: PayoutGroup; payouts: Listed<StaffPayout> }) {
  const { t } = useTranslation();
  const { icon: Icon } = LOOKS[group];
  const { data, nextCursor } = payouts;
  return (
    <Panel title={t(`outgoing.group.${group}`)} icon={<Icon />}>
      {data.length === 0 ? (
        <p className={classes.none}>
          <CheckCircleIcon />
          <span>
            <strong>{t(`outgoing.none.${group}`)}.</strong> {t(`outgoing.noneText.${group}`)}
          </span>
        </p>
      ) : (
        <ul className={classes.items}>
          {data.map((payout) => (
            <Item key={payout.id} payout={payout} group={group} {...given} />
          ))}
        </ul>
      )}
      {nextCursor ? (
        <p className={classes.more}>
          <Link to={`?group=${group}&cursor=${encodeURIComponent(nextCursor)}`}>{t("common.more")}</Link>
        </p>
      ) : null}
    </Panel>
  );
}

function Item({ payout, group, now, ...given }: Given & { payout: StaffPayout; group: PayoutGroup }) {
  const { t } = useTranslation();
  const { id, kind, status, userName, amount, reason, tries, requestedAt, sendAgain } = payout;
  const { tone, icon: Icon } = LOOKS[group];
  return (
    <li>
      <div className={classes.head}>
        <div>
          <Badge tone={tone} icon={<Icon size={16} />}>
            {t(`outgoing.status.${status}`)}
          </Badge>
          <p>
            <bdi>{userName}</bdi> · {t(`withdraw.kind.${kind}`)} · <Age since={requestedAt} now={now} />
          </p>
          <NextLook payout={payout} group={group} now={now} />
          <Why text={reason} calm={group === "on_the_way"} />
          <bdi dir="ltr" className={classes.code}>
            {id}
          </bdi>
        </div>
        <div className={classes.amounts}>
          <strong>
            <Money value={amount} exact />
          </strong>
          {tries > 0 ? <span className={classes.soft}>{t("outgoing.tries", { count: tries })}</span> : null}
        </div>
      </div>
      {sendAgain === "offered" ? <SendAgain id={id} {...given} /> : null}
    </li>
  );
}

/** Who does what next: the clock, the owner, or staff. */
function NextLook({ payout, group, now }: { payout: StaffPayout; group: PayoutGroup; now: string }) {
  const { t } = useTranslation();
  const { nextLookAt, sendAgain, lastError } = payout;
  if (sendAgain === "left_to_owner") return <p className={classes.soft}>{t("outgoing.leftToOwner")}</p>;
  return (
    <>
      <p className={classes.soft}>
        {nextLookAt ? (
          <>
            {t(group === "came_back" ? "outgoing.nextTry" : "flight.nextCheck")} <Deadline at={nextLookAt} now={now} />
          </>
        ) : (
          t(`outgoing.nobody.${group}`)
        )}
      </p>
      <Why text={lastError} />
    </>
  );
}

/** In the words of the bank or of the books. */
function Why({ text, calm = false }: { text: string | null; calm?: boolean }) {
  return text ? (
    <p className={classes.why}>
      {calm ? null : <AlertIcon size={16} />} <bdi>{text}</bdi>
    </p>
  ) : null;
}

function SendAgain({ id, attempt, idempotencyKey }: Omit<Given, "now"> & { id: string }) {
  const { t } = useTranslation();
  const words = {
    open: t("outgoing.again.open"),
    confirm: t("outgoing.again.confirm"),
    done: t("outgoing.again.done"),
  };
  return (
    <ReasonedAct<Sending>
      intent="send-again"
      longestReason={300}
      {...{ id, attempt, idempotencyKey, words }}
      outcome={(planned, input) => <SendingOutcome sending={planned} reason={input.reason} />}
    />
  );
}
