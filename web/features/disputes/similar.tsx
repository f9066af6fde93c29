import type { PastCase } from "../../api/disputes.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./disputes.module.css";

/** What was decided in the last cases like this one: to compare, not to copy. */
export function SimilarCases({ cases }: { cases: readonly PastCase[] }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const percent = new Intl.NumberFormat(intl, { style: "percent" });
  return (
    <Panel title={t("pastCases.similar")} icon={<ScalesIcon />} anchor="similar">
      <div className={classes.claim}>
        <p className={classes.soft}>{t(cases.length > 0 ? "pastCases.similarText" : "pastCases.noneSimilar")}</p>
        <ul className={classes.past}>
          {cases.map(({ claims, outcome, toBuyerPercent, appealed, decidedAt }) => (
            <li key={decidedAt}>
              <strong>
                {t(`pastCases.end.${outcome}`)}
                {outcome === "split" ? (
                  <>
                    {" · "}
                    {t("pastCases.toBuyer", { percent: percent.format(toBuyerPercent / 100) })}
                  </>
                ) : null}
              </strong>
              <p className={classes.soft}>
                {t("pastCases.asked")} {claims.map((claim) => t(`raise.kind.${claim}`)).join(" · ")} ·{" "}
                <span className={classes.whole}>
                  <Moment at={decidedAt} shape="day" />
                </span>
                {appealed ? ` · ${t("pastCases.appealed")}` : null}
              </p>
            </li>
          ))}
        </ul>
      </div>
    </Panel>
  );
}
