import { Form, Link, useNavigation } from "react-router";
import type { Party, Product, Variant } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { NativeSelect } from "../../ui/fields.tsx";
import { CartIcon, LockIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./catalog.module.css";
import { optionsOf } from "./variants.ts";

const MOST_AT_ONCE = 10;
const FEW = 5;

type Given = {
  /** With price and stock of the variant. */
  product: Product;
  variant: Variant | null;
  quantity: number;
  postcode: string;
  idempotencyKey: string;
  /** It is the reader's own: nobody buys from himself. Who only looks at it for others is not told so. */
  own: boolean | "looked-at";
};

/** Title, price, stock, what there is to choose, and the ways to the checkout and into the cart. */
export function ProductFacts({ product, variant, quantity, postcode, idempotencyKey, own }: Given) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const digital = product.kind === "digital";
  const available = digital || product.stock > 0;
  return (
    <div className={classes.column}>
      <div>
        <h1>{say(product.title)}</h1>
        {digital ? null : (
          <p className={classes.stock} data-few={product.stock <= FEW || undefined} role="status">
            {t("catalog.stock", { count: product.stock })}
          </p>
        )}
      </div>
      <p className={classes.price}>
        <Money value={product.price} />
      </p>
      <Options product={product} variant={variant} postcode={postcode} />
      {own === true ? <p className={classes.hint}>{t("shop.own")}</p> : null}
      {available && !own ? <Buy {...{ product, variant, quantity, postcode, idempotencyKey, digital }} /> : null}
      {available && !own && !digital ? <Negotiate id={product.id} variant={variant} /> : null}
      <p className={classes.secure}>
        <LockIcon size={18} /> {t("catalog.secure")}
      </p>
      <p className={classes.description}>{say(product.description)}</p>
    </div>
  );
}

/** One form, two ways on: the checkout is a page to go to; into the cart is a command, whose key its button carries. */
function Buy({
  product,
  variant,
  quantity,
  postcode,
  idempotencyKey,
  digital,
}: Omit<Given, "own"> & { digital: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { state, formMethod } = useNavigation();
  const most = digital ? MOST_AT_ONCE : Math.min(product.stock, MOST_AT_ONCE);
  return (
    <Form
      method="get"
      action={to(digital ? `/checkout/files/${product.id}` : `/checkout/${product.id}`)}
      className={classes.buy}
    >
      {postcode ? <input type="hidden" name="postcode" value={postcode} /> : null}
      {variant ? <input type="hidden" name="variant" value={variant.id} /> : null}
      <NativeSelect
        key={`${variant?.id} ${most}`}
        name="quantity"
        label={t(digital ? "shop.licences" : "catalog.quantity")}
        defaultValue={String(Math.min(quantity, most))}
        size="md"
        data={Array.from({ length: most }, (_, index) => String(index + 1))}
      />
      <Button type="submit" size="lg">
        {t("catalog.buy")}
      </Button>
      {digital ? null : (
        <Button
          type="submit"
          size="lg"
          variant="default"
          formMethod="post"
          formAction={`${to(`/products/${product.id}`)}${variant ? `?variant=${variant.id}` : ""}`}
          name="idempotencyKey"
          value={idempotencyKey}
          loading={state !== "idle" && formMethod === "POST"}
          leftSection={<CartIcon />}
        >
          {t("shop.addToCart")}
        </Button>
      )}
    </Form>
  );
}

/** Another price, for whoever wants many or knows better. */
function Negotiate({ id, variant }: { id: string; variant: Variant | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <p className={classes.negotiate}>
      {t("catalog.negotiateWhy")}{" "}
      <Link to={to(`/negotiations/new/${id}${variant ? `?variant=${variant.id}` : ""}`)} rel="nofollow">
        {t("catalog.negotiate")}
      </Link>
    </p>
  );
}

/** What the variants differ in; each value is a link to the page of that variant. */
function Options({ product, variant, postcode }: Pick<Given, "product" | "variant" | "postcode">) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const suffix = postcode ? `&postcode=${postcode}` : "";
  return optionsOf(product, variant).map(({ name, values }) => (
    <nav key={name.en} aria-label={say(name)} className={classes.option}>
      <p className={classes.optionName}>{say(name)}</p>
      <ul>
        {values.map(({ value, variant: leadsTo, chosen }) => (
          <li key={value.en}>
            <Link
              to={`?variant=${leadsTo.id}${suffix}`}
              replace
              preventScrollReset
              aria-current={chosen ? "true" : undefined}
              data-out={leadsTo.stock === 0 || undefined}
            >
              <span>{say(value)}</span>
              {leadsTo.stock === 0 ? <small>{t("catalog.soldOut")}</small> : null}
              {leadsTo.stock > 0 && leadsTo.price.amount !== product.price.amount ? (
                <small>
                  <Money value={leadsTo.price} />
                </small>
              ) : null}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  ));
}

/** Who sells it, and when he is paid. */
export function SellerCard({ seller, from, paidAfter }: { seller: Party; from?: string; paidAfter: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <div className={classes.sellerCard}>
      <span className={classes.sellerFace} aria-hidden="true">
        {[...seller.name][0]}
      </span>
      <div>
        <Link to={to(`/shops/${seller.id}`)} className={classes.sellerName}>
          <bdi>{seller.name}</bdi>
        </Link>
        {from ? (
          <p>
            {t("catalog.shipsFrom")} <bdi dir="ltr">{from}</bdi>
          </p>
        ) : null}
        <p>{paidAfter}</p>
      </div>
    </div>
  );
}
