import type { OAuthClient } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { Textarea, TextInput } from "../../ui/fields.tsx";
import { Confirmed, useFieldError } from "../../ui/forms.tsx";
import { AlertIcon, CheckCircleIcon, DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { ActButton, ActForm } from "./act-form.tsx";
import classes from "./session.module.css";
import { SecretText, ShownOnce } from "./shown-once.tsx";
import type { Shown, Standing } from "./standing.ts";

type Given = { standing: Standing | null; idempotencyKey: string };

/** Programs that somebody has written for others to connect (OAuth 2.1): what there is, and a new one, whose secret is shown once. */
export function AppsPanel({ apps, ...given }: Given & { apps: OAuthClient[] }) {
  const { t } = useTranslation();
  const shown = given.standing?.shown ?? null;
  return (
    <Panel title={t("security.apps")} icon={<DocumentIcon />}>
      <div className={classes.form}>
        {shown?.kind === "app" ? <NewApp {...shown} /> : null}
        <p>{t(apps.length === 0 ? "security.noApps" : "security.appsText")}</p>
        {apps.length > 0 ? (
          <ul className={classes.rows}>
            {apps.map((app) => (
              <li key={app.id}>
                <AppFacts of={app} />
                <Confirmed
                  label={t("security.removeApp")}
                  title={t("security.removeAppTitle")}
                  button={{ variant: "default" }}
                >
                  {() => (
                    <ActForm act="app-end" {...given}>
                      <p>{t("security.removeAppText")}</p>
                      <ActButton act="app-end" id={app.id} variant="filled">
                        {t("security.removeAppNow")}
                      </ActButton>
                    </ActForm>
                  )}
                </Confirmed>
              </li>
            ))}
          </ul>
        ) : null}
        <details
          className={classes.more}
          open={given.standing?.act === "app-make" && given.standing.problem !== null ? true : undefined}
        >
          <summary>{t("security.newApp")}</summary>
          <ActForm act="app-make" {...given}>
            <AppFields standing={given.standing} />
            <ActButton act="app-make">{t("security.makeApp")}</ActButton>
          </ActForm>
        </details>
      </div>
    </Panel>
  );
}

function NewApp({ name, id, secret }: Extract<Shown, { kind: "app" }>) {
  const { t } = useTranslation();
  return (
    <ShownOnce>
      <Callout
        tone={secret === null ? "good" : "wait"}
        role="status"
        icon={secret === null ? <CheckCircleIcon /> : <AlertIcon />}
        title={t(secret === null ? "security.appMade" : "security.keepSecret")}
      >
        {secret === null ? null : <p>{t("security.keepSecretText")}</p>}
      </Callout>
      <p>
        <bdi>{name}</bdi>
      </p>
      <SecretText>{id}</SecretText>
      {secret === null ? null : <SecretText>{secret}</SecretText>}
    </ShownOnce>
  );
}

function AppFacts({ of: { id, name, redirectUris, confidential, createdAt } }: { of: OAuthClient }) {
  const { t } = useTranslation();
  return (
    <div>
      <bdi>{name}</bdi>
      <small>
        <bdi dir="ltr">{id}</bdi>
      </small>
      {redirectUris.map((address) => (
        <small key={address}>
          <bdi dir="ltr">{address}</bdi>
        </small>
      ))}
      <small>
        {t(confidential ? "security.appWithSecret" : "security.appWithout")} · {t("security.since")}{" "}
        <Moment at={createdAt} shape="short" />
      </small>
    </div>
  );
}

function AppFields({ standing }: { standing: Standing | null }) {
  const { t } = useTranslation();
  const mine = standing?.act === "app-make" ? standing : null;
  const errorOf = useFieldError(mine?.problem ?? null);
  return (
    <>
      <TextInput
        name="name"
        label={t("security.appName")}
        description={t("security.appNameHint")}
        autoComplete="off"
        maxLength={80}
        required
        withAsterisk={false}
        size="md"
        defaultValue={mine?.input.name ?? ""}
        error={errorOf("name")}
      />
      <Textarea
        name="redirectUris"
        label={t("security.appAddresses")}
        description={t("security.appAddressesHint")}
        required
        withAsterisk={false}
        rows={2}
        maxLength={5000}
        dir="ltr"
        spellCheck={false}
        defaultValue={mine?.input.redirectUris ?? ""}
        error={errorOf("redirectUris")}
      />
      <div className={classes.choices}>
        <label>
          <input type="checkbox" name="confidential" value="1" defaultChecked={mine?.input.confidential === "1"} />
          <span>{t("security.appConfidential")}</span>
        </label>
      </div>
    </>
  );
}
