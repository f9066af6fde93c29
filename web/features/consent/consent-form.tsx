import { Form, useNavigation } from "react-router";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { AlertIcon, CheckIcon } from "../../ui/icons.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import classes from "./consent.module.css";

/** Who asks for what, where the answer goes, and the two answers. */
export function ConsentForm({
  me,
  client,
  host,
  scopes,
  idempotencyKey,
}: {
  me: string;
  client: string;
  host: string;
  scopes: string[];
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Panel title={t("authorize.asks", { client: isolated(client) })}>
      <div className={classes.consent}>
        <p>{t("authorize.asMe", { me: isolated(me) })}</p>
        <ul className={classes.scopes}>
          {scopes.map((scope) => (
            <li key={scope}>
              <CheckIcon />
              <ScopeText scope={scope} />
            </li>
          ))}
        </ul>
        <p>{t("authorize.never")}</p>
        <Callout tone="wait" icon={<AlertIcon />} title={t("authorize.whoTitle")}>
          <p>
            {t("authorize.whoText")} <bdi dir="ltr">{host}</bdi>
          </p>
        </Callout>
        <Form method="post" replace className={classes.answers}>
          <IdempotencyField value={idempotencyKey} />
          <SubmitButton busy={busy} name="decision" value="approve">
            {t("authorize.approve")}
          </SubmitButton>
          <SubmitButton busy={busy} name="decision" value="deny" variant="default">
            {t("authorize.deny")}
          </SubmitButton>
        </Form>
      </div>
    </Panel>
  );
}

/** Somebody else's words inside a sentence: their direction, and their brackets, stay theirs. */
const isolated = (text: string): string => `\u2068${text}\u2069`;

/** In words; a scope that has none is shown as it was asked for. */
function ScopeText({ scope }: { scope: string }) {
  const { t, i18n } = useTranslation();
  const words = `scope.${scope.replaceAll(":", "_")}`;
  return /^[a-z]+:[a-z]+$/.test(scope) && i18n.exists(words) ? (
    <span>{t(words)}</span>
  ) : (
    <bdi dir="ltr">{scope.slice(0, 60)}</bdi>
  );
}
