import { useEffect, useRef } from "react";
import classes from "./session.module.css";

/** What is shown once gets the focus, so that nobody passes it by. */
export function ShownOnce({ children }: { children: React.ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className={classes.once} tabIndex={-1} ref={box}>
      {children}
    </div>
  );
}

/** A secret as it is copied. */
export const SecretText = ({ children }: { children: string }) => (
  <p className={classes.secret}>
    <bdi dir="ltr">{children}</bdi>
  </p>
);
