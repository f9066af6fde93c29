import { useEffect, useState } from "react";
import { useLocale } from "../i18n/index.ts";
import { useTranslation } from "../i18n/words.tsx";
import { formatDuration } from "./duration.ts";
import { Moment } from "./moment.tsx";

type Target = { at: string; now: string };

/**
 * The time that is left, counted against the application's clock `now` (which the sandbox may have moved ahead), not the
 * reader's. It has no live region: a reader who wants the time reads it.
 */
export function Countdown({ at, now }: Target) {
  const { t } = useTranslation();
  const { intl, dir } = useLocale();
  const left = useTimeLeft({ at, now });
  const text = formatDuration(left, intl);
  return (
    <span role="timer" suppressHydrationWarning>
      <bdi dir={dir} suppressHydrationWarning>
        {left > 0 ? t("time.in", { duration: text }) : t("time.due")}
      </bdi>
    </span>
  );
}

/** Both ways to say when: how long still, and the exact moment with its zone. */
export function Deadline({
  at,
  now,
  short = false,
}: Target & { /** Among many: without its weekday and year. */ short?: boolean }) {
  return (
    <>
      <Moment at={at} shape={short ? "short" : "full"} />{" "}
      <span style={{ display: "inline-block" }}>
        (<Countdown at={at} now={now} />)
      </span>
    </>
  );
}

function useTimeLeft({ at, now }: Target): number {
  const atStart = Date.parse(at) - Date.parse(now);
  const [left, setLeft] = useState(atStart);
  useEffect(() => {
    const arrived = performance.now();
    let timer: ReturnType<typeof setTimeout>;
    const tick = () => {
      const rest = atStart - (performance.now() - arrived);
      setLeft(rest);
      if (rest > 0) timer = setTimeout(tick, rest < 600_000 ? 1000 : 15_000);
    };
    tick();
    return () => clearTimeout(timer);
  }, [atStart]);
  return left;
}
