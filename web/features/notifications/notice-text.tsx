import { Trans, useTranslation } from "react-i18next";
import type { Notice } from "../../api/types.ts";
import { Moment } from "../../ui/moment.tsx";
import { Money } from "../../ui/money.tsx";

/** A notice in its reader's words, with the order's number, the amount and the deadline that it tells of. */
export function NoticeText({ notice }: { notice: Notice }) {
  const { i18n } = useTranslation();
  const { amount, dueAt, orderNumber, oldAccount, newAccount, payoutsFrom } = notice.params;
  const key = i18n.exists(`notice.${notice.key}`) ? `notice.${notice.key}` : "notice.generic";
  return (
    <span>
      <Trans
        i18nKey={key}
        values={{ oldAccount: apart(oldAccount), newAccount: apart(newAccount) }}
        components={{
          money: amount ? <Money value={amount} /> : <span />,
          when: payoutsFrom ? <Moment at={payoutsFrom} shape="short" /> : <span />,
        }}
      />
      {dueAt ? (
        <>
          {" "}
          <Trans i18nKey="notice.until" components={{ when: <Moment at={dueAt} shape="short" /> }} />
        </>
      ) : null}
      {orderNumber ? (
        <>
          {" · "}
          <bdi dir="ltr">{orderNumber}</bdi>
        </>
      ) : null}
    </span>
  );
}

/** Digits keep their order among words of either direction. */
const apart = (account: string | undefined): string => `\u2066${account ?? ""}\u2069`;
