import { useEffect, useState } from "react";
import { canInstall } from "./install-offer.ts";

const ASKED = "amana-install-asked";

/**
 * Whether it may be offered now: once, to somebody who is signed in and has gone from one page (`path`) to another. Who has just come looks for
 * something else. Gives what is called when it was answered.
 */
export function useInstallOffer(known: boolean, path: string): (() => void) | null {
  const [open, setOpen] = useState(false);
  const [first] = useState(path);
  const [gone, setGone] = useState(false);
  if (!gone && path !== first) setGone(true);
  useEffect(() => {
    setOpen(known && gone && canInstall() && !asked());
  }, [known, gone]);
  return open ? () => setOpen(false) : null;
}

export function neverAsk(): void {
  try {
    window.localStorage.setItem(ASKED, "1");
  } catch {
    // then it is asked again some day
  }
}

function asked(): boolean {
  try {
    return window.localStorage.getItem(ASKED) !== null;
  } catch {
    return true;
  }
}
