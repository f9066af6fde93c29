import type { OrderKind } from "../api/types.ts";
import { useTranslation } from "../i18n/words.tsx";

const WORK: ReadonlySet<OrderKind> = new Set(["service", "milestone"]);

/** Where the words for this kind of order may stand, its own first: nobody speaks of parcels where nothing travels. */
export function wordKeys(kind: OrderKind, ...paths: readonly string[]): string[] {
  return paths.flatMap((path) => [`of.${kind}.${path}`, ...(WORK.has(kind) ? [`of.work.${path}`] : []), path]);
}

/** The first of these keys that has words; the last where none has. */
export function useWords(kind: OrderKind): (...paths: readonly string[]) => string {
  const { i18n } = useTranslation();
  return (...paths) => {
    const keys = wordKeys(kind, ...paths);
    return keys.find((key) => i18n.exists(key)) ?? paths.at(-1) ?? "";
  };
}
