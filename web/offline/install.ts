import { useEffect, useState } from "react";
import { canInstall } from "./install-offer.ts";

const ASKED = "amana-install-asked";

/** Whether it may be offered now: to somebody who is signed in, once. Gives what is called when it was answered. */
export function useInstallOffer(known: boolean): (() => void) | null {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    setOpen(known && canInstall() && !asked());
  }, [known]);
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
