import { useState } from "react";
import { Link, useFetcher, useLocation } from "react-router";
import type { Clock, SandboxInfo, User } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { ClockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import classes from "./sandbox.module.css";

const STEPS = [
  { advance: "PT1H", key: "hour" },
  { advance: "PT24H", key: "day" },
  { advance: "PT48H", key: "twoDays" },
  { advance: "P7D", key: "week" },
] as const;

/** The sandbox's controls: the clock that everybody shares, the simulated outside parties, and who one is. */
export function SandboxBar({ info, clock, me }: { info: SandboxInfo; clock: Clock | null; me: User | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { pathname, search } = useLocation();
  const [open, setOpen] = useState(false);
  return (
    <aside className={classes.bar} aria-label={t("sandbox.label")}>
      <div className={classes.inner}>
        <strong className={classes.tag}>{t("sandbox.label")}</strong>
        {clock ? (
          <span className={classes.clock}>
            <ClockIcon size={16} />
            <span className={classes.clockLabel}>{t("sandbox.clock")}</span> <Moment at={clock.now} shape="clock" />
          </span>
        ) : null}
        <button type="button" className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t("sandbox.controls")}
        </button>
        <div className={classes.controls} data-open={open || undefined}>
          <ClockSteps />
          <ul className={classes.links}>
            <li>
              <a href={info.links.gateway}>{t("sandbox.gateway")}</a>
            </li>
            <li>
              <a href={info.links.carrier}>{t("sandbox.carrier")}</a>
            </li>
            <li>
              <Link to={`${to("/sandbox/sign-in")}?next=${encodeURIComponent(pathname + search)}`}>
                {me ? t("sandbox.switchUser") : t("session.signIn")}
              </Link>
            </li>
          </ul>
        </div>
      </div>
    </aside>
  );
}

function ClockSteps() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const fetcher = useFetcher<{ ok: boolean }>();
  const { pathname, search } = useLocation();
  const busy = fetcher.state !== "idle";
  return (
    <fetcher.Form method="post" action={to("/sandbox/clock")} className={classes.steps}>
      <input type="hidden" name="back" value={pathname + search} />
      {STEPS.map(({ advance, key }) => (
        <button
          key={key}
          type="submit"
          name="advance"
          value={advance}
          disabled={busy}
          aria-label={t(`sandbox.advanceLabel.${key}`)}
        >
          <bdi dir="ltr">{t(`sandbox.advance.${key}`)}</bdi>
        </button>
      ))}
      <span role="status" className={classes.clockState}>
        {busy ? t("sandbox.moving") : fetcher.data?.ok === false ? t("sandbox.clockFailed") : ""}
      </span>
    </fetcher.Form>
  );
}
