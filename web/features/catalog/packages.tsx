import { Link } from "react-router";
import type { Service } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { CheckIcon } from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./packages.module.css";

/** The packages of a service side by side: what each costs, when it is delivered, what may be changed. */
export function Packages({ service, own }: { service: Service; own: boolean }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  return (
    <section aria-labelledby="packages">
      <h2 id="packages" className={classes.title}>
        {t("shop.packages")}
      </h2>
      <ul className={classes.packages}>
        {service.packages.map(({ name, description, price, deliveryDays, revisions }, index) => (
          <li key={`${name.en} ${price.amount}`} className={classes.package}>
            <h3>{say(name)}</h3>
            <p className={classes.price}>
              <Money value={price} />
            </p>
            {description ? <p className={classes.description}>{say(description)}</p> : null}
            <ul className={classes.facts}>
              <li>
                <CheckIcon size={18} /> {t("shop.deliveryDays", { count: deliveryDays })}
              </li>
              <li>
                <CheckIcon size={18} /> {t("shop.revisions", { count: revisions })}
              </li>
            </ul>
            {own ? null : (
              <Button
                component={Link}
                to={to(`/checkout/services/${service.id}?package=${index + 1}`)}
                size="md"
                variant={index === 0 ? "filled" : "default"}
                fullWidth
                aria-label={`${t("shop.choosePackage")}: ${say(name)}`}
              >
                {t("shop.choosePackage")}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
