import type { Message } from "../../api/conversations.ts";
import type { Acted } from "../../api/staff.ts";
import type { Listed, Party } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { LockIcon, MessageIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Reason, StaffAct } from "./act.tsx";
import classes from "./staff.module.css";

/** The act by which staff read what the two of an order have said to each other. */
export const READ_MESSAGES = "messages";

/** What was read, and the reason that both sides see beside it. */
export type DisclosedMessages = Listed<Message> & { reason: string };

type Given = {
  people: readonly Party[];
  told: DisclosedMessages | null;
  acted: Acted | null;
  idempotencyKey: string;
};

/** What the two have said to each other, told for a reason that both of them can read; each page of it is written down. */
export function MessagesPanel({ people, told, acted, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const given = { act: READ_MESSAGES, acted, idempotencyKey };
  return (
    <Panel title={t("thread.title")} icon={told ? <MessageIcon /> : <LockIcon />} anchor="messages">
      <div className={classes.page}>
        {told ? (
          <>
            <p className={classes.soft} role="status">
              {t("messages.told")}
            </p>
            <Messages messages={told.data} people={people} />
            {told.nextCursor ? (
              <StaffAct {...given} label={t("thread.older")}>
                {() => (
                  <>
                    <input type="hidden" name="reason" value={told.reason} />
                    <input type="hidden" name="cursor" value={told.nextCursor ?? ""} />
                  </>
                )}
              </StaffAct>
            ) : null}
          </>
        ) : (
          <>
            <p>{t("messages.text")}</p>
            <StaffAct {...given} label={t("messages.read")}>
              {(field) => <Reason {...field} longest={300} hint={t("messages.hint")} />}
            </StaffAct>
          </>
        )}
      </div>
    </Panel>
  );
}

/** The newest first, as they were written. */
function Messages({ messages, people }: { messages: readonly Message[]; people: readonly Party[] }) {
  const { t } = useTranslation();
  const nameOf = (id: string) => people.find((person) => person.id === id)?.name ?? id;
  return (
    <ul className={classes.items}>
      {messages.map(({ id, from, fromArbiter, text, attachments, at }) => (
        <li key={id}>
          <div className={classes.what}>
            <strong>{fromArbiter ? t("actor.arbiter") : <bdi>{nameOf(from)}</bdi>}</strong>
            {text === "" ? (
              <p className={classes.soft}>{t("thread.erased")}</p>
            ) : (
              <p className={classes.said}>
                <bdi>{text}</bdi>
              </p>
            )}
            {attachments.map((file) => (
              <bdi key={file.id} dir="ltr" className={classes.code}>
                {file.name}
              </bdi>
            ))}
          </div>
          <div className={classes.side}>
            <Moment at={at} shape="short" />
          </div>
        </li>
      ))}
    </ul>
  );
}
