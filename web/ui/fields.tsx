import { type ComponentPropsWithRef, type ReactNode, useId } from "react";
import classes from "./fields.module.css";

type Around = {
  label?: ReactNode;
  description?: ReactNode;
  /** What is wrong with what was typed; the field is then marked, and says it to whoever hears the page. */
  error?: ReactNode;
  /** The star beside the label; a field that is required has one of itself. */
  withAsterisk?: boolean | undefined;
  leftSection?: ReactNode;
  rightSection?: ReactNode;
};

type Own = Around & { size?: "sm" | "md" | "lg" | undefined };

export type TextInputProps = Own & Omit<ComponentPropsWithRef<"input">, "size">;

/** One line of text, with its label, its hint and what was wrong with it. */
export function TextInput({ size = "md", ...given }: TextInputProps) {
  const [around, rest] = useAround(given);
  return (
    <Field {...around}>
      <input type="text" {...rest} {...around.control} className={classes.control} data-size={size} />
    </Field>
  );
}

export type TextareaProps = Own & ComponentPropsWithRef<"textarea">;

/** Several lines; where the browser can, it grows with what is written. */
export function Textarea({ size = "md", ...given }: TextareaProps) {
  const [around, rest] = useAround(given);
  return (
    <Field {...around}>
      <textarea dir="auto" {...rest} {...around.control} className={classes.control} data-size={size} data-lines />
    </Field>
  );
}

type Option = string | { value: string; label: string; disabled?: boolean };

export type NativeSelectProps = Own &
  Omit<ComponentPropsWithRef<"select">, "size"> & { data?: readonly Option[] | undefined };

/** The browser's own choice of one among few; `data` or `children` are its options. */
export function NativeSelect({ size = "md", data, children, ...given }: NativeSelectProps) {
  const [around, rest] = useAround(given);
  return (
    <Field {...around}>
      <select {...rest} {...around.control} className={classes.control} data-size={size} data-select>
        {children ?? data?.map((option) => optionOf(option))}
      </select>
    </Field>
  );
}

function optionOf(option: Option) {
  const { value, label, disabled } = typeof option === "string" ? { value: option, label: option } : option;
  return (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  );
}

type Described = { id?: string | undefined; "aria-describedby"?: string | undefined; required?: boolean | undefined };

/** What stands around a field apart from what is the field's own, and the ids by which they belong together. */
function useAround<Given extends Around & Described>(given: Given) {
  const { label, description, error, withAsterisk = given.required, leftSection, rightSection, ...rest } = given;
  const made = useId();
  const id = rest.id ?? made;
  const hintId = description ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [rest["aria-describedby"], hintId, errorId].filter(Boolean).join(" ") || undefined;
  const control = { id, "aria-describedby": describedBy, "aria-invalid": error ? (true as const) : undefined };
  const around = { label, description, error, withAsterisk, leftSection, rightSection, control, hintId, errorId };
  return [around, rest] as const;
}

function Field({
  label,
  description,
  error,
  withAsterisk,
  leftSection,
  rightSection,
  control,
  hintId,
  errorId,
  children,
}: ReturnType<typeof useAround>[0] & { children: ReactNode }) {
  return (
    <div className={classes.field}>
      {label ? (
        <label htmlFor={control.id}>
          {label}
          {withAsterisk ? (
            <span className={classes.star} aria-hidden>
              {" *"}
            </span>
          ) : null}
        </label>
      ) : null}
      {hintId ? (
        <p id={hintId} className={classes.hint}>
          {description}
        </p>
      ) : null}
      <div
        className={classes.around}
        data-before={leftSection ? true : undefined}
        data-after={rightSection ? true : undefined}
      >
        {leftSection ? <span className={classes.before}>{leftSection}</span> : null}
        {children}
        {rightSection ? <span className={classes.after}>{rightSection}</span> : null}
      </div>
      {errorId ? (
        <p id={errorId} className={classes.error}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
