import { noAnswer, type Problem } from "../api/problem.ts";
import { type FilePurpose, uploadPath } from "../api/upload-path.ts";

type Outcome = { ok: true; id: string } | { ok: false; problem: Problem };

type Sending = { done: Promise<Outcome>; stop: () => void };
type Told = { key: string; onProgress: (percent: number, bytes: number) => void };

/** Sends a file ahead of its form and tells how far it is; the same key sends it once, however often it is tried. */
export const uploadFile = (file: File, { purpose, ...told }: Told & { purpose: FilePurpose }): Sending =>
  upload(file, { ...told, path: uploadPath(file.name, purpose), mediaType: "application/octet-stream" });

/** The same to any place below the API that takes the bytes themselves and answers with what they now belong to. */
export function upload(
  file: File,
  { path, mediaType, key, onProgress }: Told & { path: string; mediaType: string },
): Sending {
  const request = new XMLHttpRequest();
  const done = new Promise<Outcome>((resolve) => {
    const fail = () => resolve({ ok: false, problem: noAnswer() });
    request.upload.onprogress = ({ loaded, total: size }) =>
      onProgress(size > 0 ? Math.floor((loaded * 100) / size) : 0, loaded);
    request.onload = () => resolve(outcomeOf(request));
    request.onerror = fail;
    request.onabort = fail;
    request.open("POST", `/api/v1${path}`);
    request.setRequestHeader("content-type", mediaType);
    request.setRequestHeader("idempotency-key", key);
    request.send(file);
  });
  return { done, stop: () => request.abort() };
}

function outcomeOf({ status, responseText }: XMLHttpRequest): Outcome {
  const body = fieldsIn(responseText);
  if (status === 201 && typeof body.id === "string") return { ok: true, id: body.id };
  const code = typeof body.code === "string" ? body.code : "NO_ANSWER";
  return { ok: false, problem: { ...noAnswer(), status, code, outcomeUnknown: status >= 500 || status === 0 } };
}

function fieldsIn(text: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    return {};
  }
}
