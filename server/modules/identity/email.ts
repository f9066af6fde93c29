import { Type } from "typebox";

/** An address as browsers' e-mail fields take it (WHATWG), at most as long as SMTP carries. */
export const Email = Type.String({
  minLength: 6,
  maxLength: 254,
  pattern:
    "^[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+$",
  examples: ["asha@example.test"],
});

/** Two spellings of one mailbox are one user: providers that tell capitals apart in the local part are unheard of. */
export const foldedEmail = (email: string): string => email.toLowerCase();
