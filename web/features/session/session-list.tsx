import { useTranslation } from "react-i18next";
import { Form, useNavigation } from "react-router";
import type { Session } from "../../api/types.ts";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./session.module.css";

/** Everywhere that somebody is signed in; each can be ended, and all others at once. */
export function SessionList({ sessions, idempotencyKey }: { sessions: Session[]; idempotencyKey: string }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post">
      <IdempotencyField value={idempotencyKey} />
      <ul className={classes.rows}>
        {sessions.map(({ id, current, agent, network, lastSeenAt }) => (
          <li key={id}>
            <span>
              <bdi dir="ltr">{agent ?? t("account.unknownProgram")}</bdi>
              <small>
                {network ? <bdi dir="ltr">{network}</bdi> : null} {t("account.lastSeen")}{" "}
                <Moment at={lastSeenAt} shape="short" />
              </small>
            </span>
            {current ? (
              <Badge tone="good">{t("account.thisOne")}</Badge>
            ) : (
              <SubmitButton busy={busy} variant="default" name="session" value={id}>
                {t("account.endSession")}
              </SubmitButton>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <SubmitButton busy={busy} variant="subtle" name="intent" value="others">
          {t("account.endOthers")}
        </SubmitButton>
      ) : null}
    </Form>
  );
}
