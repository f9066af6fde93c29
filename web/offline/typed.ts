const typed = new Set<Element>();

/** Remembers in which forms something was typed that no draft keeps; gives what ends that. */
export function hearTyping(): () => void {
  const input = ({ target }: Event) => {
    if (!(target instanceof Element) || target.closest("[data-kept]")) return;
    const form = target.closest("form[method=post]");
    if (form) typed.add(form);
  };
  const submit = ({ target }: Event) => void (target instanceof Element && typed.delete(target));
  document.addEventListener("input", input);
  document.addEventListener("submit", submit);
  return () => {
    document.removeEventListener("input", input);
    document.removeEventListener("submit", submit);
  };
}

/** Whether reading the page anew would lose what somebody has typed into it. */
export const isSomethingTyped = (): boolean => [...typed].some((form) => form.isConnected);
