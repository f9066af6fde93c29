import { useCallback, useEffect, useState } from "react";
import { Form, Link, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Money as Amount, Payment } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon, CardIcon, LockIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import classes from "./checkout.module.css";
import { goToGateway, isFirstVisit } from "./gateway.ts";

/** The last page of ours before the gateway's: what is paid to whom, and the way over. */
export function Handover({
  back,
  total,
  payment,
  problem,
  idempotencyKey,
  note,
  refused,
  other,
}: {
  back: { page: string; label: string };
  total: Amount;
  payment: Payment | null;
  problem: Problem | null;
  idempotencyKey: string;
  note: string | null;
  /** The wallet was asked and said no; nothing was taken. */
  refused: boolean;
  /** Another way to pay, beside the gateway. */
  other: React.ReactNode;
}) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <div className={classes.handover}>
      {problem ? <ProblemCallout problem={problem} /> : null}
      {refused ? (
        <Callout tone="bad" role="alert" icon={<AlertIcon />} title={t("method.refusedTitle")}>
          <p>{t("method.refusedText")}</p>
        </Callout>
      ) : null}
      <Panel title={t("pay.amountTitle")} icon={<LockIcon />}>
        <p className={classes.amount}>
          <Money value={total} exact />
        </p>
        <p className={classes.hint}>{t("pay.intoEscrow")}</p>
        <Stage payment={payment} idempotencyKey={idempotencyKey} />
      </Panel>
      {other}
      {note ? (
        <Callout tone="wait" icon={<AlertIcon />}>
          {note}
        </Callout>
      ) : null}
      <p className={classes.hint}>
        {t("pay.canLeave")} <Link to={to(back.page)}>{back.label}</Link>
      </p>
    </div>
  );
}

function Stage({ payment, idempotencyKey }: { payment: Payment | null; idempotencyKey: string }) {
  const { t } = useTranslation();
  if (payment?.status === "opening") return <Opening payment={payment} />;
  if (payment?.status === "open" && payment.next) return <GoOn payment={payment} next={payment.next} />;
  if (payment?.status === "open" || payment?.status === "captured") return <Opening payment={payment} />;
  return (
    <>
      {payment ? (
        <Callout tone="bad" icon={<AlertIcon />} title={t("pay.failedTitle")}>
          <p>{t("pay.failedText")}</p>
        </Callout>
      ) : null}
      <StartPayment idempotencyKey={idempotencyKey} />
    </>
  );
}

function StartPayment({ idempotencyKey }: { idempotencyKey: string }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" className={classes.handoverActions}>
      <IdempotencyField value={idempotencyKey} />
      <SubmitButton busy={busy} size="lg" leftSection={<CardIcon />}>
        {t("pay.start")}
      </SubmitButton>
    </Form>
  );
}

/** Asks until the gateway has answered, then loads the page anew: only a new document may run the gateway's script. */
function Opening({ payment }: { payment: Payment }) {
  const { t } = useTranslation();
  useEffect(() => {
    let stopped = false;
    let timer: ReturnType<typeof setTimeout>;
    const look = async (wait: number) => {
      const status = await statusOf(payment.id);
      if (stopped) return;
      if (status && status !== payment.status) window.location.reload();
      else timer = setTimeout(() => void look(Math.min(wait * 1.4, 8000)), wait);
    };
    timer = setTimeout(() => void look(1500), 1000);
    return () => {
      stopped = true;
      clearTimeout(timer);
    };
  }, [payment.id, payment.status]);
  return (
    <div className={classes.handoverActions} role="status">
      <span className={classes.waiting}>
        <span className={classes.spinner} aria-hidden="true" />
        {t("pay.opening")}
      </span>
    </div>
  );
}

function GoOn({ payment, next }: { payment: Payment; next: NonNullable<Payment["next"]> }) {
  const { t } = useTranslation();
  const [state, setState] = useState<"idle" | "going" | "failed">("idle");
  const go = useCallback(() => {
    setState("going");
    goToGateway(next).catch(() => setState("failed"));
  }, [next]);

  useEffect(() => {
    if (isFirstVisit(payment.id)) go();
  }, [payment.id, go]);

  return (
    <>
      {state === "failed" ? (
        <Callout tone="bad" role="alert" icon={<AlertIcon />} title={t("pay.scriptFailedTitle")}>
          <p>{t("pay.scriptFailedText")}</p>
        </Callout>
      ) : null}
      <div className={classes.handoverActions}>
        {next.kind === "redirect" ? (
          <Button component="a" href={next.url} size="lg" leftSection={<CardIcon />}>
            {t("pay.goOn")}
          </Button>
        ) : (
          <Button size="lg" onClick={go} loading={state === "going"} leftSection={<CardIcon />}>
            {t("pay.goOn")}
          </Button>
        )}
      </div>
      <noscript>
        <p>{t("pay.needsScript")}</p>
      </noscript>
    </>
  );
}

async function statusOf(paymentId: string): Promise<string | null> {
  const response = await fetch(`/api/v1/payments/${encodeURIComponent(paymentId)}`).catch(() => null);
  const body: unknown = response?.ok ? await response.json().catch(() => null) : null;
  return typeof body === "object" && body !== null && "status" in body ? String(body.status) : null;
}
