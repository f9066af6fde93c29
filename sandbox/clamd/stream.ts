/** What a client has said up to the end of its command. */
export type Heard = { readonly command: string; readonly bytes: Buffer; readonly tooLarge: boolean };

const LONGEST_COMMAND = 64;

/** Listens to one client, whatever pieces its bytes come in; answers once the command and, for `INSTREAM`, its stream are whole. */
export function listener(largest: number): (bytes: Buffer) => Heard | null {
  let head = Buffer.alloc(0);
  let command: string | null = null;
  const stream = streamReader(largest);
  return (bytes) => {
    if (command !== null) return stream(bytes, command);
    head = Buffer.concat([head, bytes]);
    const end = head.indexOf(0);
    if (end < 0 && head.length <= LONGEST_COMMAND) return null;
    command = end < 0 ? "" : head.toString("latin1", 0, end);
    if (command !== "zINSTREAM") return { command, bytes: Buffer.alloc(0), tooLarge: false };
    return stream(head.subarray(end + 1), command);
  };
}

/** Pieces, each with its length before it in four bytes, up to a length of nothing. */
function streamReader(largest: number): (bytes: Buffer, command: string) => Heard | null {
  const pieces: Buffer[] = [];
  let size = 0;
  let length = Buffer.alloc(0);
  let missing = 0;
  return (bytes, command) => {
    for (let rest = bytes; rest.length > 0; ) {
      if (missing > 0) {
        const piece = rest.subarray(0, missing);
        pieces.push(piece);
        missing -= piece.length;
        rest = rest.subarray(piece.length);
        continue;
      }
      const wanted = 4 - length.length;
      length = Buffer.concat([length, rest.subarray(0, wanted)]);
      rest = rest.subarray(wanted);
      if (length.length < 4) return null;
      missing = length.readUInt32BE();
      length = Buffer.alloc(0);
      size += missing;
      if (missing === 0 || size > largest) return { command, bytes: Buffer.concat(pieces), tooLarge: missing > 0 };
    }
    return null;
  };
}
