/** `__Host-` binds the cookie to this one host over HTTPS, which a sandbox on plain HTTP cannot have. */
export const sessionCookieName = (production: boolean): string =>
  production ? "__Host-amana_session" : "amana_session";

const TOKEN = /^[A-Za-z0-9_.-]{16,512}$/;

/** The `Set-Cookie` value that begins a session. */
export function sessionCookie(
  token: string,
  { production, maxAgeSeconds }: { production: boolean; maxAgeSeconds: number },
): string {
  if (!TOKEN.test(token)) throw new Error("a session token is 16 to 512 characters of base64url");
  return `${sessionCookieName(production)}=${token}; Max-Age=${maxAgeSeconds}; ${attributes(production)}`;
}

/** The `Set-Cookie` value that ends it. */
export const endedSessionCookie = ({ production }: { production: boolean }): string =>
  `${sessionCookieName(production)}=; Max-Age=0; ${attributes(production)}`;

const attributes = (production: boolean): string => `Path=/; HttpOnly; SameSite=Lax${production ? "; Secure" : ""}`;
