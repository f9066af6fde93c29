import { useEffect, useRef } from "react";

/** For a row of links that a phone moves sideways: the one that is open is in sight. */
export function useCurrentInView<Row extends HTMLElement>() {
  const row = useRef<Row>(null);
  useEffect(() => {
    row.current?.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });
  }, []);
  return row;
}
