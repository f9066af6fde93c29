export {
  addJob,
  type JobHandler,
  type JobOutcome,
  type JobRequest,
  jobsOf,
  runDueJobs,
  tryAgain,
  type WaitingJob,
} from "./jobs.ts";
export { type Announcement, announce, nextDue, relay, type Subscription } from "./outbox.ts";
export { drain, startWorker, type Work, type Worker } from "./worker.ts";
