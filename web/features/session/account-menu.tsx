import { Form, Link } from "react-router";
import type { User } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PersonIcon } from "../../ui/icons.tsx";
import { Menu } from "../../ui/menu.tsx";
import classes from "./session.module.css";

/** Who is signed in, with what is about themselves and the way out; the way in for everybody else. */
export function AccountMenu({ me }: { me: User | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (!me)
    return (
      <Link to={to("/sign-in")} className={classes.account}>
        <PersonIcon />
        <span>{t("session.signIn")}</span>
      </Link>
    );
  return (
    <Menu
      label={t("session.signedInAs", { name: me.name })}
      summary={
        <>
          <PersonIcon />
          <span className={classes.name} dir="auto">
            <bdi>{me.name}</bdi>
          </span>
        </>
      }
    >
      <p className={classes.who}>
        <bdi>{me.name}</bdi>
        <small>
          <bdi dir="ltr">{me.email}</bdi>
        </small>
      </p>
      <Link to={to("/account")}>{t("session.account")}</Link>
      <Link to={to("/settings")}>{t("session.settings")}</Link>
      <Form method="post" action={to("/account")}>
        <button type="submit" name="act" value="sign-out">
          {t("session.signOut")}
        </button>
      </Form>
    </Menu>
  );
}
