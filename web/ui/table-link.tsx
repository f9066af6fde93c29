import { useEffect, useRef, useState } from "react";
import { useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import { Button } from "./button.tsx";
import { FileSize } from "./file-size.tsx";
import { DownloadIcon } from "./icons.tsx";
import classes from "./table-link.module.css";
import { save, type Taken, takeTable } from "./taking.ts";

type State = { step: "idle" | "stopped" | "failed" | "refused" } | ({ step: "going" | "done" } & Taken);

/** A link to a table: it says how far the file is while it comes, can be stopped, and says what became of it. The browser's own link without script. */
export function TableLink({ href, name, children }: { href: string; name: string; children: React.ReactNode }) {
  const [state, setState] = useState<State>({ step: "idle" });
  const going = useRef<AbortController | null>(null);
  useEffect(() => () => going.current?.abort(), []);
  const start = async () => {
    going.current?.abort();
    const mine = new AbortController();
    going.current = mine;
    const tell = (next: State) => {
      if (going.current === mine) setState(next);
    };
    let last: Taken = { rows: 0, bytes: 0 };
    tell({ step: "going", ...last });
    try {
      const answer = await fetch(href, { signal: mine.signal });
      const file = await takeTable(answer, (taken) => {
        last = taken;
        tell({ step: "going", ...taken });
      });
      if (file) save(file, name);
      tell(file ? { step: "done", ...last } : { step: "refused" });
    } catch {
      tell({ step: mine.signal.aborted ? "stopped" : "failed" });
    }
  };
  return (
    <span className={classes.table}>
      <a
        href={href}
        download={name}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
          event.preventDefault();
          if (state.step !== "going") void start();
        }}
      >
        <DownloadIcon /> {children}
      </a>
      <Standing state={state} stop={() => going.current?.abort()} />
    </span>
  );
}

/** What moves is not read out at every row; how it ended is. */
function Standing({ state, stop }: { state: State; stop: () => void }) {
  const { t } = useTranslation();
  const { intl } = useLocale();
  const rows = "rows" in state ? state.rows : 0;
  const words = { count: rows, shown: new Intl.NumberFormat(intl).format(rows) };
  if (state.step === "going")
    return (
      <span className={classes.going}>
        <span role="progressbar" aria-label={t("export.going")} aria-valuetext={t("export.rows", words)}>
          {t(rows === 0 ? "export.going" : "export.rows", words)}
          {rows === 0 ? null : (
            <>
              {" · "}
              <FileSize bytes={state.bytes} />
            </>
          )}
        </span>
        <Button type="button" variant="default" size="sm" onClick={stop}>
          {t("export.stop")}
        </Button>
      </span>
    );
  return (
    <span role="status" className={classes.said} data-bad={state.step === "failed" || undefined}>
      {state.step === "idle" ? null : t(`export.${state.step}`, words)}
    </span>
  );
}
