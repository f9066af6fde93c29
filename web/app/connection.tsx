import { useEffect, useState } from "react";
import { Link, useLocation } from "react-router";
import { useLocale } from "../i18n/index.ts";
import { Trans, useTranslation } from "../i18n/words.tsx";
import { neverAsk, useInstallOffer } from "../offline/install.ts";
import { install } from "../offline/install-offer.ts";
import classes from "../offline/offline.module.css";
import { useOnline } from "../offline/online.ts";
import { sendNow, useWaiting } from "../offline/waiting.ts";
import { AlertIcon, ClockIcon, DownloadIcon, GlobeOffIcon } from "../ui/icons.tsx";
import { Moment } from "../ui/moment.tsx";
import { useOfflineGuard } from "./offline-guard.ts";
import { useServiceWorker } from "./service-worker.ts";

const TRY_AGAIN_MS = 30_000;

/** How it stands with the connection, and what waits for it. Stays at the window's lower edge while there is something to say. */
export function Connection({ me }: { me: string | null }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const online = useOnline();
  const { entries } = useWaiting();
  const mine = entries.filter(({ person }) => person === me);
  const refusedWhileOffline = useOfflineGuard(online);
  const { update, knownAt } = useServiceWorker(me, online);
  useSending(me, online, mine.length);
  const offer = useInstallOffer(me !== null, pathname);
  if (online && mine.length === 0 && !update && !offer) return null;
  return (
    <section className={classes.bar} aria-label={t("waiting.connection")}>
      {refusedWhileOffline && !online ? <NotSent key={refusedWhileOffline} /> : null}
      {online ? null : <Offline knownAt={knownAt} />}
      {mine.length > 0 ? <Waits count={mine.length} refused={mine.some(({ state }) => state === "refused")} /> : null}
      {update ? <NewVersion takeOver={update} /> : null}
      {offer ? <Install done={offer} /> : null}
    </section>
  );
}

/** When something waits it is tried at the start, when the connection is back, and again while it waits. */
function useSending(me: string | null, online: boolean, count: number): void {
  useEffect(() => {
    if (!online || me === null || count === 0) return;
    void sendNow();
    const timer = setInterval(() => void sendNow(), TRY_AGAIN_MS);
    return () => clearInterval(timer);
  }, [me, online, count]);
}

function Line({ tone, icon, role, children }: LineProps) {
  return (
    <div className={classes.line} data-tone={tone} role={role}>
      <div className={classes.lineInner}>
        {icon}
        {children}
      </div>
    </div>
  );
}

type LineProps = {
  tone?: "wait" | "bad";
  icon: React.ReactNode;
  role?: "status" | "alert";
  children: React.ReactNode;
};

function Offline({ knownAt }: { knownAt: string | null }) {
  const { t } = useTranslation();
  return (
    <Line tone="wait" role="status" icon={<GlobeOffIcon />}>
      <p>
        <strong>{t("waiting.offline")}</strong>{" "}
        {knownAt ? (
          <Trans i18nKey="waiting.knownAt" components={{ moment: <Moment at={knownAt} shape="clock" /> }} />
        ) : (
          t("waiting.offlineText")
        )}
      </p>
    </Line>
  );
}

function NotSent() {
  const { t } = useTranslation();
  return (
    <Line tone="bad" role="alert" icon={<AlertIcon />}>
      <p>
        <strong>{t("waiting.notSent")}</strong> {t("waiting.notSentText")}
      </p>
    </Line>
  );
}

function Waits({ count, refused }: { count: number; refused: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { pathname } = useLocation();
  return (
    <Line role="status" icon={<ClockIcon />}>
      <p>
        {t("waiting.count", { count })} {refused ? t("waiting.someRefused") : null}
      </p>
      {pathname === to("/waiting") ? null : <Link to={to("/waiting")}>{t("waiting.see")}</Link>}
    </Line>
  );
}

function NewVersion({ takeOver }: { takeOver: () => void }) {
  const { t } = useTranslation();
  return (
    <Line role="status" icon={<DownloadIcon />}>
      <p>{t("waiting.newVersion")}</p>
      <button type="button" onClick={takeOver}>
        {t("waiting.reload")}
      </button>
    </Line>
  );
}

/** Offered once; whoever declines is not asked again by this browser. */
function Install({ done }: { done: () => void }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const close = () => {
    neverAsk();
    done();
  };
  return (
    <Line icon={<DownloadIcon />}>
      <p>{t("waiting.installText")}</p>
      <div className={classes.lineButtons}>
        <button
          type="button"
          disabled={asking}
          onClick={() => {
            setAsking(true);
            void install().finally(close);
          }}
        >
          {t("waiting.install")}
        </button>
        <button type="button" onClick={close}>
          {t("waiting.notNow")}
        </button>
      </div>
    </Line>
  );
}
