/**
 * The content security policy of one page. `gatewayOrigins` are the origins of a payment gateway's script, on the pay page
 * only: its script may run, and send the payer on to pages of the same provider.
 */
export function contentSecurityPolicy(nonce: string, publicUrl: string, gatewayOrigins: Iterable<string>): string {
  const gateway = [...new Set([...gatewayOrigins].flatMap(withSiblings))].join(" ");
  const own = new URL(publicUrl);
  const socket = `${own.protocol === "https:" ? "wss:" : "ws:"}//${own.host}`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' ${gateway}`,
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${socket} ${gateway}`,
    `frame-src ${gateway || "'none'"}`,
    `form-action 'self' ${gateway}`,
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
    .map((directive) => directive.trim())
    .join("; ");
}

/** A provider's pages and script live on sibling hosts (sdk.provider.example, api.provider.example): allow those over TLS. */
function withSiblings(origin: string): string[] {
  const { protocol, hostname } = new URL(origin);
  const labels = hostname.split(".");
  const named = protocol === "https:" && labels.length > 2 && !/^[\d.]+$/.test(hostname);
  return named ? [origin, `https://*.${labels.slice(1).join(".")}`] : [origin];
}
