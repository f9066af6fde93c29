export {
  addJob,
  type JobHandler,
  type JobOutcome,
  type JobRequest,
  jobsOf,
  mayBeOnItsWay,
  ON_ITS_WAY,
  runDueJobs,
  tryAgain,
  type WaitingJob,
} from "./jobs.ts";
export { type Announcement, announce, nextDue, relay, type Subscription } from "./outbox.ts";
export { drain, startWorker, type Work, type Worker } from "./worker.ts";
