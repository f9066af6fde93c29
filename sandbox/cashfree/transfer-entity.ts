import { utcIso } from "../india-time.ts";
import { rupees } from "../json.ts";
import type { Transfer, TransferCode } from "./records.ts";

const DESCRIPTION: Readonly<Record<TransferCode, string>> = {
  RECEIVED: "The transfer has been received and will be processed.",
  PENDING: "The transfer is awaiting a final confirmation from the partner bank.",
  SENT_TO_BENEFICIARY: "The account is debited; the credit to the beneficiary is not confirmed yet.",
  COMPLETED: "The amount has been credited to the beneficiary.",
  IMPS_MODE_FAIL: "The beneficiary account does not support IMPS transfers.",
  INVALID_MODE_FOR_PYID: "The payment instrument does not support this mode of transfer.",
  RETURNED_FROM_BENEFICIARY: "The beneficiary's bank has returned the amount.",
};

/** The answer and webhook form of a transfer. Charges, tax and UTR appear only once they are known. */
export const transferEntity = (transfer: Transfer): object => ({
  transfer_id: transfer.transferId,
  cf_transfer_id: transfer.cfTransferId,
  status: transfer.status,
  status_code: transfer.statusCode,
  status_description: DESCRIPTION[transfer.statusCode],
  beneficiary_details: {
    beneficiary_id: transfer.beneficiaryId ?? undefined,
    beneficiary_instrument_details: {
      bank_account_number: transfer.account ?? undefined,
      bank_ifsc: transfer.ifsc ?? undefined,
      vpa: transfer.vpa ?? undefined,
    },
  },
  transfer_amount: rupees(transfer.paise),
  ...(transfer.statusCode === "COMPLETED"
    ? { transfer_service_charge: rupees(0), transfer_service_tax: rupees(0) }
    : {}),
  transfer_mode: transfer.mode,
  transfer_utr: transfer.utr ?? undefined,
  fundsource_id: "WALLET_1",
  added_on: utcIso(transfer.addedAt),
  updated_on: utcIso(transfer.updatedAt),
});
