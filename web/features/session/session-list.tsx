import type { Session } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import { ActButton, ActForm } from "./act-form.tsx";
import { deviceIn } from "./device.ts";
import classes from "./session.module.css";
import type { Standing } from "./standing.ts";

/** Everywhere that somebody is signed in; each can be ended, and all others at once. */
export function SessionList({
  sessions,
  ...given
}: {
  sessions: Session[];
  standing: Standing | null;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  return (
    <>
      <ActForm act="session" {...given}>
        <ul className={classes.rows}>
          {sessions.map(({ id, current, agent, network, lastSeenAt }) => (
            <li key={id}>
              <span>
                {agent ? (
                  <bdi dir="ltr" title={agent}>
                    {deviceIn(agent)}
                  </bdi>
                ) : (
                  t("account.unknownProgram")
                )}
                <small>
                  {network ? (
                    <>
                      <bdi dir="ltr">{network}</bdi> ·{" "}
                    </>
                  ) : null}
                  {t("account.lastSeen")} <Moment at={lastSeenAt} shape="short" />
                </small>
              </span>
              {current ? (
                <Badge tone="good">{t("account.thisOne")}</Badge>
              ) : (
                <ActButton act="session" id={id}>
                  {t("account.endSession")}
                </ActButton>
              )}
            </li>
          ))}
        </ul>
      </ActForm>
      {sessions.length > 1 ? (
        <ActForm act="other-sessions" {...given}>
          <ActButton act="other-sessions" variant="subtle">
            {t("account.endOthers")}
          </ActButton>
        </ActForm>
      ) : null}
    </>
  );
}
