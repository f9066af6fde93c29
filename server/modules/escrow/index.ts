export { type AdvanceRefusal, advance, advanceFrom, type Given, openDeal } from "./advance.ts";
export { deadlineSweep, lapseDeadline, type Sweeping, sweepDeadlines } from "./deadlines.ts";
export { type DealMoved, readMoved } from "./moved.ts";
export { type DealEvent, eventsOf, nextWake, readDeal } from "./store.ts";
