import type { Answer, Call } from "../call.ts";
import { asObject, asText, at, isObject, type JsonObject, paiseOf } from "../json.ts";
import type { Sandbox } from "../sandbox.ts";
import { book } from "../statement.ts";
import { IFSC, VPA } from "./beneficiaries.ts";
import { invalid, isAnswer } from "./errors.ts";
import type { Beneficiary, Transfer, TransferCode, TransferOutcome } from "./records.ts";
import { transferEntity } from "./transfer-entity.ts";
import { transferEvent } from "./webhooks.ts";

const MODES = ["banktransfer", "imps", "neft", "rtgs", "upi", "paytm", "amazonpay", "card", "cardupi"];

/** POST /transfers: accepted as RECEIVED; its steps follow on the simulated clock. */
export function createTransfer(sandbox: Sandbox, call: Call): Answer {
  const body = asObject(call.body);
  const objection = objectionTo(body);
  if (objection) return objection;
  const { state } = sandbox.store;
  const transferId = asText(body.transfer_id) ?? "";
  if (state.transfers.has(transferId)) return invalid("transfer_id_already_exists", "Transfer Id already exists", 409);
  const destination = destinationOf(sandbox, asObject(body.beneficiary_details));
  if (isAnswer(destination)) return destination;

  const now = sandbox.clock.now();
  const mode = asText(body.transfer_mode) ?? "banktransfer";
  const transfer: Transfer = {
    transferId,
    cfTransferId: String(900_000 + sandbox.store.next()),
    paise: paiseOf(body.transfer_amount) ?? 0,
    mode: mode === "banktransfer" ? "BANK" : mode.toUpperCase(),
    ...destination,
    addedAt: now,
    plan: state.transferPlans.shift() ?? "completed",
    status: "RECEIVED",
    statusCode: "RECEIVED",
    utr: null,
    updatedAt: now,
    heldBack: null,
  };
  state.transfers.set(transferId, transfer);
  scheduleStep(sandbox, transfer);
  return { status: 200, body: transferEntity(transfer) };
}

/** GET /transfers?transfer_id= or ?cf_transfer_id= */
export function getTransfer(sandbox: Sandbox, call: Call): Answer {
  const { transfer_id: id, cf_transfer_id: cfId } = call.query;
  const { transfers } = sandbox.store.state;
  if (id === undefined && cfId !== undefined) {
    const transfer = [...transfers.values()].find((known) => known.cfTransferId === cfId);
    if (!transfer) return invalid("cf_transfer_id_not_found", "cf_transfer_id does not exist", 404);
    return { status: 200, body: transferEntity(transfer) };
  }
  const transfer = transfers.get(id ?? "");
  if (!transfer) return invalid("transfer_id_not_found", "transfer_id does not exist", 404);
  return { status: 200, body: transferEntity(transfer) };
}

/** The timer's work: one step along the transfer's plan. Returns delivery ids. */
export function stepTransfer(sandbox: Sandbox, transferId: string): string[] {
  const transfer = sandbox.store.state.transfers.get(transferId);
  if (!transfer) return [];
  const ids = advance(sandbox, transfer, nextCode(transfer));
  if (nextCode(transfer) !== null) scheduleStep(sandbox, transfer);
  return ids;
}

/** Takes all the steps to an outcome at once. Undefined when the transfer can no longer get there. */
export function forceTransfer(sandbox: Sandbox, transfer: Transfer, outcome: TransferOutcome): string[] | undefined {
  const ended = ["FAILED", "REJECTED", "REVERSED"].includes(transfer.status);
  const moved = transfer.status === "SUCCESS";
  if (ended || (moved && outcome === "rejected")) return undefined;
  if (transfer.statusCode === "COMPLETED" && outcome !== "reversed") return undefined;
  transfer.plan = outcome;
  sandbox.clock.cancel((work) => work.kind === "transfer_step" && work.transferId === transfer.transferId);
  const ids: string[] = [];
  for (let code = nextCode(transfer); code !== null; code = nextCode(transfer)) {
    ids.push(...advance(sandbox, transfer, code));
  }
  return ids;
}

