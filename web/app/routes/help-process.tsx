import { PROCESSES, shippedGoods } from "@amana/core/escrow";
import { data, Link, type LoaderFunctionArgs, useLoaderData } from "react-router";
import type { ProblemOutcomes } from "../../api/disputes.ts";
import { readOptional } from "../../api/server.ts";
import type { Listed } from "../../api/types.ts";
import classes from "../../features/help/help.module.css";
import { Outcomes } from "../../features/help/outcomes.tsx";
import { DisputeMap, ProcessMap } from "../../features/help/process-map.tsx";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PageTitle, Panel } from "../../ui/panel.tsx";
import { ErrorPage } from "../error-page.tsx";
import { PageMeta } from "../page-meta.tsx";

const DISPUTES = "disputes";

export async function loader(args: LoaderFunctionArgs) {
  const name = [...PROCESSES.map((process) => process.name), DISPUTES].find((one) => one === args.params.process);
  if (!name) throw data(null, { status: 404 });
  const outcomes = name === DISPUTES ? await readOptional<Listed<ProblemOutcomes>>(args, "/disputes/outcomes") : null;
  return { name, outcomes: outcomes?.data ?? [] };
}

/** How a deal goes, drawn from the process that decides about it. */
export default function HelpProcess() {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { name, outcomes } = useLoaderData<typeof loader>();
  const process = PROCESSES.find((one) => one.name === name);
  const title = t(`help.process.${name}.title`);
  return (
    <>
      <PageMeta title={title} description={t(`help.process.${name}.text`)} />
      <PageTitle eyebrow={t("help.title")}>{title}</PageTitle>
      <p className={classes.lead}>{t(`help.process.${name}.text`)}</p>
      <Panel
        title={t("help.stepByStep")}
        aside={process ? <Link to={`${to("/play")}?deal=${name}`}>{t("play.title")}</Link> : null}
      >
        {process ? <ProcessMap process={process} /> : <DisputeMap process={shippedGoods} />}
      </Panel>
      <div style={{ marginBlockStart: "var(--space-5)" }}>
        <Outcomes outcomes={outcomes} />
      </div>
      {process ? (
        <p className={classes.lead} style={{ marginBlock: "var(--space-5) 0" }}>
          {t("help.wrong")} <Link to={to(`/help/how/${DISPUTES}`)}>{t(`help.process.${DISPUTES}.title`)}</Link>
        </p>
      ) : null}
    </>
  );
}

export function ErrorBoundary() {
  return <ErrorPage />;
}
