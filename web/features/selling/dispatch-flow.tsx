import { useState } from "react";
import { Form, Link, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { Order, ShippingOption } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { Trans, useTranslation } from "../../i18n/words.tsx";
import { type Later, useLater } from "../../offline/use-later.ts";
import { WaitingCard } from "../../offline/waiting-state.tsx";
import { Button } from "../../ui/button.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon, CheckIcon, PrintIcon, TruckIcon } from "../../ui/icons.tsx";
import { Day } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { PostalAddress } from "../../ui/postal-address.tsx";
import classes from "./selling.module.css";
import { type Step, stepOf } from "./step-of.ts";

const STEPS: Step[] = ["address", "courier", "label"];

/** Address, courier, label: three steps, and the last one comes by itself once the courier has answered. */
export function DispatchFlow({
  order,
  problem,
  idempotencyKey,
}: {
  order: Order;
  problem: Problem | null;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const [checked, setChecked] = useState(false);
  const step = stepOf(order, checked);
  const later = useLater({
    ...{ kind: "dispatch", person: order.seller.id, lane: order.id, about: order.number },
    ...{ page: `/orders/${order.id}/dispatch`, fields: { order: order.id } },
  });
  const [waiting] = later.mine;
  if (step === "over") {
    return (
      <Callout icon={<AlertIcon />} title={t("dispatch.overTitle")}>
        <p>{t("dispatch.overText")}</p>
        <BackToOrder order={order} />
      </Callout>
    );
  }
  return (
    <div className={classes.flow}>
      <Progress step={step} />
      {problem ? <ProblemCallout problem={problem} /> : null}
      {order.outlook.next?.kind === "dispatch" ? (
        <p className={classes.due}>
          {t("selling.sendBy")} <Deadline at={order.outlook.next.at} now={order.now} />
        </p>
      ) : null}
      {step === "address" && waiting?.state !== "waiting" ? (
        <CheckAddress order={order} next={() => setChecked(true)} />
      ) : null}
      {waiting ? <WaitingCard one={waiting} /> : null}
      {step === "courier" && waiting?.state !== "waiting" ? (
        <ConfirmCourier
          order={order}
          idempotencyKey={later.key ?? idempotencyKey}
          take={later.take}
          back={() => setChecked(false)}
        />
      ) : null}
      {step === "label" ? <LabelStep order={order} /> : null}
    </div>
  );
}

function Progress({ step }: { step: Step }) {
  const { t } = useTranslation();
  const current = STEPS.indexOf(step);
  return (
    <ol className={classes.steps} aria-label={t("dispatch.steps")}>
      {STEPS.map((one, index) => (
        <li key={one} aria-current={index === current ? "step" : undefined} data-done={index < current || undefined}>
          <span className={classes.stepDot} aria-hidden="true">
            {index < current ? <CheckIcon size={16} /> : index + 1}
          </span>
          {t(`dispatch.step.${one}`)}
        </li>
      ))}
    </ol>
  );
}

function CheckAddress({ order, next }: { order: Order; next: () => void }) {
  const { t } = useTranslation();
  const to = order.shippingAddress;
  return (
    <Panel title={t("dispatch.addressTitle")}>
      {to ? <PostalAddress to={to} className={classes.bigAddress} /> : null}
      <Contents order={order} />
      <Button size="lg" onClick={next}>
        {t("dispatch.addressOk")}
      </Button>
    </Panel>
  );
}

function Contents({ order }: { order: Order }) {
  const { say } = useLocale();
  return (
    <ul className={classes.contents}>
      {order.items.map((item) => (
        <li key={item.productId ?? order.id}>
          <bdi dir="ltr">{item.quantity} ×</bdi> {say(item.title)}
        </li>
      ))}
    </ul>
  );
}

function Courier({ option }: { option: ShippingOption }) {
  const { t } = useTranslation();
  return (
    <>
      <strong>
        <bdi>{option.title}</bdi>
      </strong>
      <p className={classes.soft}>
        {t(`shipping.speed.${option.speed}`)}
        {option.expectedOn ? (
          <>
            {" · "}
            {t("shipping.expected")} <Day on={option.expectedOn} />
          </>
        ) : null}
        {" · "}
        <Money value={option.price} exact />
      </p>
    </>
  );
}

function ConfirmCourier({
  order,
  idempotencyKey,
  take,
  back,
}: {
  order: Order;
  idempotencyKey: string;
  take: Later["take"];
  back: () => void;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  const { shippingOption: option, shipment } = order;
  return (
    <Panel title={t("dispatch.courierTitle")} icon={<TruckIcon />}>
      {shipment?.status === "failed" ? (
        <Callout tone="bad" icon={<AlertIcon />} title={t("dispatch.failedTitle")}>
          <p>
            <bdi>{shipment.problem}</bdi>
          </p>
        </Callout>
      ) : null}
      <div className={classes.courier}>{option ? <Courier option={option} /> : null}</div>
      <p className={classes.soft}>{t("dispatch.courierText")}</p>
      <Form method="post" className={classes.flowButtons} data-later="" onSubmit={(event) => take(event)}>
        <IdempotencyField value={idempotencyKey} />
        {option ? <input type="hidden" name="courier" value={option.courier} /> : null}
        <SubmitButton busy={busy} size="lg">
          {t("dispatch.book")}
        </SubmitButton>
        <Button variant="default" size="lg" onClick={back}>
          {t("dispatch.back")}
        </Button>
      </Form>
    </Panel>
  );
}

function LabelStep({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { shipment } = order;
  if (shipment?.status !== "booked") {
    return (
      <Panel title={t("dispatch.bookingTitle")} icon={<TruckIcon />}>
        <p className={classes.waiting} role="status">
          <span className={classes.spinner} aria-hidden="true" /> {t("dispatch.bookingText")}
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={t("dispatch.labelTitle")} icon={<PrintIcon />}>
      <p>
        <Trans i18nKey="dispatch.labelText" components={{ number: <bdi dir="ltr">{shipment.trackingNumber}</bdi> }} />
      </p>
      <p className={classes.soft}>{t("dispatch.afterLabel")}</p>
      <div className={classes.flowButtons}>
        {shipment.hasLabel ? (
          <Button
            component="a"
            href={`/api/v1/orders/${encodeURIComponent(order.id)}/label`}
            size="lg"
            leftSection={<PrintIcon />}
          >
            {t("documents.label")}
          </Button>
        ) : null}
        <BackToOrder order={order} />
      </div>
    </Panel>
  );
}

function BackToOrder({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Link to={to(`/orders/${order.id}`)} className={classes.backLink}>
      {t("paid.toOrder")} <bdi dir="ltr">{order.number}</bdi>
    </Link>
  );
}
