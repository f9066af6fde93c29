import { useTranslation } from "../i18n/words.tsx";
import { TextInput } from "./fields.tsx";

/** Why somebody of the staff does it; kept beside their name. */
export function ReasonField({
  value = "",
  error,
  longest = 300,
  label,
  hint,
}: {
  value?: string | undefined;
  error?: string | undefined;
  longest?: number;
  label?: string | undefined;
  hint?: string | undefined;
}) {
  const { t } = useTranslation();
  return (
    <TextInput
      name="reason"
      label={label ?? t("preview.reason")}
      description={hint ?? t("preview.reasonHint")}
      required
      withAsterisk={false}
      maxLength={longest}
      size="md"
      autoComplete="off"
      dir="auto"
      defaultValue={value}
      error={error}
    />
  );
}
