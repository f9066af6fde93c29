import { Link } from "react-router";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Deadline } from "../../ui/countdown.tsx";
import { PencilIcon } from "../../ui/edit-icons.tsx";
import {
  AlertIcon,
  BriefcaseIcon,
  CheckCircleIcon,
  ClockIcon,
  HandshakeIcon,
  ParcelIcon,
  ReturnIcon,
  ScalesIcon,
  TruckIcon,
} from "../../ui/icons.tsx";
import { Money } from "../../ui/money.tsx";
import { EmptyState } from "../../ui/panel.tsx";
import { Badge, type Tone } from "../../ui/status-badge.tsx";
import classes from "./selling.module.css";
import type { Group, Task, TaskKind } from "./work-queue.ts";

const TONES: Record<NonNullable<Group["urgency"]>, Tone> = {
  overdue: "bad",
  critical: "bad",
  soon: "wait",
  calm: "calm",
};
const ICONS: Record<TaskKind, typeof ClockIcon> = {
  dispatch: TruckIcon,
  accept: BriefcaseIcon,
  deliver: BriefcaseIcon,
  changes: PencilIcon,
  case: ScalesIcon,
  return: ReturnIcon,
  offer: HandshakeIcon,
  rejected: AlertIcon,
  emptied: ParcelIcon,
};
const SHOWN_OF_EACH = 4;

/** What waits for the seller, group by group: how many, the first deadline, what is at stake, and the way there. */
export function WorkList({ groups, now }: { groups: readonly Group[]; now: string }) {
  const { t } = useTranslation();
  if (groups.length === 0)
    return (
      <EmptyState title={t("workplace.nothing")} icon={<CheckCircleIcon size={26} />}>
        <p>{t("workplace.nothingText")}</p>
      </EmptyState>
    );
  return (
    <ol className={classes.groups}>
      {groups.map((group) => (
        <li key={group.kind} className={classes.group} data-urgency={group.urgency ?? undefined}>
          <WorkGroup group={group} now={now} />
        </li>
      ))}
    </ol>
  );
}

function WorkGroup({ group, now }: { group: Group; now: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const { kind, count, tasks, firstDueAt, urgency, total, page } = group;
  const Icon = ICONS[kind];
  return (
    <section aria-labelledby={`todo-${kind}`}>
      <header className={classes.groupHead}>
        <span className={classes.groupIcon}>
          <Icon size={24} />
        </span>
        <div className={classes.what}>
          <h2 id={`todo-${kind}`}>{t(`workplace.task.${kind}`, { count })}</h2>
          {firstDueAt ? (
            <p className={classes.due}>
              {t("workplace.first")} <Deadline at={firstDueAt} now={now} />
            </p>
          ) : null}
          <p className={classes.soft}>{t(`workplace.why.${kind}`)}</p>
        </div>
        <div className={classes.side}>
          {urgency ? (
            <Badge tone={TONES[urgency]} icon={urgency === "calm" ? <ClockIcon size={16} /> : <AlertIcon size={16} />}>
              {t(`selling.urgency.${urgency}`)}
            </Badge>
          ) : null}
          {total ? (
            <strong className={classes.amount}>
              <Money value={total} />
            </strong>
          ) : null}
        </div>
      </header>
      {tasks.length > 0 ? (
        <ul className={classes.tasks}>
          {tasks.slice(0, SHOWN_OF_EACH).map((task) => (
            <TaskRow key={task.id} kind={kind} task={task} now={now} />
          ))}
        </ul>
      ) : null}
      {tasks.length === 0 || count > SHOWN_OF_EACH ? (
        <Link to={to(page)} className={classes.allOf}>
          {t(`workplace.all.${tasks.length === 0 ? kind : "orders"}`, { count })}
        </Link>
      ) : null}
    </section>
  );
}

function TaskRow({ kind, task, now }: { kind: TaskKind; task: Task; now: string }) {
  const { t } = useTranslation();
  const { to, say } = useLocale();
  const { title, number, person, dueAt, amount, page } = task;
  return (
    <li>
      <div className={classes.what}>
        <strong>{title ? say(title) : <bdi dir="ltr">{number}</bdi>}</strong>
        <p className={classes.soft}>
          {title && number ? (
            <>
              <bdi dir="ltr">{number}</bdi> ·{" "}
            </>
          ) : null}
          <bdi>{person}</bdi>
          {amount ? (
            <>
              {" · "}
              <Money value={amount} />
            </>
          ) : null}
        </p>
        {dueAt ? (
          <p className={classes.soft}>
            <Deadline at={dueAt} now={now} short />
          </p>
        ) : null}
      </div>
      <Link
        to={to(page)}
        className={classes.dispatchLink}
        aria-label={`${t(`workplace.do.${kind}`)}: ${number ?? (title ? say(title) : "")}`}
      >
        {t(`workplace.do.${kind}`)}
      </Link>
    </li>
  );
}
