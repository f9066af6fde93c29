import { ok, type Result } from "@amana/core/result";
import { type Static, Type } from "typebox";
import type { CallRefusal } from "#ports/call";
import type { Payee, PayeeReport, PayoutReport, PayoutRequest } from "#ports/payout-rail";
import { readAmount, writeAmount } from "../../support/decimal.ts";
import { decode, IdText, maybe, unreadable } from "../../support/decode.ts";
import { redact } from "../../support/redact.ts";

export const TheirPayee = Type.Object({
  beneficiary_id: Type.String(),
  beneficiary_status: Type.String(),
  beneficiary_instrument_details: maybe(
    Type.Object({ bank_account_number: maybe(Type.String()), bank_ifsc: maybe(Type.String()) }),
  ),
});
export type TheirPayee = Static<typeof TheirPayee>;

export const TheirTransfer = Type.Object({
  transfer_id: Type.String(),
  cf_transfer_id: IdText,
  status: Type.String(),
  status_code: maybe(Type.String()),
  status_description: maybe(Type.String()),
  beneficiary_details: maybe(Type.Object({ beneficiary_id: maybe(Type.String()) })),
  transfer_amount: Type.Number(),
  transfer_currency: maybe(Type.String()),
  transfer_utr: maybe(Type.String()),
});
export type TheirTransfer = Static<typeof TheirTransfer>;

const PAYEE_STATUS = new Map<string, PayeeReport["status"]>([
  ["VERIFIED", "verified"],
  ["INITIATED", "pending"],
  ["INVALID", "failed"],
  ["FAILED", "failed"],
  ["CANCELLED", "failed"],
  ["DELETED", "failed"],
]);

const TRANSFER_STATUS = new Map<string, PayoutReport["status"]>([
  ["RECEIVED", "pending"],
  ["APPROVAL_PENDING", "pending"],
  ["QUEUED", "pending"],
  ["PENDING", "pending"],
  ["FAILED", "failed"],
  ["REJECTED", "failed"],
  ["MANUALLY_REJECTED", "failed"],
  ["REVERSED", "returned"],
]);

/** "SUCCESS" means debited; only its code says whether the money has arrived. */
const SUCCESS_CODE = new Map<string, PayoutReport["status"]>([
  ["SENT_TO_BENEFICIARY", "pending"],
  ["COMPLETED", "paid"],
]);

export const payeeStatus = (theirs: TheirPayee): PayeeReport["status"] =>
  PAYEE_STATUS.get(theirs.beneficiary_status) ?? "unclear";

/** Whether the account that stands under our id is the one we mean; null when the answer does not show it. */
export function isSameAccount(theirs: TheirPayee, payee: Payee): boolean | null {
  const account = theirs.beneficiary_instrument_details;
  if (!account?.bank_account_number || !account.bank_ifsc) return null;
  return (
    account.bank_account_number === payee.accountNumber && account.bank_ifsc.toUpperCase() === payee.ifsc.toUpperCase()
  );
}

export function payoutReport(json: unknown, payout: string): Result<PayoutReport, CallRefusal> {
  const decoded = decode(TheirTransfer, json);
  if (!decoded.ok) return decoded;
  const theirs = decoded.value;
  if (theirs.transfer_id !== payout) return unreadable("transfer_id");
  const amount = readAmount(theirs.transfer_amount, theirs.transfer_currency ?? "INR");
  if (!amount) return unreadable("transfer_amount");
  const word =
    theirs.status === "SUCCESS" ? SUCCESS_CODE.get(theirs.status_code ?? "") : TRANSFER_STATUS.get(theirs.status);
  const status = word ?? "unclear";
  const reason = status === "paid" ? null : reasonOf(theirs);
  return ok({
    reference: String(theirs.cf_transfer_id),
    status,
    amount,
    bankReference: theirs.transfer_utr || null,
    reason,
  });
}

/** To whom a transfer goes; null when the answer does not show it. */
export const payeeOf = (json: unknown): string | null => {
  const decoded = decode(TheirTransfer, json);
  return decoded.ok ? (decoded.value.beneficiary_details?.beneficiary_id ?? null) : null;
};

export const newPayee = (payee: Payee): object => ({
  beneficiary_id: payee.payee,
  beneficiary_name: lettersAndSpaces(payee.name).slice(0, 100),
  beneficiary_instrument_details: { bank_account_number: payee.accountNumber, bank_ifsc: payee.ifsc },
  beneficiary_contact_details: {
    beneficiary_email: payee.email,
    beneficiary_phone: payee.phone.replace(/\D/g, "").slice(-10),
    beneficiary_country_code: "+91",
  },
});

export const newTransfer = ({ payout, payee, amount, remark }: PayoutRequest): object => ({
  transfer_id: payout,
  transfer_amount: writeAmount(amount),
  transfer_currency: amount.currency,
  transfer_mode: "banktransfer",
  beneficiary_details: { beneficiary_id: payee },
  transfer_remarks: remark
    .replace(/[^A-Za-z0-9]+/g, " ")
    .trim()
    .slice(0, 70),
});

/** Cashfree takes up to forty letters, digits and underscores; any other id would lose its guard against paying twice. */
export const isTransferId = (payout: string): boolean => /^[A-Za-z0-9_]{1,40}$/.test(payout);

const lettersAndSpaces = (name: string): string =>
  name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}]+/gu, " ")
    .trim();

function reasonOf({ status_code, status_description }: TheirTransfer): string | null {
  const words = [status_code, status_description].filter(Boolean).join(": ");
  return words === "" ? null : redact(words);
}
