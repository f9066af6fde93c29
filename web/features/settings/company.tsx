import type { Problem } from "../../api/problem.ts";
import { type Company, type Invitation, MEMBER_ROLES, type Member } from "../../api/settings.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { useFieldError } from "../../ui/forms.tsx";
import { BriefcaseIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Badge } from "../../ui/status-badge.tsx";
import { type Given, SettingButton, SettingForm, savedBy } from "./setting-form.tsx";
import classes from "./settings.module.css";

export type WithPeople = { company: Company; members: Member[]; invitations: Invitation[] };

const LEADS = ["owner", "manager"];

/** A company of the reader's: who belongs to it, who is invited, and what they may change of that. */
export function CompanyPanel({
  of: { company, members, invitations },
  me,
  ...given
}: Given & { of: WithPeople; me: string }) {
  const { t } = useTranslation();
  const leads = LEADS.includes(company.role);
  return (
    <Panel
      title={<bdi>{company.legalName}</bdi>}
      icon={<BriefcaseIcon />}
      aside={<Badge tone="calm">{t(`settings.role.${company.role}`)}</Badge>}
    >
      <div className={classes.stack}>
        <p className={classes.soft}>
          <bdi dir="ltr">{company.country}</bdi>
          {company.taxNumber ? (
            <>
              {" · "}
              {t("settings.taxNumber")} <bdi dir="ltr">{company.taxNumber}</bdi>
            </>
          ) : null}
        </p>
        {company.role === "owner" ? <Details company={company} {...given} /> : null}
        <h3>{t("settings.members")}</h3>
        <ul className={classes.rows}>
          {members.map((member) => (
            <li key={member.userId}>
              <MemberRow member={member} company={company} mayChange={leads && member.userId !== me} {...given} />
            </li>
          ))}
        </ul>
        {leads ? <Invitations company={company} invitations={invitations} {...given} /> : null}
        <SettingForm act="leave" of={company.id} className="" {...given}>
          <SettingButton act="leave" of={company.id}>
            {t("settings.leave")}
          </SettingButton>
        </SettingForm>
      </div>
    </Panel>
  );
}

function MemberRow({
  member,
  company,
  mayChange,
  ...given
}: Given & { member: Member; company: Company; mayChange: boolean }) {
  const { t } = useTranslation();
  const { userId, name, role, joinedAt } = member;
  const fields = { company: company.id };
  return (
    <div className={classes.between}>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <p className={classes.soft}>
          {t(`settings.role.${role}`)} · {t("settings.since")} <Moment at={joinedAt} shape="day" />
        </p>
      </div>
      {mayChange ? (
        <div className={classes.inline}>
          <SettingForm act="role" of={userId} fields={fields} className={classes.inline} {...given}>
            <NativeSelect name="role" aria-label={`${t("settings.roleOf")} ${name}`} defaultValue={role}>
              <Roles />
            </NativeSelect>
            <SettingButton act="role" of={userId}>
              {t("settings.change")}
            </SettingButton>
          </SettingForm>
          <SettingForm act="member-end" of={userId} fields={fields} className="" {...given}>
            <SettingButton act="member-end" of={userId}>
              {t("settings.remove")}
            </SettingButton>
          </SettingForm>
        </div>
      ) : null}
    </div>
  );
}

function Roles() {
  const { t } = useTranslation();
  return MEMBER_ROLES.map((role) => (
    <option key={role} value={role}>
      {t(`settings.role.${role}`)}
    </option>
  ));
}