type Code = Exclude<TransferCode, "RECEIVED">;

const STEPS: Record<TransferOutcome, readonly Code[]> = {
  completed: ["PENDING", "SENT_TO_BENEFICIARY", "COMPLETED"],
  failed: ["PENDING", "IMPS_MODE_FAIL"],
  rejected: ["INVALID_MODE_FOR_PYID"],
  reversed: ["PENDING", "SENT_TO_BENEFICIARY", "COMPLETED", "RETURNED_FROM_BENEFICIARY"],
};

/** The status code that comes after the present one on the way to the plan, or null at its end. */
function nextCode({ statusCode, plan }: Transfer): Code | null {
  if (statusCode === "SENT_TO_BENEFICIARY" && plan === "failed") return "IMPS_MODE_FAIL";
  const taken = statusCode === "RECEIVED" ? -1 : STEPS[plan].indexOf(statusCode);
  return STEPS[plan][taken + 1] ?? null;
}

const MEANING: Record<Code, { status: Transfer["status"]; event: string | null }> = {
  PENDING: { status: "PENDING", event: null },
  SENT_TO_BENEFICIARY: { status: "SUCCESS", event: "TRANSFER_SUCCESS" },
  COMPLETED: { status: "SUCCESS", event: "TRANSFER_ACKNOWLEDGED" },
  IMPS_MODE_FAIL: { status: "FAILED", event: "TRANSFER_FAILED" },
  INVALID_MODE_FOR_PYID: { status: "REJECTED", event: "TRANSFER_REJECTED" },
  RETURNED_FROM_BENEFICIARY: { status: "REVERSED", event: "TRANSFER_REVERSED" },
};

/** The account is debited when the money is sent, and credited when it fails after that or comes back. */
function advance(sandbox: Sandbox, transfer: Transfer, code: Code | null): string[] {
  if (code === null) return [];
  const debited = transfer.status === "SUCCESS";
  const { status, event } = MEANING[code];
  const { transferId: reference, cfTransferId: providerReference, paise } = transfer;
  transfer.status = status;
  transfer.statusCode = code;
  transfer.updatedAt = sandbox.clock.now();
  sandbox.store.touch();
  if (status === "SUCCESS" && !debited) {
    transfer.utr = `DEMOUTR${providerReference}`;
    book(sandbox, { kind: "payout", reference, providerReference, amount: -paise });
  } else if (status !== "SUCCESS" && debited) {
    book(sandbox, { kind: "payout_reversal", reference, providerReference, amount: paise });
  }
  return event === null ? [] : announce(sandbox, transfer, event);
}

/** Out of order, the news that the money was sent arrives after the news that it was credited. */
function announce(sandbox: Sandbox, transfer: Transfer, type: string): string[] {
  const mode = sandbox.store.state.webhookModes.cashfree;
  const event = transferEvent(sandbox, transfer, type);
  if (mode.mode === "out_of_order" && type === "TRANSFER_SUCCESS") {
    transfer.heldBack = { type, body: event.body };
    return [];
  }
  const older = transfer.heldBack ? { ...event, ...transfer.heldBack } : undefined;
  transfer.heldBack = null;
  return sandbox.deliveries.queue(event, mode, older);
}

function scheduleStep(sandbox: Sandbox, { transferId }: Transfer): void {
  const due = sandbox.clock.now() + sandbox.store.state.latency.payoutStepMs;
  sandbox.clock.schedule(due, { kind: "transfer_step", transferId });
}

type Destination = Pick<Transfer, "beneficiaryId" | "account" | "ifsc" | "vpa">;

