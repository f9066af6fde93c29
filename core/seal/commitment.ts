import { encode, type Sha256, TAGS } from "./encoding.ts";

/**
 * What stands in a sealed column for a text that can be forgotten: `sha256:` and the hash of a salt of 32 random bytes, in hex, and the
 * text. Without the salt a guess of the text proves nothing.
 */
export const commitmentTo = (text: string, salt: string, sha256: Sha256): string =>
  `sha256:${sha256(encode(TAGS.hidden, ["kept", salt, text]))}`;
