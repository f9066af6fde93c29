import type { Fault, FaultKind, FaultyParty } from "./records.ts";
import type { Sandbox } from "./sandbox.ts";

export const FAULT_KINDS: readonly FaultKind[] = [
  "timeout_before",
  "timeout_after",
  "error_before",
  "error_after",
  "rate_limited",
  "garbage",
  "html",
  "partial",
];

export function addFault(sandbox: Sandbox, fault: Omit<Fault, "id">): Fault {
  const kept = { id: `flt_${sandbox.store.next()}`, ...fault };
  sandbox.store.state.faults.push(kept);
  sandbox.store.touch();
  return kept;
}

/** Uses up one of the faults that wait for this operation, oldest first. `partial` waits for the calls that know it. */
export function takeFault(sandbox: Sandbox, provider: FaultyParty, operation: string): FaultKind | undefined {
  const { state } = sandbox.store;
  const fault = state.faults.find(
    (waiting) =>
      waiting.provider === provider &&
      (waiting.operation === operation || waiting.operation === "*") &&
      (waiting.kind !== "partial" || operation === "wrapper"),
  );
  if (!fault) return undefined;
  fault.times -= 1;
  state.faults = state.faults.filter((waiting) => waiting.times > 0);
  sandbox.store.touch();
  return fault.kind;
}
