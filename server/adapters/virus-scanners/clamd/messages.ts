import type { Verdict } from "#ports/virus-scanner";

/** Commands end with a zero byte, and so do their answers. */
export const INSTREAM = Buffer.from("zINSTREAM\0", "latin1");
export const END_OF_STREAM = Buffer.alloc(4);

/** How long a piece is stands before it, in network byte order. */
export function lengthOf(piece: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

const FOUND = /^stream: ([\x21-\x7e]{1,200}) FOUND$/;

/** `stream: OK`, `stream: NAME FOUND`; every other answer says nothing of the file. */
export function verdictIn(answer: string): Verdict {
  if (answer === "stream: OK") return { kind: "clean" };
  const signature = FOUND.exec(answer)?.[1];
  return signature === undefined
    ? { kind: "unavailable", reason: `answered ${JSON.stringify(answer.slice(0, 200))}` }
    : { kind: "found", signature };
}
