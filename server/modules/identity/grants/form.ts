import { ok, type Result, refuse } from "@amana/core/result";
import type { ClientProof } from "./clients.ts";

const MEDIA_TYPE = /^application\/x-www-form-urlencoded(?:\s*;\s*charset=utf-8)?$/i;
const LONGEST = 8192;

/** A form of RFC 6749: UTF-8, each field once, empty ones as if they had not come. */
export function readForm(
  mediaType: string | undefined,
  bytes: Uint8Array,
): Result<ReadonlyMap<string, string>, "not_a_form"> {
  if (!MEDIA_TYPE.test(mediaType ?? "") || bytes.length > LONGEST) return refuse("not_a_form");
  const fields = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(Buffer.from(bytes).toString("utf8"))) {
    if (fields.has(name)) return refuse("not_a_form");
    fields.set(name, value);
  }
  for (const [name, value] of fields) if (value === "") fields.delete(name);
  return ok(fields);
}

/** By a header or by the form, never by both (RFC 6749 §2.3). */
export function proofIn(
  authorization: string | undefined,
  form: ReadonlyMap<string, string>,
): Result<ClientProof, "no_client"> {
  const id = form.get("client_id");
  const secret = form.get("client_secret") ?? null;
  if (authorization === undefined) return id === undefined ? refuse("no_client") : ok({ id, secret });
  const basic = basicIn(authorization);
  if (!basic || secret !== null || (id !== undefined && id !== basic.id)) return refuse("no_client");
  return ok(basic);
}

function basicIn(authorization: string): ClientProof | null {
  const coded = /^Basic ([A-Za-z0-9+/]{1,1024}={0,2})$/i.exec(authorization)?.[1];
  const [, id, secret] = /^([^:]+):(.+)$/.exec(Buffer.from(coded ?? "", "base64").toString("utf8")) ?? [];
  if (id === undefined || secret === undefined) return null;
  return { id: formDecoded(id), secret: formDecoded(secret) };
}

/** Both halves are form-encoded before they are joined. */
const formDecoded = (text: string): string => new URLSearchParams(`x=${text}`).get("x") ?? "";
