import { useState } from "react";
import { Form, useNavigation } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { CartOption, CartPart } from "../../api/shopping.ts";
import type { Address } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, ProblemCallout, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Callout, Facts, Panel } from "../../ui/panel.tsx";
import classes from "./cart.module.css";
import { Protected } from "./cart-summary.tsx";
import { type Change, type Couriers, optionOf, sumOf, totalOf } from "./selection.ts";
import { SellersShipping } from "./sellers-shipping.tsx";

type Given = {
  parts: CartPart[];
  /** What the address fields are: another feature's part. */
  address: (values: Partial<Address>, problem: Problem | null) => React.ReactNode;
  step: (number: number, title: string) => React.ReactNode;
  values: Partial<Address>;
  couriers: Couriers;
  asking: boolean;
  problem: Problem | null;
  changes: Change[];
  idempotencyKey: string;
};

/** Address, a courier for each seller's parcel, and what all of it comes to, in one form. */
export function CartCheckoutForm({ parts, address, step, values, asking, problem, changes, ...given }: Given) {
  const { t } = useTranslation();
  const [couriers, setCouriers] = useState<Couriers>(given.couriers);
  const priced = parts.filter(({ shipping }) => shipping !== null);
  const choose = (seller: string, courier: string) => setCouriers((now) => ({ ...now, [seller]: courier }));
  return (
    <Form method="post" className={classes.cart}>
      <IdempotencyField value={given.idempotencyKey} />
      <input type="hidden" name="currency" value={parts[0]?.lines[0]?.unitPrice.currency ?? ""} />
      <div className={classes.column}>
        {problem ? <ProblemCallout problem={problem} /> : null}
        {changes.length > 0 ? <Changes changes={changes} /> : null}
        <Panel title={step(1, t("checkout.address"))}>{address(values, problem)}</Panel>
        <Panel title={step(2, t("cart.shippingTitle"))}>
          <div aria-live="polite" aria-busy={asking}>
            {parts.map((part) => (
              <SellersShipping
                key={part.seller.id}
                part={part}
                asking={asking}
                courier={optionOf(part, couriers)?.courier ?? null}
                choose={(courier) => choose(part.seller.id, courier)}
              />
            ))}
          </div>
          <p style={{ marginBlockStart: "var(--space-4)" }}>
            <SubmitButton busy={asking} variant="default" size="sm" name="intent" value="rates">
              {t("cart.askCouriers")}
            </SubmitButton>
          </p>
        </Panel>
      </div>
      <div className={classes.sticky}>
        <Panel title={step(3, t("checkout.review"))}>
          <Bill parts={priced} couriers={couriers} complete={priced.length === parts.length} />
        </Panel>
        <Protected />
      </div>
    </Form>
  );
}

function Changes({ changes }: { changes: Change[] }) {
  const { t } = useTranslation();
  return (
    <Callout tone="wait" role="alert" icon={<AlertIcon />} title={t("cart.changedTitle")}>
      <ul className={classes.changes}>
        {changes.map(({ seller, name, before, now }) => (
          <li key={seller}>
            <bdi>{name}</bdi>:{" "}
            <s>
              <Money value={before} exact />
            </s>{" "}
            <strong>
              <Money value={now} exact />
            </strong>
          </li>
        ))}
      </ul>
    </Callout>
  );
}

function Bill({ parts, couriers, complete }: { parts: CartPart[]; couriers: Couriers; complete: boolean }) {
  const { t } = useTranslation();
  const busy = useNavigation().formData?.get("intent") === "place";
  const total = totalOf(parts, couriers);
  const options = parts.flatMap((part) => optionOf(part, couriers) ?? []);
  if (!total || !complete) return <Callout>{t("cart.chooseFirst")}</Callout>;
  const sum = (of: (amounts: CartOption["amounts"]) => CartOption["amounts"]["total"]) =>
    sumOf(options.map(({ amounts }) => of(amounts)));
  const rows = [
    { key: "goods", value: sum(({ goods }) => goods), always: true },
    { key: "shipping", value: sum(({ shipping }) => shipping), always: true },
    { key: "tax", value: sum(({ tax }) => tax), always: false },
    { key: "buyerFee", value: sum(({ buyerFee }) => buyerFee), always: false },
  ];
  return (
    <>
      <Facts
        rows={[
          ...rows.flatMap(({ key, value, always }) =>
            value && (always || value.amount > 0)
              ? [{ key, name: t(`amounts.${key}`), value: <Money value={value} exact /> }]
              : [],
          ),
          { key: "total", name: t("amounts.total"), value: <Money value={total} exact />, strong: true },
        ]}
      />
      <p className={classes.soft}>{t("cart.ordersOf", { count: parts.length })}</p>
      <p style={{ marginBlock: "var(--space-4) var(--space-3)" }}>
        <SubmitButton busy={busy} size="lg" fullWidth name="intent" value="place">
          {t("cart.place")}
        </SubmitButton>
      </p>
      <p className={classes.soft}>{t("checkout.afterPay")}</p>
    </>
  );
}
