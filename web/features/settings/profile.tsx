import type { Profile } from "../../api/settings.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { NativeSelect, TextInput } from "../../ui/fields.tsx";
import { useFieldError } from "../../ui/forms.tsx";
import { PersonIcon } from "../../ui/icons.tsx";
import { Panel } from "../../ui/panel.tsx";
import { type Given, SettingButton, SettingForm, savedBy } from "./setting-form.tsx";

/** How others see somebody, where they are reached, and the language in which we write to them. */
export function ProfilePanel({ me, ...given }: Given & { me: Profile }) {
  const { t } = useTranslation();
  const mine = savedBy(given.saved, "profile");
  const errorOf = useFieldError(mine?.problem ?? null);
  const typed = mine?.problem ? mine.input : null;
  return (
    <Panel title={t("settings.tab.profile")} icon={<PersonIcon />}>
      <SettingForm act="profile" done={t("settings.saved")} {...given}>
        <TextInput
          name="name"
          label={t("settings.name")}
          description={t("settings.nameHint")}
          autoComplete="name"
          maxLength={80}
          required
          defaultValue={typed?.name ?? me.name}
          error={errorOf("name")}
        />
        <TextInput
          name="phone"
          type="tel"
          dir="ltr"
          label={t("settings.phone")}
          description={t("settings.phoneHint")}
          autoComplete="tel"
          defaultValue={typed?.phone ?? me.phone ?? ""}
          error={errorOf("phone") ? t("settings.phoneWrong") : undefined}
        />
        <p>
          {t("settings.email")}: <bdi dir="ltr">{me.email}</bdi>
        </p>
        <NativeSelect
          name="language"
          label={t("settings.language")}
          description={t("settings.languageHint")}
          defaultValue={typed?.language ?? me.language}
        >
          <option value="en" lang="en">
            English
          </option>
          <option value="ar" lang="ar">
            العربية
          </option>
        </NativeSelect>
        <SettingButton act="profile" variant="filled">
          {t("settings.save")}
        </SettingButton>
      </SettingForm>
    </Panel>
  );
}
