/** The words of an order's own page: what was handed over, its papers. */
import type { StoredFile } from "./files.ts";
import type { Money } from "./types.ts";

/** Work as it was handed over, and what the buyer then wanted changed. */
export type Delivery = {
  number: number;
  message: string;
  links: string[];
  files: StoredFile[];
  deliveredAt: string;
  changes: { message: string; at: string } | null;
};

export type OrderDocument = {
  id: string;
  kind: "invoice" | "credit_note" | "commission_invoice";
  number: string;
  issuedAt: string;
  total: Money;
};
