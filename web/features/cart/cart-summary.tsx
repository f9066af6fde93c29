import { Form, Link, useNavigation } from "react-router";
import type { Cart } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { DaysOff } from "../../ui/days-off.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { SubmitButton } from "../../ui/forms.tsx";
import { CartIcon, ClockIcon, LockIcon, ReturnIcon, ShieldIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { Callout, EmptyState, Facts, Panel } from "../../ui/panel.tsx";
import classes from "./cart.module.css";
import { canBeBought, goodsOf } from "./selection.ts";

/** What it comes to so far, and the way on. */
export function CartSummary({ cart, postcode }: { cart: Cart; postcode: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const goods = goodsOf(cart);
  const buyable = cart.sellers.filter(canBeBought);
  const left = cart.sellers.length - buyable.length;
  return (
    <div className={classes.sticky}>
      <Panel title={t("cart.summary")}>
        <Facts
          rows={[
            {
              key: "goods",
              name: t("amounts.goods"),
              value: goods ? <Money value={goods} exact /> : t("cart.severalCurrencies"),
            },
            {
              key: "total",
              name: t("cart.totalWithDelivery"),
              value: cart.total ? <Money value={cart.total} exact /> : t("cart.needsPostcode"),
              strong: Boolean(cart.total),
            },
          ]}
        />
        <PostcodeForm postcode={postcode} />
        {left > 0 && buyable.length > 0 ? (
          <Callout tone="wait">
            <p>{t("cart.someLeft", { count: left })}</p>
          </Callout>
        ) : null}
        {buyable.length > 0 ? (
          <p style={{ marginBlockStart: "var(--space-4)" }}>
            <Button
              component={Link}
              to={to(`/cart/checkout${postcode ? `?postcode=${postcode}` : ""}`)}
              size="lg"
              fullWidth
            >
              {t("cart.checkout")}
            </Button>
          </p>
        ) : (
          <Callout tone="bad">
            <p>{t("cart.nothingBuyable")}</p>
          </Callout>
        )}
      </Panel>
      <Protected />
    </div>
  );
}

function PostcodeForm({ postcode }: { postcode: string }) {
  const { t } = useTranslation();
  const busy = useNavigation().state === "loading";
  return (
    <Form method="get" className={classes.postcode} preventScrollReset>
      <TextInput
        name="postcode"
        label={t("shipping.postcode")}
        defaultValue={postcode}
        inputMode="numeric"
        autoComplete="postal-code"
        pattern="[1-9][0-9]{5}"
        maxLength={6}
        required
        withAsterisk={false}
        size="md"
        dir="ltr"
      />
      <SubmitButton busy={busy} variant="default">
        {t("shipping.show")}
      </SubmitButton>
    </Form>
  );
}

const PROMISES = [
  { key: "held", icon: LockIcon },
  { key: "apart", icon: ShieldIcon },
  { key: "late", icon: ClockIcon },
  { key: "wrong", icon: ReturnIcon },
] as const;

/** What the escrow does for a purchase of several orders. */
export function Protected() {
  const { t } = useTranslation();
  return (
    <Panel title={t("cart.protectedTitle")} quiet>
      <ul className={classes.protected}>
        {PROMISES.map(({ key, icon: Icon }) => (
          <li key={key}>
            <Icon size={18} />
            <span>{t(`cart.protected.${key}`)}</span>
          </li>
        ))}
      </ul>
      <DaysOff />
    </Panel>
  );
}

export function EmptyCart() {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <EmptyState title={t("cart.emptyTitle")} icon={<CartIcon size={26} />}>
      <p>{t("cart.emptyText")}</p>
      <Button component={Link} to={to("/browse")}>
        {t("home.browse")}
      </Button>
    </EmptyState>
  );
}
