import type { CartOption, CartPart } from "../../api/shopping.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Choice } from "../../ui/choice.tsx";
import { Day } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";
import classes from "./cart.module.css";
import { FIELD } from "./selection.ts";

type Given = { part: CartPart; asking: boolean; courier: string | null; choose: (courier: string) => void };

/** One seller's parcel: what is in it, and who may bring it. */
export function SellersShipping({ part, asking, courier, choose }: Given) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { seller, lines, shipping, problem } = part;
  return (
    <fieldset className={classes.sellerPart} style={{ border: 0, padding: 0, marginInline: 0 }}>
      <legend style={{ padding: 0 }}>
        <strong>
          <bdi>{seller.name}</bdi>
        </strong>
      </legend>
      <ul className={classes.goods}>
        {lines.map((line) => (
          <li key={line.id}>
            {line.quantity} × {say(line.title)}
            {line.choices.length > 0 ? ` (${line.choices.map(say).join(", ")})` : ""}
          </li>
        ))}
      </ul>
      {shipping ? (
        <>
          <input type="hidden" name={FIELD.quote(seller.id)} value={shipping.quoteId} />
          {shipping.options.map((option) => (
            <Courier
              key={option.courier}
              seller={seller.id}
              option={option}
              chosen={option.courier === courier}
              choose={() => choose(option.courier)}
            />
          ))}
        </>
      ) : (
        <p className={classes.soft}>
          {asking ? t("checkout.askingCouriers") : t(`cart.shipping.${problem ?? "no_postcode"}`)}
        </p>
      )}
    </fieldset>
  );
}

type CourierGiven = { seller: string; option: CartOption; chosen: boolean; choose: () => void };

function Courier({ seller, option, chosen, choose }: CourierGiven) {
  const { t } = useTranslation();
  return (
    <>
      <input type="hidden" name={FIELD.shown(seller, option.courier)} value={option.amounts.total.amount} />
      <Choice
        name={FIELD.courier(seller)}
        value={option.courier}
        checked={chosen}
        choose={choose}
        title={t(`shipping.speed.${option.speed}`)}
        side={<Money value={option.price} exact />}
      >
        <bdi>{option.title}</bdi>
        {" · "}
        {option.expectedOn ? (
          <>
            {t("shipping.expected")} <Day on={option.expectedOn} />
          </>
        ) : (
          t("shipping.noDay")
        )}
      </Choice>
    </>
  );
}
