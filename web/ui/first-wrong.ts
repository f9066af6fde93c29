import { useEffect, useRef } from "react";
import type { Problem } from "../api/problem.ts";

/** For a form that may come back refused: whoever sent it then stands in the first field that is marked. */
export function useFirstWrong(problem: Problem | null): React.RefObject<HTMLFormElement | null> {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (problem) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [problem]);
  return form;
}
