import type { Sending } from "../../api/finance.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Outcome } from "./outcome.tsx";

/** Money that will be sent again, or was: to which account, by which entries. */
export function SendingOutcome({ sending, reason }: { sending: Sending; reason: string | undefined }) {
  const { t } = useTranslation();
  const { bankAccount, entries, status } = sending;
  return (
    <>
      <p>
        {t("withdraw.to")}{" "}
        <bdi dir="ltr">
          •••• <strong>{bankAccount.last4}</strong>
        </bdi>{" "}
        · <bdi>{bankAccount.holderName}</bdi>
      </p>
      <Outcome
        entries={entries}
        reason={reason}
        {...(status === "withheld" ? { noMoney: t("outgoing.again.withheld") } : {})}
      />
    </>
  );
}
