import type { Entry } from "../../api/finance.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { EntryList } from "../../ui/entries.tsx";
import classes from "./finance.module.css";

/** The entries of a posting that is to be made or has been made, with the reason that is kept beside it. */
export function Outcome({
  entries,
  reason,
  noMoney,
}: {
  entries: Entry[];
  reason: string | undefined;
  /** What is said where there are no entries. */
  noMoney?: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      {entries.length > 0 ? <EntryList entries={entries} signed /> : <p>{noMoney ?? t("preview.noMoney")}</p>}
      {entries.some(({ account }) => account.startsWith("clearing:")) ? (
        <p className={classes.soft}>{t("preview.clearingNote")}</p>
      ) : null}
      {reason ? (
        <p className={classes.soft}>
          {t("preview.reason")}: <bdi>{reason}</bdi>
        </p>
      ) : null}
    </>
  );
}
