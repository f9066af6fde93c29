import type { Problem } from "../../api/problem.ts";
import { useTranslation } from "../../i18n/words.tsx";

/** What a field of a refused form wants, in the words of its own part of the app; the API names it by its path. */
export function useWordedError(problem: Problem | null, part: string): (field: string) => string | undefined {
  const { t } = useTranslation();
  const wrong = new Set(
    problem?.errors.flatMap(({ field }) => field.split(/[./]/).find((one) => /[a-z]/i.test(one)) ?? []),
  );
  return (field) => (wrong.has(field) ? t(`${part}.field.${field}`) : undefined);
}
