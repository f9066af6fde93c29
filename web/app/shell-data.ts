import type { Clock, Notice, SandboxInfo, User } from "../api/types.ts";
import type { Side } from "./ways.ts";

/** What every page knows: who reads it, what is new for them, how many lines lie in their cart, and the sandbox where there is one. */
export type ShellData = {
  me: User | null;
  notices: Notice[];
  sandbox: SandboxInfo | null;
  clock: Clock | null;
  inCart: number;
  /** The side of the marketplace where the reader last was. */
  side: Side | null;
  /** Up to where the page knows what open screens were told; the socket asks for what came since. */
  toldUntil: string;
  /** Whether the marketplace has days off, which short time limits do not count. */
  daysOff: boolean;
};
