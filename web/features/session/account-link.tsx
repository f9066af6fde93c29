import { Link } from "react-router";
import type { User } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PersonIcon } from "../../ui/icons.tsx";
import classes from "./session.module.css";

export function AccountLink({ me }: { me: User | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <Link
      to={to(me ? "/account" : "/sign-in")}
      className={classes.account}
      aria-label={me ? t("session.signedInAs", { name: me.name }) : undefined}
    >
      <PersonIcon />
      <span className={me ? classes.name : undefined}>{me ? <bdi>{me.name}</bdi> : t("session.signIn")}</span>
    </Link>
  );
}
