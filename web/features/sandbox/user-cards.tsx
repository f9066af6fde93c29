import { Form, useNavigation } from "react-router";
import type { DemoUser, User } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { IdempotencyField } from "../../ui/forms.tsx";
import { ArrowIcon, CheckCircleIcon, PersonIcon } from "../../ui/icons.tsx";
import classes from "./sandbox.module.css";

/** One card for each demo person; a click signs in as that person. */
export function UserCards({
  users,
  me,
  asked,
  next,
  idempotencyKey,
}: {
  users: DemoUser[];
  me: User | null;
  asked: string | null;
  next: string | null;
  idempotencyKey: string;
}) {
  const { t, i18n } = useTranslation();
  const busy = useNavigation().state !== "idle";
  return (
    <ul className={classes.users}>
      {users.map((user) => (
        <li key={user.key}>
          <Form method="post" replace>
            <IdempotencyField value={idempotencyKey} />
            {next ? <input type="hidden" name="next" value={next} /> : null}
            <button
              type="submit"
              name="user"
              value={user.key}
              disabled={busy}
              className={classes.user}
              data-asked={user.key === asked || undefined}
            >
              <span className={classes.face}>{me?.name === user.name ? <CheckCircleIcon /> : <PersonIcon />}</span>
              <span className={classes.userText}>
                <strong>
                  <bdi>{user.name}</bdi>
                </strong>
                <span>
                  {i18n.exists(`sandbox.user.${user.key}`) ? t(`sandbox.user.${user.key}`) : user.roles.join(", ")}
                </span>
              </span>
              <ArrowIcon />
            </button>
          </Form>
        </li>
      ))}
    </ul>
  );
}
