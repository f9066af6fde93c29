const LONGEST = 300;

/**
 * Makes a provider's words fit for logs and screens: given secrets, e-mail addresses, and account, card and phone numbers
 * (eight digits or more, spaced or not) are masked, control characters dropped, the rest cut to 300 characters.
 * Ids keep their digits, for those stand among letters.
 */
export function redact(text: string, secrets: readonly string[] = []): string {
  const withoutSecrets = secrets
    .filter((secret) => secret !== "")
    .reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  return withoutSecrets
    .slice(0, 4 * LONGEST)
    .replace(/[^\s@]{1,64}@[^\s@]{1,255}/g, "***")
    .replace(/(?<![\w-])\+?\d(?:[ -]?\d){7,}(?!\w)/g, "***")
    .replace(/\p{Cc}+/gu, " ")
    .slice(0, LONGEST);
}
