export { beginClock, type ClockParts, moveClock, readOffset, type SimulatorClock } from "./clock.ts";
export { furnishProgram } from "./demo-program.ts";
export { demoToken, furnish } from "./furnish.ts";
export { sandboxRoutes } from "./routes.ts";
export { furnishWaiting } from "./waiting.ts";
