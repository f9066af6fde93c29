import { Type } from "typebox";
import { IdOf, InstantJson, line, nullable, oneOf, Phone, strict } from "#runtime/http";
import { LANGUAGES } from "./languages.ts";
import { ROLES } from "./store.ts";

export const Language = oneOf(LANGUAGES);

/** One line, and nothing in it that looks like an address: it stands in mails which whoever reads them may not have asked for. */
export const PersonName = line({ maxLength: 80 });
export const looksLikeAddress = (name: string): boolean => /[/:@\\]|www\./i.test(name);

/** Any characters; the rules for new ones are the handler's. */
export const Password = Type.String({ minLength: 1, maxLength: 1024, examples: ["a long walk by the lake"] });

export const Token = Type.String({ pattern: "^[A-Za-z0-9_-]{43}$" });

export const MeJson = strict(
  {
    id: IdOf("user"),
    name: Type.String(),
    email: Type.String(),
    phone: nullable(Type.String()),
    language: Language,
    roles: Type.Array(oneOf(ROLES)),
  },
  { $id: "Me" },
);

export const ProfileChanges = strict({
  name: Type.Optional(PersonName),
  phone: Type.Optional(Phone),
  language: Type.Optional(Language),
});

export const SessionJson = strict(
  {
    id: IdOf("session"),
    current: Type.Boolean(),
    createdAt: InstantJson,
    lastSeenAt: InstantJson,
    expiresAt: InstantJson,
    network: nullable(Type.String()),
    agent: nullable(Type.String()),
  },
  { $id: "Session" },
);

export const PersonJson = strict(
  {
    id: IdOf("user"),
    name: Type.String(),
    email: Type.String(),
    phone: nullable(Type.String()),
    language: Language,
    roles: Type.Array(oneOf(ROLES)),
    registeredAt: InstantJson,
    suspendedAt: nullable(InstantJson),
  },
  { $id: "Person" },
);
