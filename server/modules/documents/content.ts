import { type Currency, type Money, money } from "@amana/core/money";
import type { Text } from "#modules/catalog";

export const DOCUMENT_KINDS = ["invoice", "credit_note", "commission_invoice"] as const;
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** Somebody as a document names him. */
export type Named = {
  readonly name: string;
  readonly company: string | null;
  readonly country: string | null;
  readonly taxNumber: string | null;
  readonly address: readonly string[];
};

export type Amount = { readonly minor: string; readonly currency: Currency };
export type DocumentLine = {
  readonly title: Text;
  readonly quantity: number;
  readonly unitPrice: Amount;
  readonly amount: Amount;
};

/** A document as it is frozen: everything that its page says, in plain values. */
export type Content = {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly issuedAt: number;
  readonly orderNumber: string;
  readonly issuer: Named;
  readonly recipient: Named;
  readonly lines: readonly DocumentLine[];
  /** The number of the invoice that a credit note takes back, wholly or in part. */
  readonly about: string | null;
  /** What of the sum is tax, by code and rate. */
  readonly taxes: readonly { readonly code: string; readonly basisPoints: number; readonly amount: Amount }[];
  readonly total: Amount;
};

export const amountOf = ({ minor, currency }: Money): Amount => ({ minor: minor.toString(), currency });
export const moneyOf = ({ minor, currency }: Amount): Money => money(BigInt(minor), currency);
