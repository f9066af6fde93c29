import type { Http, HttpAnswer, HttpRequest } from "../../support/http.ts";

type Payee = {
  [field: string]: unknown;
  beneficiary_id: string;
  beneficiary_name: string;
  beneficiary_instrument_details: { bank_account_number: string; bank_ifsc: string };
};
type Transfer = {
  [field: string]: unknown;
  transfer_id: string;
  transfer_amount: number;
  status: string;
  status_code: string;
};

type NewTransfer = Transfer & { beneficiary_details: { beneficiary_id: string } };

type State = {
  readonly payees: Map<string, Payee>;
  readonly transfers: Map<string, Transfer>;
  /** Said in place of the true status. */
  readonly words: { payout?: string; payee?: string };
  serial: number;
};

/** Cashfree Payouts as its OpenAPI file of 2024-01-01 describes it, in memory, for tests; not written from the adapter. */
export function fakePayouts({ clientId, clientSecret }: { readonly clientId: string; readonly clientSecret: string }) {
  const state: State = { payees: new Map(), transfers: new Map(), words: {}, serial: 900_000 };
  const requests: HttpRequest[] = [];
  const http: Http = async (request) => {
    requests.push(request);
    const { headers, method, url, body } = request;
    const known = headers["x-client-id"] === clientId && headers["x-client-secret"] === clientSecret;
    if (!known) return refusal(500, "internal_server_error", "authentication_error");
    const { pathname, searchParams } = new URL(url);
    const json = JSON.parse(JSON.stringify(body ?? {}));
    const call = CALLS.get(`${method} ${pathname.replace("/payout", "")}`);
    const id = searchParams.get("beneficiary_id") ?? searchParams.get("transfer_id") ?? "";
    return call ? call(state, json, id) : { status: 404, headers: {}, json: undefined };
  };
  return { http, requests, transfers: state.transfers, words: state.words };
}

const CALLS = new Map<string, (state: State, json: Payee & NewTransfer, id: string) => HttpAnswer>([
  ["POST /beneficiary", addPayee],
  ["GET /beneficiary", (state, _, id) => readPayee(state, id)],
  ["POST /transfers", addTransfer],
  ["GET /transfers", (state, _, id) => readTransfer(state, id)],
]);

function addPayee({ payees }: State, json: Payee): HttpAnswer {
  if (!/^[\p{L} ]{1,100}$/u.test(json.beneficiary_name)) return refusal(400, "beneficiary_name_invalid");
  if (payees.has(json.beneficiary_id)) return refusal(409, "beneficiary_id_already_exists");
  const account = JSON.stringify(json.beneficiary_instrument_details);
  const taken = [...payees.values()].some((other) => JSON.stringify(other.beneficiary_instrument_details) === account);
  if (taken) return refusal(409, "beneficiary_already_exists");
  const payee = { ...json, beneficiary_status: "VERIFIED", added_on: "2026-01-12T09:00:00Z" };
  payees.set(json.beneficiary_id, payee);
  return yes(payee, 201);
}

function readPayee({ payees, words }: State, id: string): HttpAnswer {
  const payee = payees.get(id);
  if (!payee) return refusal(404, "beneficiary_not_found");
  return yes({ ...payee, ...(words.payee === undefined ? {} : { beneficiary_status: words.payee }) });
}

function addTransfer(state: State, json: NewTransfer): HttpAnswer {
  if (!/^[A-Za-z0-9_]{1,40}$/.test(json.transfer_id)) return refusal(400, "transfer_id_invalid");
  if (json.transfer_amount < 1) return refusal(400, "transfer_amount_invalid");
  if (state.transfers.has(json.transfer_id)) return refusal(409, "transfer_id_already_exists");
  if (!state.payees.has(json.beneficiary_details.beneficiary_id)) return refusal(404, "beneficiary_not_found");
  state.serial += 1;
  const { transfer_id, transfer_amount, beneficiary_details } = json;
  const transfer: Transfer = {
    transfer_id,
    cf_transfer_id: String(state.serial),
    status: "RECEIVED",
    status_code: "RECEIVED",
    status_description: "accepted for processing",
    beneficiary_details,
    transfer_amount,
    transfer_mode: "BANK",
  };
  state.transfers.set(transfer_id, transfer);
  return yes(transfer);
}

function readTransfer({ transfers, words }: State, id: string): HttpAnswer {
  const transfer = transfers.get(id);
  if (!transfer) return refusal(404, "transfer_id_not_found");
  return yes({ ...transfer, ...(words.payout === undefined ? {} : { status: words.payout }) });
}

const yes = (json: unknown, status = 200): HttpAnswer => ({
  status,
  headers: {},
  json: JSON.parse(JSON.stringify(json)),
});

const refusal = (status: number, code: string, type = "invalid_request_error"): HttpAnswer => ({
  status,
  headers: {},
  json: { type, code, message: "words" },
});
