import { Link } from "react-router";
import type { Dispute } from "../../api/disputes.ts";
import type { Order } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { AlertIcon, ParcelIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import classes from "./disputes.module.css";

/** What is asked for, by whom and why, with what was agreed at the sale beside it. */
export function ClaimAndTerms({ dispute, order }: { dispute: Dispute; order: Order }) {
  return (
    <div className={classes.pair}>
      <ClaimPanel dispute={dispute} />
      <TermsPanel order={order} />
    </div>
  );
}

export function ClaimPanel({ dispute }: { dispute: Dispute }) {
  const { t } = useTranslation();
  const { claims, problem, raisedBy, openedAt, amount } = dispute;
  const statement = dispute.evidence.find(({ type, side }) => type === "statement" && side === raisedBy);
  return (
    <Panel title={t("disputes.claim")} icon={<AlertIcon />}>
      <div className={classes.claim}>
        <p className={classes.problemName}>{t(`triage.problem.${problem}`)}</p>
        <ol className={classes.claims}>
          {claims.map((claim, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a claim's place is its name
            <li key={place}>
              {claims.length > 1 ? <small>{t("disputes.claimNumber", { number: place + 1 })}</small> : null}
              <strong>{t(`raise.kind.${claim.kind}`)}</strong>
              {claim.amount ? <Money value={claim.amount} exact /> : null}
              {claim.text ? (
                <p>
                  <bdi>{claim.text}</bdi>
                </p>
              ) : null}
            </li>
          ))}
        </ol>
        {statement ? (
          <p className={classes.said}>
            <bdi>{statement.text}</bdi>
          </p>
        ) : null}
        <Facts
          rows={[
            { key: "who", name: t("disputes.raised"), value: <bdi>{dispute[raisedBy].name}</bdi> },
            { key: "when", name: t("disputes.opened"), value: <Moment at={openedAt} shape="short" /> },
            { key: "amount", name: t("disputes.amount"), value: <Money value={amount} exact />, strong: true },
          ]}
        />
      </div>
    </Panel>
  );
}

function TermsPanel({ order }: { order: Order }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const facts = order.items.flatMap((item) => [...item.specifications, ...(item.variant?.choices ?? [])]);
  return (
    <Panel title={t("disputes.terms")} icon={<ParcelIcon />}>
      <div className={classes.claim}>
        {order.items.map((item) => (
          <p key={item.productId ?? order.id} className={classes.item}>
            {item.pictureUrl ? <Thumbnail url={item.pictureUrl} width={72} /> : null}
            <span>
              <strong>{say(item.title)}</strong>
              <bdi dir="ltr">
                {item.quantity} × <Money value={item.unitPrice} exact />
              </bdi>
            </span>
          </p>
        ))}
        {order.work?.requirements ? (
          <p className={classes.said}>
            <bdi>{order.work.requirements}</bdi>
          </p>
        ) : null}
        {facts.length > 0 ? (
          <Facts
            rows={facts.map(({ name, value }) => ({ key: name.en, name: say(name), value: <bdi>{say(value)}</bdi> }))}
          />
        ) : null}
        <p className={classes.soft}>{t("disputes.termsText")}</p>
        <Link to={to(`/orders/${order.id}`)} className={classes.toOrder}>
          {t("thread.see.order")}
        </Link>
      </div>
    </Panel>
  );
}
