import type { ComponentPropsWithoutRef, ElementType, ReactNode } from "react";
import classes from "./button.module.css";

type Own = {
  /** `filled` is the one thing to do here; `default` all else; `subtle` what hardly asks to be seen, `danger` what is not easily undone. */
  variant?: "filled" | "default" | "subtle" | "danger" | undefined;
  size?: "sm" | "md" | "lg" | undefined;
  /** On the way: cannot be pressed again until it is answered. */
  loading?: boolean | undefined;
  leftSection?: ReactNode;
  rightSection?: ReactNode;
  fullWidth?: boolean | undefined;
  className?: string | undefined;
  children?: ReactNode;
};

export type ButtonProps = Own & { disabled?: boolean; type?: "button" | "submit" };

/** A button, or with `component` a link that looks like one. */
export function Button<C extends ElementType = "button">({
  component,
  variant = "filled",
  size = "md",
  loading = false,
  leftSection,
  rightSection,
  fullWidth = false,
  className,
  children,
  ...rest
}: Own & { component?: C } & Omit<ComponentPropsWithoutRef<C>, keyof Own | "component">) {
  const Tag: ElementType = component ?? "button";
  const asButton = Tag === "button" ? { type: "button", disabled: loading || undefined } : {};
  const given: { disabled?: boolean } = rest;
  return (
    <Tag
      {...asButton}
      {...rest}
      {...(loading && given.disabled === false && { disabled: true })}
      className={className ? `${classes.button} ${className}` : classes.button}
      data-variant={variant}
      data-size={size}
      data-wide={fullWidth || undefined}
      data-loading={loading || undefined}
      aria-busy={loading || undefined}
    >
      <span className={classes.inner}>
        {leftSection ? <span className={classes.beside}>{leftSection}</span> : null}
        <span>{children}</span>
        {rightSection ? <span className={classes.beside}>{rightSection}</span> : null}
      </span>
    </Tag>
  );
}
