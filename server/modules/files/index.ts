export { attachFiles, type FileLink, type FileReader, type LinkMeans, linkTo } from "./read.ts";
export { FileJson, type FileParts, fileJson, fileRoutes } from "./routes.ts";
export { type FileId, type Purpose, readFiles, type StoredFile } from "./store.ts";
export { personalFiles, sweepFiles } from "./sweep.ts";
export type { FileMeans } from "./upload.ts";
