export type ScannerAddress = { readonly host: string; readonly port: number } | { readonly path: string };

/** `clamd://host:port` or `unix:/path`; null where nobody looks for viruses. */
export function scannerOf(text: string): ScannerAddress | null {
  if (text === "none") return null;
  if (text.startsWith("unix:")) return { path: text.slice("unix:".length) };
  const { hostname, port } = new URL(text);
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) };
}
