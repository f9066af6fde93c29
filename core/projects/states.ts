import { ok, type Result, refuse } from "../result/index.ts";

/** From each state, where each command leads; a state without commands is an end. */
type Table<State extends string, Command extends string> = {
  readonly [from in State]: { readonly [command in Command]?: State };
};

const PROJECT = {
  draft: { publish: "open", close: "closed" },
  open: { award: "awarded", close: "closed", expire: "expired" },
  awarded: {},
  closed: {},
  expired: {},
} as const satisfies Table<string, string>;

const PROPOSAL = {
  open: { accept: "accepted", decline: "declined", withdraw: "withdrawn", lapse: "lapsed" },
  accepted: {},
  declined: {},
  withdrawn: {},
  /** Its project ended without it. */
  lapsed: {},
} as const satisfies Table<string, string>;

const CONTRACT = {
  active: { complete: "completed", end: "ended" },
  completed: {},
  ended: {},
} as const satisfies Table<string, string>;

export const PROJECT_STATES = [
  "draft",
  "open",
  "awarded",
  "closed",
  "expired",
] as const satisfies (keyof typeof PROJECT)[];
export type ProjectState = (typeof PROJECT_STATES)[number];
export type ProjectCommand = "publish" | "award" | "close" | "expire";

export const PROPOSAL_STATES = [
  ...(["open", "accepted", "declined", "withdrawn", "lapsed"] as const satisfies (keyof typeof PROPOSAL)[]),
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];
export type ProposalCommand = "accept" | "decline" | "withdraw" | "lapse";

export const CONTRACT_STATES = ["active", "completed", "ended"] as const satisfies (keyof typeof CONTRACT)[];
export type ContractState = (typeof CONTRACT_STATES)[number];
export type ContractCommand = "complete" | "end";

type Moved<State> = Result<State, "not_in_this_state">;

const follow = <State extends string, Command extends string>(
  table: Table<State, Command>,
  from: State,
  command: Command,
): Moved<State> => {
  const to = table[from][command];
  return to === undefined ? refuse("not_in_this_state") : ok(to);
};

/** Where a client's brief goes. */
export const moveProject = (from: ProjectState, command: ProjectCommand): Moved<ProjectState> =>
  follow<ProjectState, ProjectCommand>(PROJECT, from, command);

export const moveProposal = (from: ProposalState, command: ProposalCommand): Moved<ProposalState> =>
  follow<ProposalState, ProposalCommand>(PROPOSAL, from, command);

export const moveContract = (from: ContractState, command: ContractCommand): Moved<ContractState> =>
  follow<ContractState, ContractCommand>(CONTRACT, from, command);
