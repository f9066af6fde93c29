import type { Process } from "@amana/core/escrow";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { formatDuration } from "../../ui/duration.ts";
import { ArrowIcon, ClockIcon } from "../../ui/icons.tsx";
import classes from "./help.module.css";
import { disputeOf, type Silence, type Stop, stopsOf } from "./process-map.ts";

/** A process as its own data tells it: stop by stop, with everybody's ways on and what time does. */
export function ProcessMap({ process }: { process: Process }) {
  return (
    <ol className={classes.map}>
      {stopsOf(process).map((stop) => (
        <StopOnMap key={stop.status} stop={stop} />
      ))}
    </ol>
  );
}

function StopOnMap({ stop: { status, ways, silences, final } }: { stop: Stop }) {
  const { t } = useTranslation();
  return (
    <li className={classes.stop} data-final={final || undefined}>
      <h3>{t(`status.staff.${status}`)}</h3>
      {ways.length > 0 ? (
        <ul className={classes.ways}>
          {ways.map(({ by, name, to }) => (
            <li key={`${by} ${name} ${to}`}>
              <strong>{t(`play.who.${by}`)}</strong> {t(`play.move.${name}`)} <ArrowIcon size={16} />{" "}
              <span className={classes.goal}>{t(`status.staff.${to}`)}</span>
            </li>
          ))}
        </ul>
      ) : null}
      <Silences silences={silences} />
    </li>
  );
}

function Silences({ silences }: { silences: readonly Silence[] }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  return silences.map(({ after, to, effect, untracked }) => (
    <p key={`${after} ${to} ${effect}`} className={classes.silence}>
      <ClockIcon size={17} />
      <span>
        {after === 0 ? t("help.atOnce") : t("help.after", { in: formatDuration(after, intl) })}{" "}
        {t(`help.silence.${effect}`)} {untracked ? t("help.untracked") : null}
      </span>
    </p>
  ));
}

export function DisputeMap({ process }: { process: Process }) {
  const { t } = useTranslation();
  return (
    <ol className={classes.map}>
      {disputeOf(process).map(({ kind, silences }) => (
        <li key={kind} className={classes.stop}>
          <h3>{t(`help.dispute.${kind}.title`)}</h3>
          <p>{t(`help.dispute.${kind}.text`)}</p>
          <Silences silences={silences} />
        </li>
      ))}
    </ol>
  );
}
