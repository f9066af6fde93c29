import { useId } from "react";
import classes from "./panel.module.css";

/** A titled part of a page. */
export function Panel({
  title,
  icon,
  aside,
  children,
  quiet = false,
  anchor,
}: {
  title: React.ReactNode;
  icon?: React.ReactNode;
  aside?: React.ReactNode;
  children: React.ReactNode;
  quiet?: boolean;
  /** Where links on the page lead to. */
  anchor?: string;
}) {
  const id = useId();
  return (
    <section id={anchor} className={classes.panel} data-quiet={quiet || undefined} aria-labelledby={id}>
      <header className={classes.header}>
        {icon}
        <h2 id={id}>{title}</h2>
        {aside ? <div className={classes.aside}>{aside}</div> : null}
      </header>
      {children}
    </section>
  );
}

/** Something said apart from the flow: good news, a warning, a refusal. */
export function Callout({
  tone = "calm",
  title,
  icon,
  children,
  role,
}: {
  tone?: "calm" | "good" | "wait" | "bad" | "held";
  title?: React.ReactNode;
  icon?: React.ReactNode;
  children?: React.ReactNode;
  role?: "alert" | "status";
}) {
  return (
    <div className={classes.callout} data-tone={tone} role={role}>
      {icon}
      <div className={classes.calloutText}>
        {title ? <strong>{title}</strong> : null}
        {children}
      </div>
    </div>
  );
}

/** What to do where there is nothing yet. */
export function EmptyState({
  title,
  icon,
  children,
}: {
  title: string;
  icon?: React.ReactNode;
  children?: React.ReactNode;
}) {
  return (
    <div className={classes.empty}>
      {icon ? <span className={classes.emptyIcon}>{icon}</span> : null}
      <p className={classes.emptyTitle}>{title}</p>
      {children}
    </div>
  );
}

/** Pairs of a name and its value, one line each. */
export function Facts({
  rows,
}: {
  rows: { name: React.ReactNode; value: React.ReactNode; strong?: boolean; key: string }[];
}) {
  return (
    <dl className={classes.facts}>
      {rows.map(({ key, name, value, strong }) => (
        <div key={key} className={classes.fact} data-strong={strong || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

export function PageTitle({
  children,
  eyebrow,
  aside,
}: {
  children: React.ReactNode;
  eyebrow?: React.ReactNode;
  aside?: React.ReactNode;
}) {
  return (
    <div className={classes.pageTitle}>
      <div>
        {eyebrow ? <p className={classes.eyebrow}>{eyebrow}</p> : null}
        <h1>{children}</h1>
      </div>
      {aside}
    </div>
  );
}
