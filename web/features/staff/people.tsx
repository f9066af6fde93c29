import { Form, Link } from "react-router";
import type { Person } from "../../api/staff.ts";
import { useLocale } from "../../i18n/index.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Button } from "../../ui/button.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { LockIcon, PersonIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { EmptyState, Facts, Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import classes from "./staff.module.css";

export function PeopleSearch({ words }: { words: string }) {
  const { t } = useTranslation();
  return (
    <Form key={words} method="get" role="search" aria-label={t("people.find")} className={classes.filters}>
      <TextInput
        type="search"
        name="q"
        defaultValue={words}
        maxLength={254}
        dir="auto"
        label={t("people.findLabel")}
        description={t("people.findHint")}
      />
      <div>
        <Button type="submit">{t("people.findButton")}</Button>
      </div>
    </Form>
  );
}

export function PeopleList({ people, words }: { people: readonly Person[]; words: string }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  if (people.length === 0)
    return (
      <EmptyState title={t(words ? "people.noneFound" : "people.none")} icon={<PersonIcon size={26} />}>
        {words ? <Link to="?">{t("people.all")}</Link> : <p>{t("people.noneText")}</p>}
      </EmptyState>
    );
  return (
    <ul className={classes.items}>
      {people.map((person) => (
        <li key={person.id}>
          <div className={classes.what}>
            <Link to={to(`/staff/users/${person.id}`)}>
              <bdi>{person.name}</bdi>
            </Link>
            <span className={classes.soft}>
              <bdi dir="ltr">{person.email}</bdi>
            </span>
          </div>
          <div className={classes.side}>
            <Standing person={person} />
            <span className={classes.soft}>
              {t("people.since")} <Moment at={person.registeredAt} shape="day" />
            </span>
          </div>
        </li>
      ))}
    </ul>
  );
}

function Standing({ person: { roles, suspendedAt } }: { person: Person }) {
  const { t } = useTranslation();
  const staff = roles.filter((role) => role !== "user");
  return (
    <span className={classes.roles}>
      {suspendedAt ? (
        <Badge tone="bad" icon={<LockIcon size={16} />}>
          {t("people.suspended")}
        </Badge>
      ) : null}
      {staff.map((role) => (
        <Badge key={role} tone="held" icon={<PersonIcon size={16} />}>
          {t(`people.role.${role}.name`)}
        </Badge>
      ))}
    </span>
  );
}

/** The level that everybody begins with is said in words; the others are words of the marketplace's own. */
function Level({ level }: { level: string }) {
  const { t } = useTranslation();
  return level === "standard" ? <span>{t("people.standardLevel")}</span> : <bdi dir="ltr">{level}</bdi>;
}

export function PersonFacts({ person, level }: { person: Person; level: string | null }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  const rows = [
    { key: "email", value: <bdi dir="ltr">{person.email}</bdi> },
    ...(person.phone ? [{ key: "phone", value: <bdi dir="ltr">{person.phone}</bdi> }] : []),
    { key: "language", value: t(`people.speaks.${person.language}`) },
    { key: "registered", value: <Moment at={person.registeredAt} /> },
    ...(person.suspendedAt ? [{ key: "suspended", value: <Moment at={person.suspendedAt} /> }] : []),
    ...(level === null ? [] : [{ key: "level", value: <Level level={level} /> }]),
    {
      key: "id",
      value: (
        <bdi dir="ltr" className={classes.code}>
          {person.id}
        </bdi>
      ),
    },
  ];
  return (
    <Panel title={t("people.about")} icon={<PersonIcon />} aside={<Standing person={person} />}>
      <Facts rows={rows.map((row) => ({ ...row, name: t(`people.fact.${row.key}`) }))} />
      <p className={classes.links}>
        <Link to={to(`/staff/orders?buyer=${person.id}`)}>{t("people.bought")}</Link>
        <Link to={to(`/staff/orders?seller=${person.id}`)}>{t("people.sold")}</Link>
      </p>
    </Panel>
  );
}
