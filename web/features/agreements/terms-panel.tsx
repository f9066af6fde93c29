import type { Agreement } from "../../api/negotiations.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { HandshakeIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ChangeList, TermList } from "../../ui/term-list.tsx";
import { changesIn } from "../../ui/terms.ts";
import classes from "./agreements.module.css";

/** The figures at a glance, and what each version has changed. */
export function AgreedTerms({ agreement }: { agreement: Agreement }) {
  const { t } = useTranslation();
  const { terms, versions } = agreement;
  const later = versions.filter(({ version }) => version > 1).reverse();
  return (
    <Panel title={t("agreement.terms")} icon={<HandshakeIcon />}>
      <TermList terms={terms} total={terms.total} />
      {later.map(({ version, agreedAt, changes }) => (
        <div key={version} className={classes.amendment} style={{ marginBlockStart: "var(--space-4)" }}>
          <p className={classes.soft}>
            {t("agreement.versionOf", { version })} · <Moment at={agreedAt} shape="short" />
          </p>
          <ChangeList changes={changesIn(changes)} />
        </div>
      ))}
    </Panel>
  );
}
