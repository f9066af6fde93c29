import { Link } from "react-router";
import type { Project } from "../../api/projects.ts";
import type { Text } from "../../api/types.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { Countdown } from "../../ui/countdown.tsx";
import { Confirmed } from "../../ui/forms.tsx";
import { ArrowIcon, ClockIcon, DocumentIcon, LockIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Facts, Panel } from "../../ui/panel.tsx";
import { ProjectBadge } from "./badges.tsx";
import { ConfirmForm } from "./confirm-form.tsx";
import { Budget, CommandButton } from "./parts.tsx";
import { Skills } from "./project-list.tsx";
import classes from "./projects.module.css";

/** What is to be made, in the client's own words. */
export function Brief({ project, category }: { project: Project; category: Text | null }) {
  const { t } = useTranslation();
  const { say } = useLocale();
  const { description, skills } = project;
  return (
    <Panel title={t("projects.workTitle")} icon={<DocumentIcon />}>
      <p className={classes.said} dir="auto">
        {description}
      </p>
      {category || skills.length > 0 ? <Skills category={category && say(category)} skills={skills} /> : null}
    </Panel>
  );
}

/** Budget, time and state, beside the brief. */
export function BriefFacts({ project, now }: { project: Project; now: string }) {
  const { t } = useTranslation();
  const { budget, closesAt, publishedAt, state, client } = project;
  return (
    <Panel title={t("projects.facts")} icon={<ClockIcon />}>
      <Facts
        rows={[
          { key: "budget", name: t("projects.budget"), value: <Budget of={budget} />, strong: true },
          { key: "state", name: t("projects.stateName"), value: <ProjectBadge state={state} /> },
          { key: "until", name: t("projects.until"), value: <Moment at={closesAt} /> },
          ...(state === "open"
            ? [{ key: "left", name: t("projects.left"), value: <Countdown at={closesAt} now={now} /> }]
            : []),
          ...(publishedAt
            ? [{ key: "since", name: t("projects.since"), value: <Moment at={publishedAt} shape="day" /> }]
            : []),
          ...(client ? [{ key: "client", name: t("projects.client"), value: <bdi>{client.name}</bdi> }] : []),
        ]}
      />
    </Panel>
  );
}

/** How the money is kept, said before anybody offers or accepts anything. */
export function Protected() {
  const { t } = useTranslation();
  return (
    <Panel title={t("projects.protection")} icon={<LockIcon />} quiet>
      <ul className={classes.promises}>
        {(["hold", "steps", "changes", "end"] as const).map((one) => (
          <li key={one}>
            <LockIcon size={16} />
            <span>{t(`projects.promise.${one}`)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What its client may do with a project. */
export function ClientActs({ project, idempotencyKey }: { project: Project; idempotencyKey: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { id, actions, contractId, state } = project;
  const given = { idempotencyKey };
  return (
    <section className={classes.now} data-mine={actions.includes("publish") || undefined} aria-labelledby="project-now">
      <h2 id="project-now">{t(`projects.now.${state}`)}</h2>
      <div className={classes.buttons}>
        {contractId ? (
          <Button component={Link} to={to(`/contracts/${contractId}`)} size="md" rightSection={<ArrowIcon />}>
            {t("projects.toContract")}
          </Button>
        ) : null}
        {actions.includes("publish") ? (
          <CommandButton intent="publish" label={t("projects.publish")} {...given} />
        ) : null}
        {actions.includes("change") ? (
          <Button component={Link} to={to(`/projects/${id}/edit`)} size="md" variant="default">
            {t("projects.edit")}
          </Button>
        ) : null}
        {actions.includes("close") ? (
          <Confirmed
            label={t(state === "draft" ? "projects.drop" : "projects.close")}
            title={t("projects.closeTitle")}
            button={{ variant: "subtle" }}
          >
            {(close) => (
              <ConfirmForm
                intent="close"
                {...given}
                close={close}
                keep={t("projects.keep")}
                send={t(state === "draft" ? "projects.drop" : "projects.close")}
                danger
              >
                <p>{t(state === "draft" ? "projects.dropText" : "projects.closeText")}</p>
              </ConfirmForm>
            )}
          </Confirmed>
        ) : null}
      </div>
    </section>
  );
}
