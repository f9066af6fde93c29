import type { Money as Amount, Order, Outlook } from "../api/types.ts";
import { Trans } from "../i18n/words.tsx";
import classes from "./by-itself.module.css";
import { Countdown } from "./countdown.tsx";
import { ClockIcon } from "./icons.tsx";
import { Moment } from "./moment.tsx";
import { Money } from "./money.tsx";
import { useWords } from "./words.ts";

type Given = { order: Pick<Order, "kind" | "role" | "buyer" | "seller" | "now">; next: NonNullable<Outlook["next"]> };

/** What happens if nobody does anything: to whom the money goes then, and when, exactly and counted down. */
export function ByItself({ order: { kind, role, buyer, seller, now }, next }: Given) {
  const words = useWords(kind);
  const amount = (value: Amount | null | undefined) => (value ? <Money value={value} /> : <span />);
  return (
    <div className={classes.byItself}>
      <ClockIcon size={22} />
      <div>
        <p>
          <Trans
            i18nKey={words(`outlook.byItself.${next.kind}.${next.effect}.${role}`)}
            components={{
              money: amount(next.amount),
              back: amount(next.gets?.buyer),
              rest: amount(next.gets?.seller),
              when: <Moment at={next.at} />,
            }}
            values={{ seller: seller.name, buyer: buyer.name }}
          />
        </p>
        <p className={classes.left}>
          <Countdown at={next.at} now={now} />
        </p>
      </div>
    </div>
  );
}
