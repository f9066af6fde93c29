/** What a scanner says of some bytes. Whatever it did not say clearly is `unavailable`: nobody has looked at them. */
export type Verdict =
  | { readonly kind: "clean" }
  | { readonly kind: "found"; readonly signature: string }
  | { readonly kind: "unavailable"; readonly reason: string };

/** Looks for viruses in what people bring. Always answers, and within a deadline of its own. */
export type VirusScanner = { scan(bytes: Uint8Array): Promise<Verdict> };
