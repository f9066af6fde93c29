import type { Clock } from "./clock.ts";
import type { Deliveries } from "./deliveries.ts";
import type { SandboxOptions } from "./options.ts";
import type { Store } from "./state.ts";

/** What every part of the simulator is handed: its settings, its memory, its clock and its way to call the app. */
export type Sandbox = {
  readonly options: SandboxOptions;
  readonly store: Store;
  readonly clock: Clock;
  readonly deliveries: Deliveries;
  /** The simulator's own address, for the links it hands out. */
  readonly url: () => string;
};
