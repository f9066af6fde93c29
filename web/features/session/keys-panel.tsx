import type { ApiKey } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput } from "../../ui/fields.tsx";
import { useFieldError } from "../../ui/forms.tsx";
import { AlertIcon, DocumentIcon } from "../../ui/icons.tsx";
import { Moment } from "../../ui/moment.tsx";
import { Callout, Panel } from "../../ui/panel.tsx";
import { ActButton, ActForm, Scopes } from "./act-form.tsx";
import classes from "./session.module.css";
import { SecretText, ShownOnce } from "./shown-once.tsx";
import type { Standing } from "./standing.ts";

type Given = { standing: Standing | null; idempotencyKey: string };

const SCOPES = [
  ...["profile:read", "orders:read", "orders:write", "listings:read", "listings:write"],
  ...["wallet:read", "wallet:write", "notifications:read", "webhooks:read", "webhooks:write"],
];
const OF_STAFF = ["staff:read", "staff:write"];

/** Keys of one's own programs: what there is, and a new one, which is shown once. */
export function KeysPanel({ keys, isStaff, ...given }: Given & { keys: ApiKey[]; isStaff: boolean }) {
  const { t } = useTranslation();
  const shown = given.standing?.shown ?? null;
  return (
    <Panel title={t("security.keys")} icon={<DocumentIcon />}>
      <div className={classes.form}>
        {shown?.kind === "key" ? <NewKey name={shown.name} token={shown.token} /> : null}
        {keys.length === 0 ? <p>{t("security.noKeys")}</p> : null}
        {keys.length > 0 ? (
          <ActForm act="key-end" {...given}>
            <ul className={classes.rows}>
              {keys.map((key) => (
                <li key={key.id}>
                  <KeyFacts of={key} />
                  <ActButton act="key-end" id={key.id}>
                    {t("account.endSession")}
                  </ActButton>
                </li>
              ))}
            </ul>
          </ActForm>
        ) : null}
        <ActForm act="key-make" {...given}>
          <KeyFields scopes={isStaff ? [...SCOPES, ...OF_STAFF] : SCOPES} standing={given.standing} />
          <ActButton act="key-make">{t("security.makeKey")}</ActButton>
        </ActForm>
      </div>
    </Panel>
  );
}

function NewKey({ name, token }: { name: string; token: string }) {
  const { t } = useTranslation();
  return (
    <ShownOnce>
      <Callout tone="wait" role="status" icon={<AlertIcon />} title={t("security.keepKey")}>
        <p>{t("security.keepKeyText")}</p>
      </Callout>
      <p>
        <bdi>{name}</bdi>
      </p>
      <SecretText>{token}</SecretText>
    </ShownOnce>
  );
}

function KeyFacts({ of: { name, lastFour, scopes, expiresAt, lastUsedAt } }: { of: ApiKey }) {
  const { t } = useTranslation();
  return (
    <div>
      <bdi>{name}</bdi> <bdi dir="ltr">…{lastFour}</bdi>
      <Scopes scopes={scopes} />
      <small>
        {lastUsedAt ? (
          <>
            {t("security.lastUsed")} <Moment at={lastUsedAt} shape="short" />
          </>
        ) : (
          t("security.neverUsed")
        )}
      </small>
      {expiresAt ? (
        <small>
          {t("security.endsAt")} <Moment at={expiresAt} shape="short" />
        </small>
      ) : null}
    </div>
  );
}

function KeyFields({ scopes, standing }: { scopes: string[]; standing: Standing | null }) {
  const { t } = useTranslation();
  const mine = standing?.act === "key-make" ? standing : null;
  const errorOf = useFieldError(mine?.problem ?? null);
  const chosen = mine?.input.scopes?.split(" ") ?? [];
  return (
    <>
      <TextInput
        name="name"
        label={t("security.keyName")}
        autoComplete="off"
        maxLength={80}
        required
        withAsterisk={false}
        size="md"
        defaultValue={mine?.input.name ?? ""}
        error={errorOf("name")}
      />
      <fieldset className={classes.choices}>
        <legend>{t("security.keyMay")}</legend>
        {errorOf("scopes") ? <p role="alert">{errorOf("scopes")}</p> : null}
        {scopes.map((scope) => (
          <label key={scope}>
            <input type="checkbox" name="scopes" value={scope} defaultChecked={chosen.includes(scope)} />
            <span>{t(`scope.${scope.replaceAll(":", "_")}`)}</span>
          </label>
        ))}
      </fieldset>
      <TextInput
        type="date"
        name="until"
        label={t("security.keyUntil")}
        description={t("security.keyUntilHint")}
        size="md"
        defaultValue={mine?.input.until ?? ""}
        error={errorOf("expiresAt")}
      />
    </>
  );
}
