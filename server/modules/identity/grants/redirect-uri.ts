/** Programs of a person's own machine listen there; nobody else can. */
const LOOPBACK = /^http:\/\/(?:127\.0\.0\.1|\[::1\]|localhost)(?::\d{1,5})?(?:\/|$)/;
const LONGEST = 500;

/**
 * Whether an address may be registered for answers to go to: https, or this machine; written exactly as a browser would write it,
 * so that comparing it is comparing texts. Answers are only ever sent to one that was registered, character by character.
 */
export function isRedirectUri(text: string): boolean {
  if (text.length > LONGEST || !URL.canParse(text)) return false;
  const url = new URL(text);
  const plain = url.username === "" && url.password === "" && !text.includes("#") && url.hostname !== "";
  return plain && url.href === text && (url.protocol === "https:" || LOOPBACK.test(text));
}

/** The address with the answer in its query. */
export function answerAt(redirectUri: string, answer: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(answer)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}
