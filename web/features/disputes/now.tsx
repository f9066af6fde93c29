import { Form, useNavigation } from "react-router";
import type { Dispute } from "../../api/disputes.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { ByItself } from "../../ui/by-itself.tsx";
import { Confirmed, IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import classes from "./disputes.module.css";
import { StageBadge } from "./stage-badge.tsx";

type Given = { dispute: Dispute; order: Order; idempotencyKey: string };

/** Where the dispute stands, what silence brings, and the ways out of it that one side has alone. */
export function DisputeNow({ dispute, order, idempotencyKey }: Given) {
  const { next } = order.outlook;
  const mine = order.outlook.turn === dispute.role && dispute.stage === "answer";
  return (
    <section className={classes.now} data-mine={mine || undefined} aria-labelledby="dispute-now">
      <div className={classes.nowHead}>
        <h2 id="dispute-now">
          <StageTitle dispute={dispute} order={order} mine={mine} />
        </h2>
        <StageBadge stage={dispute.stage} />
      </div>
      {dispute.stage === "closed" ? <Ending dispute={dispute} /> : null}
      {dispute.stage !== "closed" && next ? <ByItself order={order} next={next} /> : null}
      <Ways dispute={dispute} order={order} idempotencyKey={idempotencyKey} />
    </section>
  );
}

function StageTitle({
  dispute: { stage, buyer, seller },
  order,
  mine,
}: Omit<Given, "idempotencyKey"> & { mine: boolean }) {
  const { t } = useTranslation();
  if (stage !== "answer") return t(`disputes.now.${stage}`);
  const name = order.outlook.turn === "seller" ? seller.name : buyer.name;
  return mine ? t("disputes.now.answer.mine") : t("disputes.now.answer.theirs", { name });
}

function Ending({ dispute: { closedBy } }: { dispute: Dispute }) {
  const { t, i18n } = useTranslation();
  const own = `disputes.how.${closedBy}`;
  const key: string = i18n.exists(own) ? own : "disputes.how.other";
  return <p>{t(key)}</p>;
}

function Ways({ dispute, order, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const { actions } = dispute;
  const amount = moneyInText(dispute.amount, intl);
  const words = { buyer: dispute.buyer.name, seller: dispute.seller.name };
  const money = <Money value={dispute.amount} exact />;
  if (!WAYS.some((way) => actions.includes(way))) return null;
  const sentence = (i18nKey: string) => (
    <Trans i18nKey={i18nKey} components={{ money, strong: <strong /> }} values={words} />
  );
  return (
    <div className={classes.ways}>
      {actions.includes("respond") ? (
        <Button component="a" href="#answer" size="md">
          {t("disputes.now.answer.mine")}
        </Button>
      ) : null}
      {actions.includes("withdraw") ? (
        <Way intent="withdraw" idempotencyKey={idempotencyKey} label={t("disputes.withdraw")}>
          {t("disputes.withdrawText")}
        </Way>
      ) : null}
      {actions.includes("concede") ? (
        <Way intent="concede" idempotencyKey={idempotencyKey} label={t("disputes.concede", { amount })}>
          {sentence("disputes.concedeText")}
        </Way>
      ) : null}
      {actions.includes("confirm_receipt") && order.role === "buyer" ? (
        <Way
          intent="confirm_receipt"
          orderId={order.id}
          idempotencyKey={idempotencyKey}
          label={t("disputes.release", { amount })}
        >
          {sentence("disputes.releaseText")}
        </Way>
      ) : null}
    </div>
  );
}

const WAYS = ["respond", "withdraw", "concede", "confirm_receipt"];
const TITLES = { withdraw: "withdrawTitle", concede: "concedeTitle", confirm_receipt: "releaseTitle" } as const;

function Way({
  intent,
  idempotencyKey,
  label,
  orderId,
  children,
}: {
  intent: keyof typeof TITLES;
  orderId?: string;
  idempotencyKey: string;
  label: string;
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Confirmed label={label} title={t(`disputes.${TITLES[intent]}`)} button={{ variant: "default" }}>
      {(close) => (
        <Form method="post" className={classes.form} onSubmit={() => queueMicrotask(close)}>
          <input type="hidden" name="intent" value={intent} />
          <IdempotencyField value={idempotencyKey} />
          {orderId ? <input type="hidden" name="orderId" value={orderId} /> : null}
          <p>{children}</p>
          <div className={classes.confirmButtons}>
            <Button variant="default" size="md" onClick={close}>
              {t("disputes.keep")}
            </Button>
            <SubmitButton busy={busy}>{label}</SubmitButton>
          </div>
        </Form>
      )}
    </Confirmed>
  );
}
