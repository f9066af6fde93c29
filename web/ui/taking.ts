/** How much of a file has come; the first of its lines names the columns. */
export type Taken = { readonly rows: number; readonly bytes: number };

const LINE_END = 10;

/** Takes a table to its end and tells how far it is; null where the answer is none, such as a page that asks to sign in. */
export async function takeTable(answer: Response, onProgress: (taken: Taken) => void): Promise<Blob | null> {
  const type = answer.headers.get("content-type") ?? "";
  if (!answer.ok || !answer.body || !type.startsWith("text/csv")) return null;
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const reader = answer.body.getReader();
  let [lines, bytes] = [0, 0];
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    bytes += next.value.length;
    for (const byte of next.value) if (byte === LINE_END) lines += 1;
    onProgress({ rows: Math.max(lines - 1, 0), bytes });
  }
  return new Blob(parts, { type });
}

let kept: string | null = null;

/** Has the browser save what has come, as if it had been a link's. It may take its time: the file is kept until there is another. */
export function save(file: Blob, name: string): void {
  if (kept !== null) URL.revokeObjectURL(kept);
  kept = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = kept;
  link.download = name;
  link.click();
}
