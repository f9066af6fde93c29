import type { Instant } from "@amana/core/time";

/** The application's clock. In the sandbox it can be moved forward. */
export type Clock = { now(): Instant };
