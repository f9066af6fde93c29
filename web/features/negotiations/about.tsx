import { Link } from "react-router";
import type { Money as Amount, Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Money } from "../../ui/money.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import classes from "./negotiations.module.css";

type About = { id: string; title: Text; pictureUrl: string | null; choices: readonly Text[] };

/** What is talked about, with the price that the listing asks. */
export function AboutListing({ product, price, seller }: { product: About; price: Amount | null; seller: string }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  return (
    <div className={classes.about}>
      {product.pictureUrl ? <Thumbnail url={product.pictureUrl} width={96} /> : null}
      <div>
        <Link to={to(`/products/${product.id}`)}>{say(product.title)}</Link>
        {product.choices.length > 0 ? (
          <p>
            <bdi>{product.choices.map(say).join(" · ")}</bdi>
          </p>
        ) : null}
        <p className={classes.soft}>
          <bdi>{seller}</bdi>
        </p>
        {price ? (
          <p>
            {t("negotiation.listPrice")} <Money value={price} exact />
          </p>
        ) : null}
      </div>
    </div>
  );
}

const STEPS = ["agree", "pay", "sign", "receive"] as const;

/** What follows when both agree, so that nobody is surprised by a signature or a payment. */
export function WhatFollows() {
  const { t } = useTranslation();
  return (
    <Panel title={t("negotiation.follows")}>
      <ol className={classes.path}>
        {STEPS.map((step) => (
          <li key={step}>
            <div>
              <strong>{t(`negotiation.step.${step}.name`)}</strong>
              <p>{t(`negotiation.step.${step}.text`)}</p>
            </div>
          </li>
        ))}
      </ol>
    </Panel>
  );
}
