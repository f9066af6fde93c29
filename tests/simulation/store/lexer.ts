export type Token = {
  readonly kind: "word" | "quoted" | "number" | "string" | "param" | "sign" | "end";
  /** Words in lower case, signs as they stand, strings without their quotes. */
  readonly text: string;
};

const PATTERN =
  /\s+|--[^\n]*|([A-Za-z_][A-Za-z0-9_$]*)|"([^"]+)"|(\d+(?:\.\d+)?)|'((?:[^']|'')*)'|\$(\d+)|(::|<>|!=|<=|>=|=>|\|\||!~|->>|->|[-+*/%=<>(),.;[\]~])/y;

/** Cuts SQL into tokens; whatever it cannot read is thrown. */
export function tokensOf(sql: string): Token[] {
  const tokens: Token[] = [];
  PATTERN.lastIndex = 0;
  for (let at = 0; at < sql.length; at = PATTERN.lastIndex) {
    const match = PATTERN.exec(sql);
    if (!match) throw new Error(`cannot read SQL at: ${sql.slice(at, at + 60)}`);
    const token = tokenOf(match);
    if (token) tokens.push(token);
  }
  tokens.push({ kind: "end", text: "" });
  return tokens;
}

function tokenOf([, word, quoted, number, string, param, sign]: RegExpExecArray): Token | null {
  if (word !== undefined) return { kind: "word", text: word.toLowerCase() };
  if (quoted !== undefined) return { kind: "quoted", text: quoted };
  if (number !== undefined) return { kind: "number", text: number };
  if (string !== undefined) return { kind: "string", text: string.replaceAll("''", "'") };
  if (param !== undefined) return { kind: "param", text: param };
  return sign === undefined ? null : { kind: "sign", text: sign === "!=" ? "<>" : sign };
}

/** Walks over tokens. Every `take` answers whether it took. */
export type Reader = ReturnType<typeof readerOf>;

export function readerOf(sql: string) {
  const tokens = tokensOf(sql);
  let at = 0;
  const peek = (ahead = 0): Token => tokens[Math.min(at + ahead, tokens.length - 1)] as Token;
  const is = (text: string, ahead = 0): boolean => {
    const token = peek(ahead);
    return token.text === text && (token.kind === "word" || token.kind === "sign");
  };
  const take = (...texts: readonly string[]): boolean => {
    if (!texts.every((text, ahead) => is(text, ahead))) return false;
    at += texts.length;
    return true;
  };
  const fail = (wanted: string): never => {
    const near = tokens
      .slice(Math.max(0, at - 6), at + 8)
      .map(({ text }) => text)
      .join(" ");
    throw new Error(`SQL that the fast store does not know: wanted ${wanted} near "${near}"`);
  };
  return {
    peek,
    is,
    take,
    fail,
    need(...texts: readonly string[]): void {
      if (!take(...texts)) fail(texts.join(" "));
    },
    next(): Token {
      const token = peek();
      at += 1;
      return token;
    },
    name(): string {
      const token = peek();
      if (token.kind !== "word" && token.kind !== "quoted") fail("a name");
      at += 1;
      return token.text;
    },
    place: (): number => at,
    back(place: number): void {
      at = place;
    },
  };
}
