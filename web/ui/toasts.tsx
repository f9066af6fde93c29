import { createContext, use, useCallback, useEffect, useState } from "react";
import { Link } from "react-router";
import { useTranslation } from "../i18n/words.tsx";
import { BellIcon, CrossIcon } from "./icons.tsx";
import classes from "./toasts.module.css";

/** A short message over the page; a quiet one is only read out, not shown. */
export type Toast = { id: string; content: React.ReactNode; href?: string; quiet?: boolean };

const SHOWN_MS = 9000;
const ToastContext = createContext<(toast: Toast) => void>(() => {});

export const useToast = () => use(ToastContext);

/** Keeps the page's only live region; messages are polite and never take the focus. */
export function ToastProvider({ children }: { children: React.ReactNode }) {
  const { t } = useTranslation();
  const [toasts, setToasts] = useState<Toast[]>([]);
  const show = useCallback((toast: Toast) => {
    setToasts((all) => [...all.filter(({ id }) => id !== toast.id), toast].slice(-3));
  }, []);
  const hide = useCallback((id: string) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  return (
    <ToastContext value={show}>
      {children}
      <section className={classes.stack} aria-live="polite" aria-label={t("nav.news")}>
        {toasts.map((toast) => (
          <ToastCard key={toast.id} toast={toast} hide={hide} />
        ))}
      </section>
    </ToastContext>
  );
}

function ToastCard({ toast, hide }: { toast: Toast; hide: (id: string) => void }) {
  const { t } = useTranslation();
  const [held, setHeld] = useState(false);
  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => hide(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [held, hide, toast.id]);
  if (toast.quiet) return <span className={classes.quiet}>{toast.content}</span>;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the message stays while it is pointed at; nothing is done by that.
    <div
      className={classes.toast}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <BellIcon />
      <div>{toast.href ? <Link to={toast.href}>{toast.content}</Link> : toast.content}</div>
      <button type="button" onClick={() => hide(toast.id)} aria-label={t("common.close")}>
        <CrossIcon size={16} />
      </button>
    </div>
  );
}
