import { type Acted, type Person, STAFF_ROLES } from "../../api/staff.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { AlertIcon, CardIcon, LockIcon, PersonIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Reason, StaffAct, type Typed } from "./act.tsx";
import classes from "./staff.module.css";

type Given = { person: Person; acted: Acted | null; idempotencyKey: string };

/** Which roles, each with what it may do; everybody stays a user. */
export function RolesForm({ person, ...given }: Given) {
  const { t } = useTranslation();
  return (
    <Panel title={t("people.roles")} icon={<PersonIcon />} anchor="roles">
      <StaffAct act="roles" {...given} label={t("people.rolesSave")}>
        {(field) => (
          <>
            <p className={classes.soft}>{t("people.rolesHint")}</p>
            <fieldset className={classes.checks}>
              <legend className={classes.hidden}>{t("people.roles")}</legend>
              {STAFF_ROLES.map((role) => (
                <label key={role} className={classes.check}>
                  <input type="checkbox" name={`role.${role}`} defaultChecked={has(person, field, role)} />
                  <span>
                    <strong>{t(`people.role.${role}.name`)}</strong>
                    <small>{t(`people.role.${role}.may`)}</small>
                  </span>
                </label>
              ))}
            </fieldset>
            <Reason {...field} longest={500} />
          </>
        )}
      </StaffAct>
    </Panel>
  );
}

const wrong = ({ errorOf }: Typed, field: string, words: string): string | undefined =>
  errorOf(field) === undefined ? undefined : words;

/** As it was chosen in a form that came back, else as it is. */
const has = ({ roles }: Person, { typed }: Typed, role: string): boolean =>
  Object.keys(typed).length > 0 ? typed[`role.${role}`] !== undefined : roles.includes(role);

export function SuspensionForm({ person, ...given }: Given) {
  const { t } = useTranslation();
  const act = person.suspendedAt ? "reinstate" : "suspend";
  return (
    <Panel title={t(`people.${act}.title`)} icon={<LockIcon />} anchor="suspension">
      <StaffAct
        key={act}
        act={act}
        {...given}
        label={t(`people.${act}.do`)}
        variant={act === "suspend" ? "danger" : "default"}
      >
        {(field) => (
          <>
            <p className={classes.soft}>{t(`people.${act}.text`)}</p>
            <Reason {...field} longest={500} />
          </>
        )}
      </StaffAct>
    </Panel>
  );
}

export function LevelForm({ level, ...given }: Omit<Given, "person"> & { level: string }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("people.level.title")} icon={<CardIcon />} anchor="level">
      <StaffAct act="level" {...given} label={t("people.level.do")}>
        {(field) => (
          <>
            <p className={classes.soft}>{t("people.level.text")}</p>
            <TextInput
              name="level"
              label={t("people.fact.level")}
              description={t("people.level.hint")}
              required
              withAsterisk={false}
              pattern="[a-z0-9][a-z0-9\-]{0,59}"
              maxLength={60}
              dir="ltr"
              autoComplete="off"
              defaultValue={field.typed.level ?? level}
              error={wrong(field, "level", t("people.level.hint"))}
            />
            <Reason {...field} longest={300} />
          </>
        )}
      </StaffAct>
    </Panel>
  );
}

/** Behind the person's own address, typed out: nobody is forgotten by a slip. */
export function EraseForm({ person, acted, idempotencyKey }: Given) {
  const { t } = useTranslation();
  const isStaff = person.roles.some((role) => role !== "user");
  return (
    <Panel title={t("people.erase.title")} icon={<AlertIcon />} anchor="erase">
      <div className={classes.page}>
        <p>{t("people.erase.goes")}</p>
        <p>{t("people.erase.stays")}</p>
        <p className={classes.soft}>{t(isStaff ? "people.erase.staff" : "people.erase.refused")}</p>
        {isStaff ? null : (
          <details className={classes.act} open={acted?.act === "erase" || undefined}>
            <summary>{t("people.erase.open")}</summary>
            <StaffAct
              act="erase"
              acted={acted}
              idempotencyKey={idempotencyKey}
              label={t("people.erase.do")}
              variant="danger"
            >
              {(field) => (
                <>
                  <TextInput
                    name="confirmEmail"
                    label={t("people.erase.confirm")}
                    description={<bdi dir="ltr">{person.email}</bdi>}
                    required
                    withAsterisk={false}
                    dir="ltr"
                    autoComplete="off"
                    defaultValue={field.typed.confirmEmail ?? ""}
                    error={wrong(field, "confirmEmail", t("people.erase.confirmWrong"))}
                  />
                  <Reason {...field} longest={300} hint={t("people.erase.reasonHint")} />
                </>
              )}
            </StaffAct>
          </details>
        )}
      </div>
    </Panel>
  );
}
