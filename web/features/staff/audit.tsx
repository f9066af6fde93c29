import { Form, Link } from "react-router";
import type { Acted, Disclosed, LogEntry } from "../../api/staff.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { DocumentIcon, LockIcon, SearchIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState, Facts, Panel } from "../../ui/panel.tsx";
import { Reason, StaffAct } from "./act.tsx";
import { actionsOf, FAMILIES, isWorded, pageOfSubject, readable } from "./audit-words.ts";
import classes from "./staff.module.css";

type Reader = { roles: readonly string[] } | null | undefined;
export type LogFilters = { action: string; actor: string; subject: string; from: string; to: string };

export function LogFilterForm({ shown, wrong }: { shown: LogFilters; wrong: (field: string) => boolean }) {
  const { t } = useTranslation();
  const said = (field: string) => (wrong(field) ? t(`audit.wrong.${field}`) : undefined);
  const id = { dir: "ltr", autoComplete: "off", spellCheck: false } as const;
  return (
    <Form
      key={JSON.stringify(shown)}
      method="get"
      role="search"
      aria-label={t("audit.filter")}
      className={classes.filters}
    >
      <NativeSelect name="action" label={t("audit.about")} defaultValue={shown.action}>
        <ActionOptions chosen={shown.action} />
      </NativeSelect>
      <TextInput
        name="subject"
        label={t("audit.subject")}
        defaultValue={shown.subject}
        maxLength={120}
        error={said("subject")}
        {...id}
      />
      <TextInput
        name="actor"
        label={t("audit.actor")}
        defaultValue={shown.actor}
        maxLength={40}
        error={said("actor")}
        {...id}
      />
      <TextInput type="date" name="from" label={t("audit.from")} defaultValue={shown.from} />
      <TextInput type="date" name="to" label={t("audit.to")} defaultValue={shown.to} />
      <div>
        <Button type="submit">{t("audit.filterButton")}</Button>
      </div>
    </Form>
  );
}

/** Kinds of what is done and each thing that may be, by their words; what was asked for by a name without words stays. */
function ActionOptions({ chosen }: { chosen: string }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const families = FAMILIES.map((value) => ({ value, label: t(`audit.family.${value}`) }));
  return (
    <>
      <option value="">{t("audit.everything")}</option>
      {families
        .toSorted((a, b) => a.label.localeCompare(b.label, intl))
        .map(({ value, label }) => (
          <optgroup key={value} label={label}>
            <option value={value}>{t("audit.allOf", { family: label })}</option>
            {actionsOf(value).map((action) => (
              <option key={action} value={action}>
                {t(`audit.action.${action}`)}
              </option>
            ))}
          </optgroup>
        ))}
      {chosen && !FAMILIES.includes(chosen) && !isWorded(chosen) ? <option value={chosen}>{chosen}</option> : null}
    </>
  );
}

export function LogList({ entries, filtered }: { entries: readonly LogEntry[]; filtered: boolean }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (entries.length === 0)
    return (
      <EmptyState title={t(filtered ? "audit.noneFound" : "audit.none")} icon={<DocumentIcon size={26} />}>
        {filtered ? <Link to="?">{t("audit.clear")}</Link> : <p>{t("audit.noneText")}</p>}
      </EmptyState>
    );
  return (
    <ul className={classes.items}>
      {entries.map(({ id, number, at, actor, action, subject, reason }) => (
        <li key={id}>
          <div className={classes.what}>
            <Link to={to(`/staff/audit/${id}`)}>
              <ActionName action={action} />
            </Link>
            <span className={classes.codes}>
              <Code text={action} />
              <Code text={subject} />
            </span>
            {reason ? (
              <p>
                <bdi>{reason}</bdi>
              </p>
            ) : null}
          </div>
          <div className={classes.side}>
            <Moment at={at} shape="short" />
            <span className={classes.soft}>
              <bdi dir="ltr">{actor}</bdi> · <bdi dir="ltr">{`#${number}`}</bdi>
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What was done in words; as the log writes it where there are none. */
export function ActionName({ action }: { action: string }) {
  const { t } = useTranslation();
  return isWorded(action) ? t(`audit.action.${action}`) : <bdi dir="ltr">{action}</bdi>;
}

export function EntryFacts({ entry, reader }: { entry: LogEntry; reader: Reader }) {
  const { t } = useTranslation();
  const rows = [
    { key: "at", value: <Moment at={entry.at} /> },
    { key: "number", value: <bdi dir="ltr">{`#${entry.number}`}</bdi> },
    { key: "actor", value: <Named name={entry.actor} id={entry.actorId} reader={reader} /> },
    { key: "subject", value: <Named name={entry.subject} id={entry.subject} reader={reader} /> },
    { key: "action", value: <Code text={entry.action} /> },
    ...(entry.reason ? [{ key: "reason", value: <bdi>{entry.reason}</bdi> }] : []),
    ...(entry.via ? [{ key: "via", value: <Code text={entry.via} /> }] : []),
  ];
  return (
    <Panel title={t("audit.entry")} icon={<DocumentIcon />}>
      <div className={classes.page}>
        <Facts rows={rows.map((row) => ({ ...row, name: t(`audit.fact.${row.key}`) }))} />
        <h3>{t("audit.detail")}</h3>
        <Raw text={readable(entry.detail)} />
      </div>
    </Panel>
  );
}

const Code = ({ text }: { text: string }) => (
  <bdi dir="ltr" className={classes.code}>
    {text}
  </bdi>
);

const Raw = ({ text }: { text: string }) => (
  <pre className={classes.raw} dir="ltr">
    {text}
  </pre>
);

function Named({ name, id, reader }: { name: string; id: string | null; reader: Reader }) {
  const { to } = useLocale();
  const page = id && pageOfSubject(id, reader);
  const code = <Code text={id && id !== name ? `${name} ${id}` : name} />;
  return page ? <Link to={to(page)}>{code}</Link> : code;
}

/** What the entry commits to is told for a reason that the person can read too. */
export function Disclosure({
  entry,
  acted,
  told,
  idempotencyKey,
}: {
  entry: LogEntry;
  acted: Acted | null;
  told: Disclosed | null;
  idempotencyKey: string;
}) {
  const { t } = useTranslation();
  if (entry.commitsTo.length === 0) return null;
  return (
    <Panel title={t("audit.kept")} icon={told ? <SearchIcon /> : <LockIcon />} anchor="kept">
      {told ? (
        <div className={classes.page} role="status">
          {told.kept.length === 0 ? <p>{t("audit.forgotten")}</p> : null}
          {told.kept.map(({ what, personId, text }) => (
            <div key={what} className={classes.page}>
              <h3>{t(`audit.keeps.${what}`)}</h3>
              <Code text={personId} />
              <Raw text={readable(text)} />
            </div>
          ))}
          <p className={classes.soft}>{t("audit.toldText")}</p>
        </div>
      ) : (
        <div className={classes.page}>
          <p>{t("audit.keptText", { what: entry.commitsTo.map((one) => t(`audit.keeps.${one}`)).join(" · ") })}</p>
          <StaffAct act="disclose" acted={acted} idempotencyKey={idempotencyKey} label={t("audit.disclose")}>
            {(field) => <Reason {...field} longest={300} hint={t("audit.discloseHint")} />}
          </StaffAct>
        </div>
      )}
    </Panel>
  );
}
