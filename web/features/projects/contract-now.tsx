import { Form, Link, useNavigation } from "react-router";
import type { Contract, ContractMilestone } from "../../api/projects.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { ByItself } from "../../ui/by-itself.tsx";
import { SubmitButton } from "../../ui/forms.tsx";
import { ArrowIcon, CardIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { ContractBadge } from "./badges.tsx";
import classes from "./contract.module.css";
import { Intent } from "./parts.tsx";
import { type Seen, type Situation, sharesOf, situationOf } from "./progress.ts";

type Given = { contract: Contract; current: Seen | null; idempotencyKey: string };

/** The first thing on a contract's page: how much of it is to be paid, is held, and is the freelancer's. */
export function ContractMoney({ contract, seen }: { contract: Contract; seen: readonly Seen[] }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const shares = sharesOf(contract, seen);
  const parts = (["done", "escrow", "client"] as const).map((part) => ({ part, value: shares[part] }));
  const label = parts.map(({ part, value }) => `${t(`contracts.share.${part}`)}: ${moneyInText(value, intl)}`);
  return (
    <section className={classes.money} aria-labelledby="contract-money">
      <h2 id="contract-money" className={classes.sentence}>
        <Trans
          i18nKey={contract.state === "active" ? "contracts.sentence" : "contracts.sentenceOver"}
          components={{
            held: <Money value={shares.escrow} />,
            done: <Money value={shares.done} />,
            price: <Money value={contract.price} />,
          }}
          values={{ name: contract.freelancer.name }}
        />
      </h2>
      <div className={classes.bar} role="img" aria-label={label.join(" · ")}>
        {parts.map(({ part, value }) => (
          <span key={part} data-part={part} style={{ flexGrow: value.amount }} hidden={value.amount === 0} />
        ))}
      </div>
      <dl className={classes.legend}>
        {parts.map(({ part, value }) => (
          <div key={part} data-part={part}>
            <dt>{t(`contracts.share.${part}`)}</dt>
            <dd>
              <Money value={value} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Whose turn it is, the one thing to do, and what happens by itself. */
export function ContractNow({ contract, current, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { role, state, client, freelancer } = contract;
  const situation = situationOf(contract, current);
  const mine = isMine(situation, contract, current);
  const next = state === "active" ? current?.order?.outlook.next : null;
  const side = role === "staff" ? "client" : role;
  return (
    <section className={classes.now} data-mine={mine || undefined} aria-labelledby="contract-now">
      <div className={classes.nowHead}>
        <h2 id="contract-now">{mine ? t("turn.you") : t(`contracts.turn.${turnOf(situation, current)}`)}</h2>
        <ContractBadge state={state} />
      </div>
      <p className={classes.headline}>
        {t(`contracts.headline.${side}.${situation}`, {
          ...{ client: client.name, freelancer: freelancer.name, title: current?.milestone.title ?? "" },
        })}
      </p>
      {next && current?.order ? <ByItself order={current.order} next={next} /> : null}
      <Primary contract={contract} current={current} situation={situation} idempotencyKey={idempotencyKey} />
    </section>
  );
}

/** Whom the contract waits for; the order of the milestone knows it once there is one. */
function turnOf(situation: Situation, current: Seen | null): string {
  if (situation === "completed" || situation === "ended") return "nobody";
  if (situation === "to_fund" || situation === "unpaid") return "client";
  const turn = current?.order?.outlook.turn ?? "nobody";
  return turn === "buyer" ? "client" : turn === "seller" ? "freelancer" : turn;
}

const isMine = (situation: Situation, { role }: Contract, current: Seen | null): boolean =>
  turnOf(situation, current) === role;

const STEPS: Partial<Record<Situation, string>> = { working: "working", late: "working", delivered: "delivered" };

function Primary({ contract, current, situation, idempotencyKey }: Given & { situation: Situation }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { role } = contract;
  if (!current || situation === "completed" || situation === "ended") return null;
  const { milestone } = current;
  if (role === "client" && milestone.actions.includes("fund") && situation === "to_fund")
    return <FundForm contract={contract} milestone={milestone} idempotencyKey={idempotencyKey} />;
  if (!milestone.orderId) return null;
  const page = `/orders/${milestone.orderId}`;
  if (situation === "unpaid" && role === "client")
    return (
      <div className={classes.buttons}>
        <Button component="a" href={to(`${page}/pay`)} size="md" leftSection={<CardIcon />}>
          {t("contracts.payOn")}
        </Button>
      </div>
    );
  const step = STEPS[situation] ? `${role}.${STEPS[situation]}` : "other";
  const deliver = current.order?.actions.includes("deliver") ? "#deliver" : "";
  return (
    <div className={classes.buttons}>
      <Button
        component={Link}
        to={to(page) + deliver}
        size="md"
        variant={turnOf(situation, current) === role ? "filled" : "default"}
        rightSection={<ArrowIcon />}
      >
        {t(`contracts.go.${step}`)}
      </Button>
    </div>
  );
}

/** Makes the order of a milestone and goes on to pay for it. */
export function FundForm({
  contract,
  milestone,
  idempotencyKey,
  ahead = false,
}: {
  contract: Contract;
  milestone: ContractMilestone;
  idempotencyKey: string;
  ahead?: boolean;
}) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { state, formData } = useNavigation();
  const number = `${milestone.number}`;
  const busy = state !== "idle" && formData?.get("intent") === "fund" && formData.get("number") === number;
  const amount = moneyInText(milestone.amount, intl);
  return (
    <Form method="post" className={classes.fund}>
      <Intent name="fund" idempotencyKey={idempotencyKey} fields={{ number }} />
      <SubmitButton busy={busy} variant={ahead ? "default" : "filled"} leftSection={<CardIcon />}>
        {t(ahead ? "contracts.fundAhead" : "contracts.fund", { number, amount })}
      </SubmitButton>
      <p className={classes.soft}>
        {t(ahead ? "contracts.fundAheadHint" : "contracts.fundHint", { name: contract.freelancer.name })}
      </p>
    </Form>
  );
}
