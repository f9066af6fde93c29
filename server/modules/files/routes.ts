import { idOf, uuidOf } from "@amana/core/ids";
import { type Static, Type } from "typebox";
import {
  anyone,
  binary,
  defineRoute,
  IdOf,
  InstantJson,
  instantJson,
  invalid,
  line,
  nothing,
  oneOf,
  problem,
  type Route,
  ref,
  reply,
  signedIn,
  strict,
} from "#runtime/http";
import { TAKEN } from "./media-type.ts";
import { type FileReader, findFile, type LinkMeans, linkTo, type NotClean, notClean, opens } from "./read.ts";
import { PURPOSES, readFile, releaseUnheld, SCANS, type StoredFile } from "./store.ts";
import { sweepAt } from "./sweep.ts";
import { type FileMeans, type UploadRefusal, upload } from "./upload.ts";

export type FileParts = FileMeans & LinkMeans & { readonly readers: readonly FileReader[] };

const LARGEST = 25 * 1024 * 1024;
const LONGEST_NAME = 200;
const TAG = "files";

export const FileJson = strict(
  {
    id: IdOf("file"),
    name: Type.String(),
    purpose: oneOf(PURPOSES),
    mediaType: Type.String({ description: "What the bytes say, not what the name says." }),
    size: Type.Integer({ description: "Bytes." }),
    sha256: Type.String({ description: "Of the bytes, in hexadecimal." }),
    uploadedAt: InstantJson,
    attached: Type.Boolean({ description: "Whether something holds it; what nothing holds goes after a day." }),
    scan: oneOf(SCANS, {
      description:
        "What is known of viruses in it. `waiting`: it is being checked, and nobody gets it yet. `infected`: one was found, and the file was removed. `unscanned`: it came while there was no scanner.",
    }),
  },
  { $id: "File" },
);

const EXAMPLE: Static<typeof FileJson> = {
  ...{ id: idOf("file", "0199aa00c0de7000a000000000000049"), name: "parcel.jpg", purpose: "message" },
  ...{ mediaType: "image/jpeg", size: 48_213, sha256: "9f".repeat(32) },
  ...{ uploadedAt: "2026-11-21T09:30:00.000Z", attached: false, scan: "waiting" },
};

export const fileJson = (file: StoredFile): Static<typeof FileJson> => ({
  ...{ id: file.id, name: file.name, purpose: file.purpose, mediaType: file.mediaType },
  ...{ size: file.size, sha256: file.sha256 },
  ...{ uploadedAt: instantJson(file.uploadedAt), attached: file.attachedAt !== null, scan: file.scan },
});

/** What a route says that gives bytes away, or offers them. */
export const NOT_CLEAN_PROBLEMS = ["FILE_BEING_CHECKED", "FILE_INFECTED"] as const;

export const problemOfScan = (reason: NotClean) =>
  reason === "infected" ? problem("FILE_INFECTED") : problem("FILE_BEING_CHECKED");

const FILE = strict({ id: IdOf("file") });

/** Files: bringing one, looking at what is known of it, and getting its bytes. */
export const fileRoutes = (parts: FileParts): Route[] => [
  bring(parts),
  read(parts),
  remove(parts),
  link(parts),
  content(parts),
];

