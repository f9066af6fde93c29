export {
  attachFiles,
  type FileLink,
  type FileReader,
  LINK_OPENS,
  type LinkMeans,
  linkTo,
  type NotClean,
  notClean,
  notCleanAmong,
} from "./read.ts";
export {
  FileJson,
  type FileParts,
  fileJson,
  fileRoutes,
  NOT_CLEAN_PROBLEMS,
  problemOfScan,
  savedAnswer,
} from "./routes.ts";
export { scanAllAgain, scanFiles } from "./scan.ts";
export { type FileId, type Purpose, readFile, readFiles, type StoredFile } from "./store.ts";
export { type FileKeeper, personalFiles, sweepFiles } from "./sweep.ts";
export type { FileMeans } from "./upload.ts";
