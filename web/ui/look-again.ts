import { useEffect } from "react";
import { useRevalidator } from "react-router";

const LOOK_AGAIN_MS = 3000;

/** Reads the page's data anew every few seconds while something is awaited: the socket is faster, this is surer. */
export function useLookAgain(active: boolean, everyMs = LOOK_AGAIN_MS): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!active || state !== "idle") return;
    const timer = setInterval(() => {
      if (navigator.onLine) void revalidate();
    }, everyMs);
    return () => clearInterval(timer);
  }, [active, everyMs, state, revalidate]);
}
