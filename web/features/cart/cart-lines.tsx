import { Link, useFetcher } from "react-router";
import type { Problem } from "../../api/problem.ts";
import type { CartLine, CartPart } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { IdempotencyField, ProblemCallout } from "../../ui/forms.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { AlertIcon, ParcelIcon, TruckIcon } from "../../ui/icons.tsx";
import { Money, moneyInText } from "../../ui/money.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { Thumbnail } from "../../ui/picture.tsx";
import classes from "./cart.module.css";

const MOST_AT_ONCE = 20;

/** What lies in the cart of one seller: what will be one order, in one parcel. */
export function SellersLines({ part, keys }: { part: CartPart; keys: Record<string, string> }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Panel
      title={<bdi>{part.seller.name}</bdi>}
      icon={<ParcelIcon />}
      aside={<Link to={to(`/shops/${part.seller.id}`)}>{t("cart.toShop")}</Link>}
    >
      <ul className={classes.lines}>
        {part.lines.map((line) => (
          <Line key={line.id} line={line} idempotencyKey={keys[line.id] ?? ""} />
        ))}
      </ul>
      <Delivery part={part} />
    </Panel>
  );
}

type Changed = { problem: Problem | null; key: string };

function Line({ line, idempotencyKey }: { line: CartLine; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { to, say, intl } = useLocale();
  const fetcher = useFetcher<Changed>();
  const key = fetcher.data?.key ?? idempotencyKey;
  return (
    <li className={classes.line} aria-busy={fetcher.state !== "idle"}>
      {line.pictureUrl ? (
        <Thumbnail url={line.pictureUrl} width={88} />
      ) : (
        <span className={classes.noPicture}>
          <ParcelIcon />
        </span>
      )}
      <div className={classes.what}>
        <Link
          to={to(`/products/${line.productId}${line.variantId ? `?variant=${line.variantId}` : ""}`)}
          className={classes.title}
        >
          {say(line.title)}
        </Link>
        {line.choices.length > 0 ? (
          <p className={classes.soft}>
            <bdi>{line.choices.map(say).join(" · ")}</bdi>
          </p>
        ) : null}
        <p className={classes.soft}>{t("cart.each", { amount: moneyInText(line.unitPrice, intl) })}</p>
      </div>
      <p className={classes.lineTotal}>{line.total ? <Money value={line.total} exact /> : "–"}</p>
      <div className={classes.acts}>
        <fetcher.Form method="post">
          <Hidden line={line} idempotencyKey={key} />
          <Quantity line={line} submit={(form) => void fetcher.submit(form)} />
        </fetcher.Form>
        <fetcher.Form method="post">
          <Hidden line={line} idempotencyKey={key} />
          <Button
            type="submit"
            name="intent"
            value="remove"
            variant="subtle"
            size="md"
            aria-label={t("cart.removeLabel", { title: say(line.title) })}
          >
            {t("cart.remove")}
          </Button>
        </fetcher.Form>
      </div>
      <Objection line={line} problem={fetcher.data?.problem ?? null} />
    </li>
  );
}

const Hidden = ({ line, idempotencyKey }: { line: CartLine; idempotencyKey: string }) => (
  <>
    <IdempotencyField value={idempotencyKey} />
    <input type="hidden" name="line" value={line.id} />
  </>
);

/** Changes at once where there is script; else by its own button. */
function Quantity({ line, submit }: { line: CartLine; submit: (form: HTMLFormElement) => void }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const hydrated = useHydrated();
  const most = Math.max(MOST_AT_ONCE, line.quantity);
  return (
    <>
      <NativeSelect
        key={line.quantity}
        name="quantity"
        aria-label={t("cart.quantityLabel", { title: say(line.title) })}
        defaultValue={String(line.quantity)}
        size="md"
        data={Array.from({ length: most }, (_, index) => String(index + 1))}
        onChange={(event) => {
          if (event.currentTarget.form) submit(event.currentTarget.form);
        }}
      />
      {hydrated ? null : (
        <Button type="submit" variant="default" size="md">
          {t("cart.change")}
        </Button>
      )}
    </>
  );
}

/** What stands in the way of a line, or has changed about it. */
function Objection({ line, problem }: { line: CartLine; problem: Problem | null }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const before = line.priceWhenAdded;
  return (
    <div className={classes.objection} aria-live="polite">
      {problem ? <ProblemCallout problem={problem} withoutMoney /> : null}
      {line.state === "buyable" ? null : (
        <Callout tone="bad" icon={<AlertIcon />}>
          <p>{t(`cart.state.${line.state}`)}</p>
        </Callout>
      )}
      {before && line.state === "buyable" ? (
        <Callout tone="wait" icon={<AlertIcon />}>
          <p>{t("cart.priceChanged", { before: moneyInText(before, intl), now: moneyInText(line.unitPrice, intl) })}</p>
        </Callout>
      ) : null}
    </div>
  );
}

function Delivery({ part }: { part: CartPart }) {
  const { t } = useTranslation();
  const { shipping, problem } = part;
  const cheapest = shipping?.options.find(({ courier }) => courier === shipping.cheapest);
  if (!cheapest)
    return problem && problem !== "no_postcode" ? (
      <p className={classes.part}>{t(`cart.shipping.${problem}`)}</p>
    ) : null;
  return (
    <dl className={classes.part}>
      <dt>
        <TruckIcon size={18} /> {t("cart.deliveryFrom")}
      </dt>
      <dd>
        <Money value={cheapest.price} exact />
      </dd>
    </dl>
  );
}
