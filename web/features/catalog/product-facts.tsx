import { Button, NativeSelect } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Product } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { LockIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./catalog.module.css";

const MOST_AT_ONCE = 10;
const FEW = 5;

/** Title, price, stock, and the way to the checkout: a GET form, so that it works without script. */
export function ProductFacts({
  product,
  quantity,
  postcode,
}: {
  product: Product;
  quantity: number;
  postcode: string;
}) {
  const { t } = useTranslation();
  const { say, to } = useLocale();
  return (
    <div className={classes.column}>
      <div>
        <h1>{say(product.title)}</h1>
        <p className={classes.stock} data-few={product.stock <= FEW || undefined}>
          {t("catalog.stock", { count: product.stock })}
        </p>
      </div>
      <p className={classes.price}>
        <Money value={product.price} />
      </p>
      <p>{say(product.description)}</p>
      {product.stock > 0 ? (
        <form method="get" action={to(`/checkout/${product.id}`)} className={classes.buy}>
          {postcode ? <input type="hidden" name="postcode" value={postcode} /> : null}
          <NativeSelect
            name="quantity"
            label={t("catalog.quantity")}
            defaultValue={String(quantity)}
            size="md"
            data={Array.from({ length: Math.min(product.stock, MOST_AT_ONCE) }, (_, index) => String(index + 1))}
          />
          <Button type="submit" size="lg">
            {t("catalog.buy")}
          </Button>
        </form>
      ) : null}
      <p className={classes.secure}>
        <LockIcon size={18} /> {t("catalog.secure")}
      </p>
    </div>
  );
}

export function SellerCard({ product }: { product: Product }) {
  const { t } = useTranslation();
  return (
    <div className={classes.sellerCard}>
      <span className={classes.sellerFace} aria-hidden="true">
        {[...product.seller.name][0]}
      </span>
      <div>
        <strong>
          <bdi>{product.seller.name}</bdi>
        </strong>
        <p>
          {t("catalog.shipsFrom")} <bdi dir="ltr">{product.pickupPostcode}</bdi>
        </p>
        <p>{t("catalog.sellerPaidAfter")}</p>
      </div>
    </div>
  );
}
