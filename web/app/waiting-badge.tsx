import { lazy, Suspense } from "react";
import { allWords } from "../i18n/in-browser.ts";
import { useHydrated } from "../ui/hydrated.tsx";

const loaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === "complete") resolve();
    else window.addEventListener("load", () => resolve(), { once: true });
  });

/** Comes behind everything that a page needs itself. */
const Connection = lazy(async () => {
  await loaded();
  const [{ Connection }] = await Promise.all([import("./connection.tsx"), allWords()]);
  return { default: Connection };
});

/** What waits to be sent, and whether what one reads is from now: nothing where there is nothing to say. */
export function WaitingBadge({ me }: { me: string | null }) {
  return useHydrated() ? (
    <Suspense fallback={null}>
      <Connection me={me} />
    </Suspense>
  ) : null;
}
