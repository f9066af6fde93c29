import classes from "./choice.module.css";

/** One of several ways: a radio button as wide as its words. */
export function Choice({
  name,
  value,
  checked,
  choose,
  title,
  side,
  children,
}: {
  name: string;
  value: string;
  checked: boolean;
  choose: () => void;
  title: React.ReactNode;
  side?: React.ReactNode;
  children?: React.ReactNode;
}) {
  return (
    <label className={classes.choice}>
      <input type="radio" name={name} value={value} required checked={checked} onChange={choose} />
      <span className={classes.text}>
        <strong>{title}</strong>
        <small>{children}</small>
      </span>
      {side ? <strong>{side}</strong> : null}
    </label>
  );
}
