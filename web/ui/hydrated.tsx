import { createContext, startTransition, use, useEffect, useState } from "react";

const HydratedContext = createContext(false);

/** Tells all parts of the page at once that it is alive, in a transition: what then looks otherwise is drawn piece by piece, and a touch goes before. */
export function HydratedProvider({ children }: { children: React.ReactNode }) {
  const [hydrated, setHydrated] = useState(false);
  useEffect(() => startTransition(() => setHydrated(true)), []);
  return <HydratedContext value={hydrated}>{children}</HydratedContext>;
}

/** False on the server and in the first render of the browser, true after: what depends on the reader's zone waits for it. */
export const useHydrated = (): boolean => use(HydratedContext);
