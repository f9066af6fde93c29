/** Signs a demo person in by the API, and gives the `cookie` header of their browser. */
export async function sessionOf(url: string, user: string): Promise<string> {
  const answer = await fetch(`${url}/api/v1/sandbox/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ user }),
  });
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}
