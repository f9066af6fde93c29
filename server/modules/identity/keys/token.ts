import { createHash, randomBytes } from "node:crypto";
import { crc32 } from "node:zlib";

/**
 * What each kind of secret begins with, so that people, logs and scanners of leaked secrets can tell them apart: an API key, a
 * third party's access and refresh token, its one-time code and its own secret.
 */
export const TOKEN_PREFIXES = { key: "amk", access: "amt", refresh: "amr", code: "amc", client: "ams" } as const;
export type TokenKind = keyof typeof TOKEN_PREFIXES;

const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
/** As many digits of base 62 as hold 256 and 32 bits. */
const SECRET_DIGITS = 43;
const CHECK_DIGITS = 6;

/** A new secret of that kind: 256 random bits, then the CRC-32 of all before it, by which a scanner tells it from noise. */
export function newToken(kind: TokenKind): string {
  const body = `${TOKEN_PREFIXES[kind]}_${digits(BigInt(`0x${randomBytes(32).toString("hex")}`), SECRET_DIGITS)}`;
  return body + checkOf(body);
}

/** Whether a text can be a secret of that kind at all; nobody looks in the database for what cannot. */
export function isToken(kind: TokenKind, text: string): boolean {
  const body = text.slice(0, -CHECK_DIGITS);
  return FORMS[kind].test(text) && checkOf(body) === text.slice(-CHECK_DIGITS);
}

/** Only this is kept. The secret is random, so that a plain hash cannot be guessed from. */
export const hashOfToken = (token: string): Buffer => createHash("sha256").update(token).digest();

const formOf = (kind: TokenKind): RegExp =>
  new RegExp(`^${TOKEN_PREFIXES[kind]}_[0-9A-Za-z]{${SECRET_DIGITS + CHECK_DIGITS}}$`);

const FORMS: Readonly<Record<TokenKind, RegExp>> = {
  key: formOf("key"),
  access: formOf("access"),
  refresh: formOf("refresh"),
  code: formOf("code"),
  client: formOf("client"),
};

const checkOf = (body: string): string => digits(BigInt(crc32(body)), CHECK_DIGITS);

function digits(value: bigint, length: number): string {
  let rest = value;
  let text = "";
  for (let place = 0; place < length; place += 1) {
    text = (ALPHABET[Number(rest % 62n)] ?? "") + text;
    rest /= 62n;
  }
  return text;
}