function Invitations({ company, invitations, ...given }: Given & { company: Company; invitations: Invitation[] }) {
  const { t } = useTranslation();
  const mine = savedBy(given.saved, "invite", company.id);
  const errorOf = useFieldError(mine?.problem ?? null);
  return (
    <>
      <h3>{t("settings.invitations")}</h3>
      {invitations.length > 0 ? (
        <ul className={classes.rows}>
          {invitations.map(({ id, email, role, expiresAt }) => (
            <li key={id} className={classes.between}>
              <div>
                <bdi dir="ltr">{email}</bdi>
                <p className={classes.soft}>
                  {t(`settings.role.${role}`)} · {t("settings.until")} <Moment at={expiresAt} shape="day" />
                </p>
              </div>
              <SettingForm act="invitation-end" of={id} fields={{ company: company.id }} className="" {...given}>
                <SettingButton act="invitation-end" of={id}>
                  {t("settings.takeBack")}
                </SettingButton>
              </SettingForm>
            </li>
          ))}
        </ul>
      ) : null}
      <SettingForm act="invite" of={company.id} done={t("settings.invited")} {...given}>
        <TextInput
          name="email"
          type="email"
          dir="ltr"
          label={t("settings.inviteEmail")}
          required
          autoComplete="off"
          defaultValue={mine?.problem ? (mine.input.email ?? "") : ""}
          error={errorOf("email")}
        />
        <NativeSelect name="role" label={t("settings.inviteAs")} defaultValue="viewer">
          <Roles />
        </NativeSelect>
        <SettingButton act="invite" of={company.id}>
          {t("settings.invite")}
        </SettingButton>
      </SettingForm>
    </>
  );
}

/** Whoever founds a company owns it. */
export function NewCompany({ first, ...given }: Given & { first: boolean }) {
  const { t } = useTranslation();
  const mine = savedBy(given.saved, "company");
  return (
    <Panel title={t("settings.found")} icon={<BriefcaseIcon />} quiet={!first}>
      <SettingForm act="company" together done={t("settings.founded")} {...given}>
        <p className={classes.soft}>{t("settings.foundText")}</p>
        <CompanyFields of={mine?.problem ? mine.input : {}} problem={mine?.problem ?? null} />
        <SettingButton act="company" variant={first ? "filled" : "default"}>
          {t("settings.found")}
        </SettingButton>
      </SettingForm>
    </Panel>
  );
}

/** For its owners; folded away, as it changes once in years. */
function Details({ company, ...given }: Given & { company: Company }) {
  const { t } = useTranslation();
  const mine = savedBy(given.saved, "company-change", company.id);
  const { legalName, country, taxNumber, version } = company;
  const typed = mine?.problem ? mine.input : { legalName, country, taxNumber: taxNumber ?? "" };
  return (
    <details open={mine !== null}>
      <summary>{t("settings.companyChange")}</summary>
      <SettingForm
        act="company-change"
        of={company.id}
        fields={{ version: String(version) }}
        together
        done={t("settings.companyChanged")}
        {...given}
      >
        <CompanyFields key={version} of={typed} problem={mine?.problem ?? null} />
        <SettingButton act="company-change" of={company.id}>
          {t("settings.change")}
        </SettingButton>
      </SettingForm>
    </details>
  );
}

function CompanyFields({ of, problem }: { of: Record<string, string>; problem: Problem | null }) {
  const { t } = useTranslation();
  const errorOf = useFieldError(problem);
  const wrong = (field: string) => (errorOf(field) === undefined ? undefined : t(`settings.wrong.${field}`));
  return (
    <>
      <TextInput
        name="legalName"
        label={t("settings.legalName")}
        required
        maxLength={200}
        defaultValue={of.legalName ?? ""}
        error={wrong("legalName")}
      />
      <TextInput
        name="country"
        dir="ltr"
        label={t("settings.country")}
        description={t("settings.countryHint")}
        required
        maxLength={2}
        defaultValue={of.country ?? ""}
        error={wrong("country")}
      />
      <TextInput
        name="taxNumber"
        dir="ltr"
        label={t("settings.taxNumber")}
        description={t("settings.taxHint")}
        maxLength={30}
        defaultValue={of.taxNumber ?? ""}
        error={wrong("taxNumber")}
      />
    </>
  );
}
