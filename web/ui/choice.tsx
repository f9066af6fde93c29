import classes from "./choice.module.css";

/** One of several ways: a radio button as wide as its words. */
export function Choice({
  name,
  value,
  checked,
  choose,
  first,
  title,
  side,
  children,
}: {
  name: string;
  value: string;
  checked?: boolean;
  choose?: () => void;
  /** Where no script follows the choice: whether this is the one that stands. */
  first?: boolean;
  title: React.ReactNode;
  side?: React.ReactNode;
  children?: React.ReactNode;
}) {
  return (
    <label className={classes.choice}>
      <input
        {...{ type: "radio", name, value, required: true }}
        {...(choose ? { checked, onChange: choose } : { defaultChecked: first })}
      />
      <span className={classes.text}>
        <strong>{title}</strong>
        <small>{children}</small>
      </span>
      {side ? <strong>{side}</strong> : null}
    </label>
  );
}
