export { type Brief, createProject, expireProject, publishProject } from "./briefs.ts";
export { endContract, followMilestones, fundMilestone, stagedMilestones } from "./contracts.ts";
export { proposers } from "./converse.ts";
export { personalProjects } from "./erase.ts";
export { acceptProposal, type Offer, propose } from "./proposals.ts";
export { projectRoutes } from "./routes.ts";
