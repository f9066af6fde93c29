import type { Grant, Provider, SignInLink } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { PersonIcon, ScalesIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ActButton, ActForm, Scopes } from "./act-form.tsx";
import classes from "./session.module.css";
import type { Standing } from "./standing.ts";

type Given = { standing: Standing | null; idempotencyKey: string };

/** Who else can say who one is: linked providers, and those that can be. */
export function ProvidersPanel({ links, providers, ...given }: Given & { links: SignInLink[]; providers: Provider[] }) {
  const { t } = useTranslation();
  const open = providers.filter(({ name }) => !links.some(({ provider }) => provider === name));
  if (links.length + open.length === 0) return null;
  const label = (name: string) => providers.find((one) => one.name === name)?.label ?? name;
  return (
    <Panel title={t("security.providers")} icon={<PersonIcon />}>
      <div className={classes.form}>
        {links.length > 0 ? (
          <ActForm act="unlink" {...given}>
            <ul className={classes.rows}>
              {links.map(({ provider, email, linkedAt }) => (
                <li key={provider}>
                  <div>
                    <bdi>{label(provider)}</bdi>
                    <small>
                      {email ? <bdi dir="ltr">{email}</bdi> : null} {t("security.since")}{" "}
                      <Moment at={linkedAt} shape="short" />
                    </small>
                  </div>
                  <ActButton act="unlink" id={provider}>
                    {t("security.unlink")}
                  </ActButton>
                </li>
              ))}
            </ul>
          </ActForm>
        ) : (
          <p>{t("security.noLinks")}</p>
        )}
        {open.length > 0 ? (
          <ActForm act="link" {...given}>
            {open.map(({ name }) => (
              <ActButton key={name} act="link" id={name}>
                {t("security.link", { label: label(name) })}
              </ActButton>
            ))}
          </ActForm>
        ) : null}
      </div>
    </Panel>
  );
}

/** What somebody allowed other people's programs, each to be taken back. */
export function GrantsPanel({ grants, ...given }: Given & { grants: Grant[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("security.grants")} icon={<ScalesIcon />}>
      {grants.length === 0 ? <p>{t("security.noGrants")}</p> : null}
      {grants.length > 0 ? (
        <ActForm act="grant-end" {...given}>
          <ul className={classes.rows}>
            {grants.map(({ id, client, scopes, createdAt }) => (
              <li key={id}>
                <div>
                  <bdi>{client.name}</bdi>
                  <Scopes scopes={scopes} />
                  <small>
                    {t("security.since")} <Moment at={createdAt} shape="short" />
                  </small>
                </div>
                <ActButton act="grant-end" id={id}>
                  {t("security.takeBack")}
                </ActButton>
              </li>
            ))}
          </ul>
        </ActForm>
      ) : null}
    </Panel>
  );
}
