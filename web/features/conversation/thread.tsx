import { useEffect, useRef } from "react";
import { Link, useFetcher } from "react-router";
import type { Message, Said, Subject } from "../../api/conversations.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import type { Kept } from "../../offline/entry.ts";
import { useLater } from "../../offline/use-later.ts";
import { WaitingState } from "../../offline/waiting-state.tsx";
import { FileLinks } from "../../ui/file-links.tsx";
import { useHydrated } from "../../ui/hydrated.tsx";
import { CheckIcon, ClockIcon, LockIcon, MessageIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Compose, type SendAnswer } from "./compose.tsx";
import { entriesOf, type Note } from "./entries.ts";
import classes from "./thread.module.css";

export type ThreadProps = {
  said: Said;
  subject: Subject;
  /** The reader's id. */
  me: string;
  /** The names of those who talk, by their ids. */
  names: Readonly<Record<string, string>>;
  notes?: readonly Note[];
  idempotencyKey: string;
  /** Where the form leads without a script, and where earlier messages are. */
  back: string;
  older?: string | null;
  title?: React.ReactNode;
  /** An arbiter speaks to both sides of a case at once. */
  asArbiter?: boolean;
  /** Said where nobody has said anything. */
  empty?: string;
  closed?: boolean;
};

/** What people say to each other about a thing, with what happened meanwhile between: one stream, newest at the end. */
export function Thread(props: ThreadProps) {
  const { t } = useTranslation();
  const { said, subject, me, notes = [], older = null, asArbiter = false, closed = false } = props;
  const fetcher = useFetcher<SendAnswer>();
  const later = useLater({
    ...{ kind: "message", person: me, lane: subject.id, about: "", purpose: "message" },
    page: props.back.replace(/^\/[a-z]{2}/, ""),
  });
  // Where nobody has spoken the steps stand in the timeline alone.
  const entries = said.messages.length === 0 ? [] : entriesOf(said.messages, notes, said.older !== null);
  return (
    <Panel anchor="messages" title={props.title ?? t("thread.title")} icon={<MessageIcon />}>
      <div className={classes.thread}>
        {older ? (
          <Link to={older} className={classes.older} preventScrollReset>
            {t("thread.older")}
          </Link>
        ) : null}
        {said.messages.length === 0 ? <p className={classes.soft}>{props.empty ?? t("thread.empty")}</p> : null}
        <ol className={classes.entries} aria-live="polite" aria-relevant="additions">
          {entries.map((entry) =>
            entry.kind === "note" ? (
              <li key={entry.note.key} className={classes.note}>
                <span>{entry.note.text}</span> · <Moment at={entry.at} shape="short" />
              </li>
            ) : (
              <Bubble key={entry.message.id} message={entry.message} me={me} names={props.names} />
            ),
          )}
          <OnItsWay fetcher={fetcher} />
          {later.mine.map((one) => (
            <StillHere key={one.key} one={one} />
          ))}
        </ol>
        {asArbiter ? null : <ReadMark said={said} me={me} />}
        {closed ? null : (
          <Compose
            fetcher={fetcher}
            conversation={said.conversation?.id ?? null}
            subject={subject}
            idempotencyKey={props.idempotencyKey}
            back={props.back}
            asArbiter={asArbiter}
            later={asArbiter ? null : later}
          />
        )}
      </div>
    </Panel>
  );
}

type Speaking = Pick<ThreadProps, "me" | "names"> & { message: Message };

function Bubble({ message, me, names }: Speaking) {
  const { t } = useTranslation();
  const mine = message.from === me;
  return (
    <li className={classes.message} data-mine={mine || undefined} data-arbiter={message.fromArbiter || undefined}>
      <p className={classes.who}>
        {message.fromArbiter ? <ScalesIcon size={16} /> : null}
        <Speaker message={message} me={me} names={names} /> · <Moment at={message.at} shape="short" />
      </p>
      {message.text === "" ? (
        <p className={classes.soft}>{t("thread.erased")}</p>
      ) : (
        <p className={classes.text}>
          <bdi>{message.text}</bdi>
        </p>
      )}
      <FileLinks files={message.attachments} />
      {message.contactsHidden ? (
        <p className={classes.hiddenNote}>
          <LockIcon size={16} /> {t("thread.hidden")}
        </p>
      ) : null}
      {mine ? (
        <p className={classes.mark}>
          <CheckIcon size={14} /> {t(message.read ? "thread.read" : "thread.sent")}
        </p>
      ) : null}
    </li>
  );
}

function Speaker({ message, me, names }: Speaking) {
  const { t } = useTranslation();
  if (message.from === me) return <strong>{t("actor.you")}</strong>;
  const name = names[message.from];
  return (
    <strong>
      {name ? <bdi>{name}</bdi> : null}
      {message.fromArbiter ? `${name ? " – " : ""}${t("actor.arbiter")}` : null}
    </strong>
  );
}

/** Written, kept by this browser, and not answered yet. */
function StillHere({ one }: { one: Kept }) {
  return (
    <li className={classes.message} data-mine="true" data-waiting="true">
      <p className={classes.text}>
        <bdi>{one.fields.text}</bdi>
      </p>
      {one.files.length > 0 ? (
        <p className={classes.soft}>
          <bdi>{one.files.map(({ name }) => name).join(", ")}</bdi>
        </p>
      ) : null}
      <WaitingState one={one} />
    </li>
  );
}

/** What is being sent at this moment; what then failed says so beside the field, with its text kept. */
function OnItsWay({ fetcher }: { fetcher: ReturnType<typeof useFetcher<SendAnswer>> }) {
  const { t } = useTranslation();
  const text = fetcher.state === "idle" ? null : fetcher.formData?.get("text");
  if (typeof text !== "string" || text === "") return null;
  return (
    <li className={classes.message} data-mine="true" data-waiting="true">
      <p className={classes.text}>
        <bdi>{text}</bdi>
      </p>
      <p className={classes.mark}>
        <ClockIcon size={14} /> {t("thread.sending")}
      </p>
    </li>
  );
}

/** Whoever has the conversation before his eyes has read it; the other sees that. */
function ReadMark({ said: { conversation, messages }, me }: Pick<ThreadProps, "said" | "me">) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const hydrated = useHydrated();
  const fetcher = useFetcher();
  const marked = useRef("");
  const newest = messages[0];
  const unread = newest && newest.from !== me && (conversation?.unread ?? 0) > 0 ? newest.id : null;
  const { submit } = fetcher;
  useEffect(() => {
    if (!conversation || !unread || marked.current === unread || document.visibilityState !== "visible") return;
    if (!navigator.onLine) return;
    marked.current = unread;
    const fields = { intent: "read", conversation: conversation.id, message: unread, alive: "1" };
    void submit(fields, { method: "post", action: to("/messages") });
  }, [conversation, unread, submit, to]);
  if (hydrated || !conversation || !unread) return null;
  return (
    <form method="post" action={to("/messages")}>
      <input type="hidden" name="intent" value="read" />
      <input type="hidden" name="conversation" value={conversation.id} />
      <input type="hidden" name="message" value={unread} />
      <button type="submit" className={classes.older}>
        {t("thread.markRead")}
      </button>
    </form>
  );
}
