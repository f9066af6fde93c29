import { Form, Link, useNavigation } from "react-router";
import type { Notice } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField, SubmitButton } from "../../ui/forms.tsx";
import { BellIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { NoticeText } from "./notice-text.tsx";
import classes from "./notifications.module.css";

export function NoticeList({ notices }: { notices: Notice[] }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (notices.length === 0) {
    return (
      <EmptyState title={t("notice.emptyTitle")} icon={<BellIcon size={26} />}>
        <p>{t("notice.emptyText")}</p>
      </EmptyState>
    );
  }
  return (
    <ul className={classes.list}>
      {notices.map((notice) => (
        <li key={notice.id} className={classes.notice} data-unread={notice.readAt ? undefined : true}>
          <Link to={to(notice.page)}>
            <NoticeText notice={notice} />
          </Link>
          <small>
            {notice.readAt ? null : <strong>{t("notice.new")} · </strong>}
            <Moment at={notice.at} shape="short" />
          </small>
        </li>
      ))}
    </ul>
  );
}

export function MarkAllRead({ idempotencyKey }: { idempotencyKey: string }) {
  const { t } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post">
      <IdempotencyField value={idempotencyKey} />
      <SubmitButton busy={busy} variant="default" size="sm">
        {t("notice.markRead")}
      </SubmitButton>
    </Form>
  );
}
