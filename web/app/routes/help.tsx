import { PROCESSES } from "@amana/core/escrow";
import { Link } from "react-router";
import classes from "../../features/help/help.module.css";
import { TOPICS, type Topic } from "../../features/help/topics.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import {
  BriefcaseIcon,
  ClockIcon,
  CoinIcon,
  FileIcon,
  HandshakeIcon,
  ParcelIcon,
  PersonIcon,
  ScalesIcon,
  ShieldIcon,
} from "../../ui/icons.tsx";
import { PageTitle } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

/** By the name of the process; a process without a picture of its own stands under a handshake. */
const PROCESS_ICONS: Record<string, typeof ScalesIcon> = {
  shipped_goods: ParcelIcon,
  digital_goods: FileIcon,
  service: BriefcaseIcon,
  milestone: HandshakeIcon,
  disputes: ScalesIcon,
};

const ICONS = { buyer: PersonIcon, seller: CoinIcon, operator: ShieldIcon } as const satisfies Record<Topic, unknown>;

export default function Help() {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <>
      <PageMeta title={t("help.title")} description={t("help.lead")} />
      <PageTitle>{t("help.title")}</PageTitle>
      <p className={classes.lead}>{t("help.lead")}</p>
      <ul className={classes.cards}>
        {TOPICS.map((topic) => {
          const Icon = ICONS[topic];
          return (
            <li key={topic}>
              <Link className={classes.card} to={to(`/help/${topic}`)}>
                <Icon size={26} />
                <strong>{t(`help.topic.${topic}.title`)}</strong>
                <span>{t(`help.topic.${topic}.text`)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      <h2 className={classes.heading}>{t("help.processes")}</h2>
      <ul className={classes.cards}>
        {[...PROCESSES.map(({ name }) => name), "disputes"].map((name) => {
          const Icon = PROCESS_ICONS[name] ?? HandshakeIcon;
          return (
            <li key={name}>
              <Link className={classes.card} to={to(`/help/how/${name}`)}>
                <Icon size={26} />
                <strong>{t(`help.process.${name}.title`)}</strong>
                <span>{t(`help.process.${name}.text`)}</span>
              </Link>
            </li>
          );
        })}
        <li>
          <Link className={classes.card} to={to("/play")}>
            <ClockIcon size={26} />
            <strong>{t("play.title")}</strong>
            <span>{t("play.lead")}</span>
          </Link>
        </li>
      </ul>
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
