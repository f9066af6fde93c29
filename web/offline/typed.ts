const typed = new Set<Element>();

/** Remembers from now on in which forms something was typed that no draft keeps. */
export function hearTyping(): void {
  document.addEventListener("input", ({ target }) => {
    if (!(target instanceof Element) || target.closest("[data-kept]")) return;
    const form = target.closest("form[method=post]");
    if (form) typed.add(form);
  });
  document.addEventListener("submit", ({ target }) => void (target instanceof Element && typed.delete(target)));
}

/** Whether reading the page anew would lose what somebody has typed into it. */
export const isSomethingTyped = (): boolean => [...typed].some((form) => form.isConnected);
