export { configurationDocs, envExample } from "./docs.ts";
export { type ConfigProblem, describeProblems } from "./problem.ts";
export { type Config, type Mode, type ReadOptions, readConfig } from "./read.ts";
export { SANDBOX_CREDENTIALS, SANDBOX_URL, simulatorsAt } from "./sandbox.ts";
export { type Secret, secret } from "./secret.ts";
