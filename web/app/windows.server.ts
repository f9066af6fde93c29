import { DEFAULT_POLICY } from "@amana/core/escrow";
import type { Windows } from "../features/catalog/protection.tsx";

/** What pages promise of new orders, as the engine will hold it; the rules themselves stay on the server. */
export const windows = (): Windows => {
  const { dispatch, delivery, inspection, inspectionWork } = DEFAULT_POLICY.windows;
  return { dispatch, delivery, inspection, inspectionWork };
};
