import { useState } from "react";
import { useActionData, useLocation } from "react-router";

/**
 * What the server answered to the form that was sent last, until the reader sends another or goes elsewhere. React Router's own
 * `useActionData` (8.4) forgets it whenever the page is read anew, which news do at any moment: a code that was asked for, a refusal and what was typed
 * would be gone. Reading anew keeps the location's key; sending and going give a new one.
 */
export const useAnswer: typeof useActionData = <Action>() => {
  const given = useActionData<Action>();
  const { key } = useLocation();
  const [kept, setKept] = useState({ key, given });
  if (given === undefined) return kept.key === key ? kept.given : undefined;
  if (kept.key !== key || kept.given !== given) setKept({ key, given });
  return given;
};
