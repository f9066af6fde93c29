import { Link } from "react-router";
import type { Conversation } from "../../api/conversations.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { MessageIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./thread.module.css";

/** Everybody whom one talks with, the newest words first. */
export function ConversationList({ conversations, me }: { conversations: readonly Conversation[]; me: string }) {
  const { t } = useTranslation();
  if (conversations.length === 0)
    return (
      <EmptyState title={t("thread.none")} icon={<MessageIcon size={26} />}>
        <p>{t("thread.noneText")}</p>
      </EmptyState>
    );
  return (
    <ul className={classes.list}>
      {conversations.map((conversation) => (
        <Row key={conversation.id} conversation={conversation} me={me} />
      ))}
    </ul>
  );
}

function Row({ conversation: { id, subject, counterpart, unread, lastMessage }, me }: RowProps) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <li className={classes.row} data-unread={unread > 0 || undefined}>
      <MessageIcon />
      <div className={classes.what}>
        <Link to={to(`/messages/${id}`)} className={classes.link}>
          <bdi>{counterpart.name}</bdi>
        </Link>
        <p className={classes.soft}>{t(`thread.about.${subject.kind}`)}</p>
        <p className={classes.preview}>
          {lastMessage.from === me ? `${t("actor.you")}: ` : null}
          <bdi>{lastMessage.text || t("thread.erased")}</bdi>
        </p>
      </div>
      <div className={classes.side}>
        <Moment at={lastMessage.at} shape="clock" />
        {unread > 0 ? <Badge tone="held">{t("thread.unread", { count: unread })}</Badge> : null}
      </div>
    </li>
  );
}

type RowProps = { conversation: Conversation; me: string };
