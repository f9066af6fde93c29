import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { CartIcon } from "../../ui/icons.tsx";
import classes from "./cart-link.module.css";

/** The way to the cart from every page, with how many things lie in it. */
export function CartLink({ pieces }: { pieces: number }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Link to={to("/cart")} className={classes.cart}>
      <span className={classes.hidden}>{t("nav.cart", { count: pieces })}</span>
      <CartIcon size={22} />
      {pieces > 0 ? (
        <span className={classes.count} aria-hidden="true">
          {pieces}
        </span>
      ) : null}
    </Link>
  );
}