const bring = (parts: FileParts): Route =>
  defineRoute({
    method: "POST",
    path: "/files",
    operationId: "uploadFile",
    summary: "Upload a file",
    description: `The body is the file itself, of at most 25 MiB. What it is is told by its bytes, and the ending of the name must fit: ${TAKEN.map((one) => `\`${one}\``).join(", ")}. Nothing that a browser or a machine would run is taken. A file that nothing holds after 24 hours is deleted. Where there is a scanner, nobody gets the bytes before it has found them clean; they may be shown to others meanwhile.`,
    tag: TAG,
    policy: signedIn(),
    rawBody: "application/octet-stream",
    bodyLimit: LARGEST,
    query: strict({ name: line({ maxLength: LONGEST_NAME }), purpose: oneOf(PURPOSES) }),
    responses: { 201: ref(FileJson) },
    problems: ["FILE_NOT_TAKEN", "LIMIT_REACHED", "IDEMPOTENCY_KEY_REUSED"],
    example: { answer: EXAMPLE },
    async handle({ query: { name, purpose }, raw, principal, commandKey, now }) {
      if (/[/\\]/.test(name)) return invalid("name", "must be a name and not a path");
      const wish = { owner: principal.id, purpose, name, bytes: raw, key: commandKey };
      const taken = await upload(parts, wish, now);
      return taken.ok ? reply(201, fileJson(taken.value)) : uploadProblem(taken.error);
    },
  });

const read = ({ db, readers }: FileParts): Route =>
  defineRoute({
    method: "GET",
    path: "/files/:id",
    operationId: "getFile",
    summary: "What is known of a file of mine, or of one that I was shown",
    tag: TAG,
    policy: signedIn(),
    params: FILE,
    responses: { 200: ref(FileJson) },
    problems: ["NOT_FOUND"],
    example: { answer: EXAMPLE },
    async handle({ params, principal }) {
      const file = await findFile(db, readers, params.id, principal.id);
      return file ? reply(200, fileJson(file)) : problem("NOT_FOUND");
    },
  });

const remove = ({ db }: FileParts): Route =>
  defineRoute({
    method: "DELETE",
    path: "/files/:id",
    operationId: "deleteFile",
    summary: "Take away a file of mine that nothing holds",
    tag: TAG,
    policy: signedIn(),
    params: FILE,
    responses: { 204: nothing() },
    problems: ["NOT_FOUND", "TRANSITION_NOT_ALLOWED"],
    async handle({ params: { id }, principal, now }) {
      const file = await readFile(db, id);
      if (file?.owner !== principal.id) return problem("NOT_FOUND");
      const goes = await db.transaction(async (tx) => {
        if (!(await releaseUnheld(tx, id, now))) return false;
        await sweepAt(tx, id, now, now);
        return true;
      });
      return goes ? reply(204, null) : problem("TRANSITION_NOT_ALLOWED", "It was shown to others, and stays.");
    },
  });

const link = (parts: FileParts): Route =>
  defineRoute({
    method: "POST",
    path: "/files/:id/link",
    operationId: "linkFile",
    summary: "An address at which the bytes can be got for ten minutes",
    description: "Whoever has the address gets the file, without signing in: it is for a browser's own downloads.",
    tag: TAG,
    policy: signedIn(),
    secret: true,
    params: FILE,
    responses: { 200: strict({ url: Type.String(), expiresAt: InstantJson }) },
    problems: ["NOT_FOUND", ...NOT_CLEAN_PROBLEMS],
    async handle({ params, principal, now }) {
      const file = await findFile(parts.db, parts.readers, params.id, principal.id);
      if (!file) return problem("NOT_FOUND");
      const unclean = notClean(file);
      if (unclean) return problemOfScan(unclean);
      const { url, expiresAt } = linkTo(parts, file.id, now);
      return reply(200, { url, expiresAt: instantJson(expiresAt) });
    },
  });

/** A file is never a page of ours: it is saved, not opened, and what a browser opens all the same may do nothing. */
const AS_A_FILE = {
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'; sandbox",
  "x-content-type-options": "nosniff",
};

const content = ({ db, store, dataKey }: FileParts): Route =>
  defineRoute({
    method: "GET",
    path: "/files/:id/content",
    operationId: "getFileContent",
    summary: "The bytes of a file, by a link that still opens",
    tag: TAG,
    policy: anyone(),
    params: FILE,
    query: strict({
      expires: Type.Integer({ minimum: 0, maximum: 8_640_000_000_000_000 }),
      signature: Type.String({ minLength: 1, maxLength: 64 }),
    }),
    responses: { 200: binary("*/*") },
    problems: ["LINK_REFUSED", "NOT_FOUND", ...NOT_CLEAN_PROBLEMS],
    async handle({ params: { id }, query: { expires, signature }, now }) {
      if (!opens(dataKey, { id, expires, signature }, now)) return problem("LINK_REFUSED");
      const file = await readFile(db, id);
      const unclean = file && notClean(file);
      if (unclean) return problemOfScan(unclean);
      const bytes = file && (await store.get(uuidOf(id)));
      if (!file || !bytes) return problem("NOT_FOUND");
      return savedAnswer(file, bytes);
    },
  });

export const savedAnswer = ({ mediaType, name }: Pick<StoredFile, "mediaType" | "name">, bytes: Uint8Array) =>
  reply(200, bytes, {
    ...AS_A_FILE,
    "content-type": mediaType.startsWith("text/") ? `${mediaType}; charset=utf-8` : mediaType,
    "content-disposition": dispositionOf(name),
  });

/** RFC 6266: the name in ASCII for old clients, and as it is (RFC 8187). */
const dispositionOf = (name: string): string => {
  const plain = name.replace(/[^A-Za-z0-9 ._()-]/g, "_");
  const exact = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
};

function uploadProblem(refusal: UploadRefusal) {
  switch (refusal) {
    case "empty":
      return problem("FILE_NOT_TAKEN", "The file is empty.");
    case "kind_not_taken":
      return problem("FILE_NOT_TAKEN", "The bytes are of no kind that is taken.");
    case "name_differs":
      return problem("FILE_NOT_TAKEN", "The ending of the name does not fit what the bytes are.");
    case "quota_reached":
      return problem("LIMIT_REACHED", "Your files take as much room as they may.");
    case "key_of_another_request":
      return problem("IDEMPOTENCY_KEY_REUSED");
    default:
      return refusal satisfies never;
  }
}
