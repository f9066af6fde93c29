import type { Problem } from "../../api/problem.ts";
import type { Address } from "../../api/types.ts";
import { useTranslation } from "../../i18n/words.tsx";
import { TextInput, type TextInputProps } from "../../ui/fields.tsx";
import { useFieldError } from "../../ui/forms.tsx";
import classes from "./checkout.module.css";

type Field = {
  name: keyof Address;
  autoComplete: string;
  optional?: boolean;
  wide?: boolean;
  attributes?: Pick<TextInputProps, "type" | "inputMode" | "pattern" | "maxLength" | "dir">;
};

const FIELDS: Field[] = [
  { name: "name", autoComplete: "name", attributes: { maxLength: 75, dir: "auto" } },
  {
    name: "phone",
    autoComplete: "tel",
    attributes: { type: "tel", inputMode: "tel", pattern: "([+]91)?[ \\-]*[6-9]([ \\-]*[0-9]){9}", dir: "ltr" },
  },
  { name: "line1", autoComplete: "address-line1", wide: true, attributes: { maxLength: 100, dir: "auto" } },
  {
    name: "line2",
    autoComplete: "address-line2",
    optional: true,
    wide: true,
    attributes: { maxLength: 100, dir: "auto" },
  },
  { name: "city", autoComplete: "address-level2", attributes: { maxLength: 60, dir: "auto" } },
  {
    name: "postcode",
    autoComplete: "postal-code",
    attributes: { inputMode: "numeric", pattern: "[1-9][0-9]{5}", maxLength: 6, dir: "ltr" },
  },
];

export function AddressFields({
  values,
  problem,
  onPostcode,
}: {
  values: Partial<Address>;
  problem: Problem | null;
  onPostcode: (postcode: string) => void;
}) {
  const { t } = useTranslation();
  const errorOf = useFieldError(problem);
  return (
    <div className={classes.fields}>
      {FIELDS.map(({ name, autoComplete, optional, wide, attributes }) => (
        <TextInput
          key={name}
          name={name}
          label={optional ? t("checkout.optional", { label: t(`address.${name}`) }) : t(`address.${name}`)}
          autoComplete={autoComplete}
          required={!optional}
          withAsterisk={false}
          defaultValue={values[name] ?? ""}
          error={errorOf(name)}
          size="md"
          className={wide ? (classes.wide ?? "") : ""}
          {...attributes}
          {...(name === "postcode"
            ? { onChange: (event: React.ChangeEvent<HTMLInputElement>) => onPostcode(event.currentTarget.value) }
            : {})}
        />
      ))}
    </div>
  );
}

/** The address that a form carries, trimmed; the API decides whether it is one. */
export function addressIn(form: FormData): Address {
  const text = (name: keyof Address) => String(form.get(name) ?? "").trim();
  const line2 = text("line2");
  return {
    name: text("name"),
    // People group the digits of a phone number; couriers take them bare.
    phone: text("phone").replace(/[ -]/g, ""),
    line1: text("line1"),
    ...(line2 ? { line2 } : {}),
    city: text("city"),
    postcode: text("postcode"),
  };
}
