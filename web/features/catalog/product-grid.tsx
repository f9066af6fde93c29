import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { Product } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { ParcelIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import classes from "./catalog.module.css";

export function ProductGrid({ products }: { products: Product[] }) {
  const { t } = useTranslation();
  if (products.length === 0) {
    return (
      <EmptyState title={t("catalog.emptyTitle")} icon={<ParcelIcon size={26} />}>
        <p>{t("catalog.emptyText")}</p>
      </EmptyState>
    );
  }
  return (
    <ul className={classes.grid}>
      {products.map((product, index) => (
        <ProductCard key={product.id} product={product} eager={index < 4} />
      ))}
    </ul>
  );
}

function ProductCard({ product, eager }: { product: Product; eager: boolean }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const picture = product.pictures[0];
  return (
    <li className={classes.card}>
      {picture ? (
        <img
          src={picture.url}
          alt=""
          width={800}
          height={600}
          loading={eager ? "eager" : "lazy"}
          className={classes.thumb}
        />
      ) : null}
      <div className={classes.cardText}>
        <h3>
          <Link to={to(`/products/${product.id}`)} className={classes.cardLink}>
            {say(product.title)}
          </Link>
        </h3>
        <p className={classes.seller}>
          <bdi>{product.seller.name}</bdi>
        </p>
        <p className={classes.cardPrice}>
          <Money value={product.price} />
          {product.stock === 0 ? <span className={classes.soldOut}>{t("catalog.soldOut")}</span> : null}
        </p>
      </div>
    </li>
  );
}
