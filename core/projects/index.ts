export { daysOf, type Milestone, objectionToPlan, type PlanObjection } from "./plan.ts";
export {
  type FundObjection,
  isComplete,
  mayEnd,
  objectionToFunding,
  STAGES,
  type Stage,
  stageOf,
  toBegin,
} from "./stages.ts";
export {
  CONTRACT_STATES,
  type ContractCommand,
  type ContractState,
  moveContract,
  moveProject,
  moveProposal,
  PROJECT_STATES,
  PROPOSAL_STATES,
  type ProjectCommand,
  type ProjectState,
  type ProposalCommand,
  type ProposalState,
} from "./states.ts";