function destinationOf(sandbox: Sandbox, details: JsonObject): Destination | Answer {
  const instrument = asObject(details.beneficiary_instrument_details);
  const given = {
    account: asText(instrument.bank_account_number) ?? null,
    ifsc: asText(instrument.bank_ifsc) ?? null,
    vpa: asText(instrument.vpa) ?? null,
  };
  const id = asText(details.beneficiary_id);
  if (id === undefined) return { beneficiaryId: null, ...given };
  const known = sandbox.store.state.beneficiaries.get(id);
  if (!known) return invalid("beneficiary_not_found", "Beneficiary does not exist", 404);
  return mismatch(known, given) ?? { beneficiaryId: id, account: known.account, ifsc: known.ifsc, vpa: known.vpa };
}

const INSTRUMENT = "beneficiary_details.beneficiary_instrument_details";

function mismatch(known: Beneficiary, given: Pick<Transfer, "account" | "ifsc" | "vpa">): Answer | undefined {
  const fields = [
    ["bank_account_number", given.account, known.account],
    ["bank_ifsc", given.ifsc, known.ifsc],
    ["vpa", given.vpa, known.vpa],
  ] as const;
  const other = fields.find(([, sent, kept]) => sent !== null && sent !== kept);
  if (!other) return undefined;
  const message = `does not match with the beneficiary with beneficiary_id :: ${known.beneficiaryId}`;
  return invalid(`${INSTRUMENT}.${other[0]}_invalid`, `${other[0]} passed in the request ${message}`);
}

function objectionTo(body: JsonObject): Answer | undefined {
  const { transfer_id: id, transfer_amount: amount, transfer_mode: mode, beneficiary_details: details } = body;
  if (id === undefined) return invalid("transfer_id_missing", "transfer_id is missing in the request");
  if (typeof id !== "string" || !/^\w{1,40}$/.test(id)) {
    return invalid("transfer_id_invalid", "transfer_id should be alphanumeric");
  }
  if (amount === undefined) return invalid("transfer_amount_missing", "transfer_amount is missing in the request");
  if ((paiseOf(amount) ?? 0) < 100) {
    return invalid("transfer_amount_invalid", "transfer_amount should be greater then 1.00");
  }
  if (mode !== undefined && !MODES.includes(String(mode))) {
    return invalid("transfer_mode_invalid", `transfer_mode is invalid allowed values are : ${MODES.join(", ")}`);
  }
  if (!isObject(details))
    return invalid("beneficiary_details_missing", "beneficiary_details is missing in the request");
  return objectionToBeneficiary(details);
}

function objectionToBeneficiary(details: JsonObject): Answer | undefined {
  const no = (field: string, message: string) => invalid(`beneficiary_details.${field}_invalid`, message);
  const id = details.beneficiary_id;
  if (id !== undefined) {
    const ok = typeof id === "string" && id !== "";
    return ok ? undefined : no("beneficiary_id", "beneficiary_id should be alphanumeric");
  }
  const instrument = asObject(details.beneficiary_instrument_details);
  const rules = [NAME_RULE, ...(instrument.vpa === undefined ? BANK_RULES : [VPA_RULE])];
  const given = { beneficiary_name: details.beneficiary_name, beneficiary_instrument_details: instrument };
  const broken = rules.find(({ field, pattern }) => !pattern.test(asText(at(given, field)) ?? ""));
  return broken && no(broken.field, broken.message);
}

type DestinationRule = { readonly field: string; readonly pattern: RegExp; readonly message: string };

const NAME_RULE: DestinationRule = {
  field: "beneficiary_name",
  pattern: /^[\p{L}\p{M} ]{1,100}$/u,
  message: "beneficiary_name is invalid. only alphabets and whitespaces are allowed",
};
const VPA_RULE: DestinationRule = {
  field: "beneficiary_instrument_details.vpa",
  pattern: VPA,
  message: "vpa is in invalid format",
};
const BANK_RULES: readonly DestinationRule[] = [
  {
    field: "beneficiary_instrument_details.bank_account_number",
    pattern: /^[A-Za-z0-9]{4,25}$/,
    message: "bank_account_number should be alphanumeric",
  },
  {
    field: "beneficiary_instrument_details.bank_ifsc",
    pattern: IFSC,
    message: "bank_ifsc should be in standard ifsc format",
  },
];
