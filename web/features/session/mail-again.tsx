import { useTranslation } from "../../i18n/words.tsx";
import { Panel } from "../../ui/panel.tsx";
import { AccountForm, EmailField, type Standing } from "./session-forms.tsx";

/** For whom no mail came, or whose link is old: a new one, which ends the one before. */
export function MailAgain({ standing }: { standing: Standing }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("account.againTitle")} quiet>
      <AccountForm standing={standing} label={t("account.again")} hidden={{ intent: "again" }}>
        <p>{t("account.againText")}</p>
        <EmailField standing={standing} />
      </AccountForm>
    </Panel>
  );
}
