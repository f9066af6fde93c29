import { useEffect, useState } from "react";

/**
 * Without a connection links open what was kept, and forms are not sent: nothing is left half done, and what was typed stays. Forms
 * that may be sent later (`data-later`) see to themselves. Gives how often a form was stopped since the connection went.
 */
export function useOfflineGuard(online: boolean): number {
  const [stopped, setStopped] = useState(0);
  useEffect(() => {
    if (online) return setStopped(0);
    const leave = (event: MouseEvent) => {
      if (linkOf(event)) event.stopImmediatePropagation();
    };
    const stop = (event: SubmitEvent) => {
      const form = event.target;
      if (!(form instanceof HTMLFormElement) || form.dataset.later !== undefined || form.method === "dialog") return;
      event.stopImmediatePropagation();
      if (form.method !== "post") return;
      event.preventDefault();
      setStopped((count) => count + 1);
    };
    window.addEventListener("click", leave, true);
    window.addEventListener("submit", stop, true);
    return () => {
      window.removeEventListener("click", leave, true);
      window.removeEventListener("submit", stop, true);
    };
  }, [online]);
  return stopped;
}

/** A plain click on a link to another page of ours: the browser itself goes there, and the service worker answers. */
function linkOf({ target, button, metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): HTMLAnchorElement | null {
  if (button !== 0 || metaKey || ctrlKey || shiftKey || altKey || !(target instanceof Element)) return null;
  const link = target.closest("a");
  if (!link || link.target || link.hasAttribute("download") || link.origin !== window.location.origin) return null;
  return link.pathname === window.location.pathname && link.hash ? null : link;
}
