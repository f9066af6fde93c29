import { useLocation } from "react-router";
import { useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import { ProblemCallout } from "../ui/forms.tsx";
import { ClockIcon } from "../ui/icons.tsx";
import { Moment } from "../ui/moment.tsx";
import type { Kept } from "./entry.ts";
import classes from "./offline.module.css";
import { useOnline } from "./online.ts";
import { takeBack, useWaiting } from "./waiting.ts";

/** How it stands with something that waits: on its way, waiting for what, or refused and why. */
export function WaitingState({ one, again }: { one: Kept; again?: (one: Kept) => void }) {
  const { t } = useTranslation();
  if (one.state === "waiting") return <Standing one={one} />;
  return (
    <div className={classes.refused}>
      {one.problem ? <ProblemCallout problem={one.problem} withoutMoney={one.kind !== "dispatch"} /> : null}
      <p className={classes.buttons}>
        {again ? (
          <button
            type="button"
            onClick={() => {
              again(one);
              void takeBack(one.place);
            }}
          >
            {t("waiting.again")}
          </button>
        ) : null}
        <button type="button" onClick={() => void takeBack(one.place)}>
          {t("waiting.discard")}
        </button>
      </p>
    </div>
  );
}

function Standing({ one }: { one: Kept }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { pathname } = useLocation();
  const online = useOnline();
  const { standstill } = useWaiting();
  const signIn = online && standstill === "sign_in";
  const waits = !online || standstill !== "nothing";
  return (
    <p className={classes.standing}>
      <ClockIcon size={16} />
      <span>
        {t(signIn ? "waiting.signIn" : waits ? "waiting.waits" : "waiting.sending")} ·{" "}
        <Moment at={one.at} shape="short" />
      </span>
      {signIn ? <a href={`${to("/sign-in")}?next=${encodeURIComponent(pathname)}`}>{t("waiting.signInLink")}</a> : null}
    </p>
  );
}

/** Something that waits, with what it says. */
export function WaitingCard({
  one,
  children,
  again,
}: {
  one: Kept;
  children?: React.ReactNode;
  again?: (one: Kept) => void;
}) {
  const { t } = useTranslation();
  return (
    <article className={classes.card} data-state={one.state}>
      <p className={classes.what}>
        <strong>{t(`waiting.kind.${one.kind}`)}</strong> {one.about ? <bdi>{one.about}</bdi> : null}
      </p>
      {one.fields.text ? (
        <p className={classes.text}>
          <bdi>{one.fields.text}</bdi>
        </p>
      ) : null}
      {one.files.length + one.fileIds.length > 0 ? (
        <p className={classes.soft}>{t("waiting.files", { count: one.files.length + one.fileIds.length })}</p>
      ) : null}
      <WaitingState one={one} {...(again && { again })} />
      {children}
    </article>
  );
}
