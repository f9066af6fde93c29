import { useEffect, useRef } from "react";
import { useLocation } from "react-router";
import classes from "./menu.module.css";

/**
 * What opens under (or over) a button and closes when one has chosen, looks elsewhere or presses Escape. It opens without
 * script too.
 */
export function Menu({
  summary,
  label,
  children,
  marked = false,
  upward = false,
}: {
  summary: React.ReactNode;
  /** Where the summary shows no words. */
  label?: string | undefined;
  children: React.ReactNode;
  /** The page that is shown is one of those inside. */
  marked?: boolean;
  upward?: boolean;
}) {
  const box = useRef<HTMLDetailsElement>(null);
  const { key } = useLocation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is shown: what led there closes.
  useEffect(() => close(box.current), [key]);
  useEffect(() => {
    const elsewhere = (event: PointerEvent) => {
      if (event.target instanceof Node && !box.current?.contains(event.target)) close(box.current);
    };
    document.addEventListener("pointerdown", elsewhere);
    return () => document.removeEventListener("pointerdown", elsewhere);
  }, []);
  return (
    <details
      ref={box}
      className={classes.menu}
      data-upward={upward || undefined}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !box.current?.open) return;
        close(box.current);
        box.current.querySelector("summary")?.focus();
      }}
      onBlur={(event) => {
        if (event.relatedTarget && !event.currentTarget.contains(event.relatedTarget)) close(box.current);
      }}
    >
      <summary aria-label={label} data-marked={marked || undefined}>
        {summary}
      </summary>
      <div className={classes.sheet}>{children}</div>
    </details>
  );
}

function close(box: HTMLDetailsElement | null): void {
  if (box) box.open = false;
}
