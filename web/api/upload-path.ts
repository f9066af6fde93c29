export type FilePurpose = "message" | "evidence" | "delivery" | "asset";

/** Where a file is uploaded to, below the API. */
export const uploadPath = (name: string, purpose: FilePurpose): string =>
  `/files?${new URLSearchParams({ name: nameFor(name), purpose })}`;

/** A name without a path, short enough to be kept whole with its ending. */
const nameFor = (name: string): string => (name.split(/[/\\]/).at(-1) ?? "").slice(-200) || "file";
