import type { UserId } from "@amana/core/ids";
import type { Queryable } from "#runtime/database";
import type { Language } from "../languages.ts";
import { readPerson } from "../people/store.ts";

/** Whom a mail is for, and in which language. */
export type Reader = { readonly name: string; readonly email: string; readonly language: Language };

/** Null for somebody who was forgotten: there is no address any more. */
export async function readReader(db: Queryable, id: UserId): Promise<Reader | null> {
  const person = await readPerson(db, id);
  if (!person || person.email.endsWith(".invalid")) return null;
  const { name, email, language } = person;
  return { name, email, language };
}
