import { useId } from "react";
import classes from "./forms.module.css";

/** A field for several lines, with its hint said to whoever hears the page. */
export function Textarea({
  label,
  hint,
  error,
  ...rest
}: {
  label: string;
  hint?: string;
  error?: string | undefined;
  name: string;
  defaultValue?: string;
  maxLength?: number;
  rows?: number;
  required?: boolean;
}) {
  const id = useId();
  return (
    <div className={classes.textField}>
      <label htmlFor={id}>{label}</label>
      {hint ? <p id={`${id}-hint`}>{hint}</p> : null}
      <textarea
        id={id}
        dir="auto"
        aria-describedby={hint || error ? `${id}-hint ${id}-error` : undefined}
        aria-invalid={error ? true : undefined}
        {...rest}
      />
      {error ? (
        <p id={`${id}-error`} className={classes.fieldError}>
          {error}
        </p>
      ) : null}
    </div>
  );
}
